import type { AnnotationEditor } from './annotationEditor';
import type { AnnotationIndex } from './annotationIndex';
import type { ArticleMoves } from './articleMoves';
import type { ArticleReader } from './articleReader';
import type { ArticleSearch } from './articleSearch';
import type { ClosedArticles } from './closedArticles';
import type { CodebookStore } from './codebookStore';
import type { Labels } from './labels';
import type { LocalFiles } from './localFiles';
import type { LostArticles } from './lostArticles';
import type { OpenArticles } from './openArticles';
import type { SidecarMoves } from './sidecarMoves';
import type { SidecarStore } from './sidecarStore';
import type { TargetResolver } from './targetResolver';

/** What the features are built from; made once, in `extension.ts`. */
export interface Services {
  readonly disk: LocalFiles;
  readonly sidecars: SidecarStore;
  readonly codebooks: CodebookStore;
  readonly open: OpenArticles;
  readonly closed: ClosedArticles;
  readonly index: AnnotationIndex;
  readonly reader: ArticleReader;
  readonly editor: AnnotationEditor;
  readonly search: ArticleSearch;
  readonly moves: SidecarMoves;
  readonly articleMoves: ArticleMoves;
  readonly lost: LostArticles;
  readonly labels: Labels;
  readonly target: TargetResolver;
  readonly logError: (error: unknown) => void;
}
