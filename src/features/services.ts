import type * as vscode from 'vscode';
import type { SidebarView } from '../ui/sidebar/sidebarView';
import type { Labels } from '../ui/labels';
import type { SidebarSelection } from '../ui/sidebar/sidebarSelection';
import type { Tagging } from '../ui/tagging/tagging';
import type { TargetResolver } from '../ui/target';
import type { AnnotationHistory } from '../workspace/annotations/annotationHistory';
import type { SameStatements } from '../workspace/annotations/suggestions/sameStatements';
import type { ReadingMemory } from '../workspace/annotations/readingMemory';
import type { SpeakerSuggestions } from '../workspace/annotations/suggestions/speakerSuggestions';
import type { CurrentTopic } from '../workspace/annotations/currentTopic';
import type { BulkEditor } from '../workspace/annotations/bulkEditor';
import type { CodebookEditor } from '../workspace/annotations/codebookEditor';
import type { AnnotationEditor } from '../workspace/annotations/annotationEditor';
import type { AnnotationIndex } from '../workspace/annotations/annotationIndex';
import type { ArticleReader } from '../workspace/articles/articleReader';
import type { ClosedArticles } from '../workspace/articles/closedArticles';
import type { OpenArticles } from '../workspace/articles/openArticles';
import type { CodebookStore } from '../workspace/codebooks/codebookStore';
import type { ArticleMoves } from '../workspace/moves/articleMoves';
import type { ArticleSearch } from '../workspace/moves/articleSearch';
import type { LostArticles } from '../workspace/moves/lostArticles';
import type { SidecarMoves } from '../workspace/moves/sidecarMoves';
import type { LocalFiles } from '../workspace/platform/localFiles';
import type { SidecarStore } from '../workspace/sidecars/sidecarStore';

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
  readonly bulk: BulkEditor;
  readonly history: AnnotationHistory;
  readonly codebookEditor: CodebookEditor;
  readonly search: ArticleSearch;
  readonly moves: SidecarMoves;
  readonly articleMoves: ArticleMoves;
  readonly lost: LostArticles;
  readonly labels: Labels;
  readonly target: TargetResolver;
  readonly selection: SidebarSelection;
  readonly same: SameStatements;
  readonly suggestions: SpeakerSuggestions;
  readonly tagging: Tagging;
  readonly reading: ReadingMemory;
  readonly view: SidebarView;
  readonly topic: CurrentTopic;
  readonly memory: Memory;
  readonly logError: (error: unknown) => void;
}

/** What is remembered from window to window. */
export interface Memory {
  /** Of the open folder. */
  readonly here: vscode.Memento;
  /** Of all folders. */
  readonly everywhere: vscode.Memento;
}

/** What a feature has registered, and takes back when it ends. */
export interface Registration {
  dispose(): unknown;
}
