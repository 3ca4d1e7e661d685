import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { AnnotateFeature, type AnnotateArguments } from './features/annotate';
import { Decorations } from './features/highlights';
import { registerEditing } from './features/edit';
import { registerExport } from './features/export';
import { HoverFeature } from './features/hover';
import { registerLinking } from './features/link';
import { listAnnotations, registerNavigation } from './features/goTo';
import { registerConflicts } from './features/conflicts';
import { Problems } from './features/problems';
import { registerResolving } from './features/places';
import { AnnotationTree } from './features/sidebar';
import { Unsaved } from './features/unsaved';
import { WithoutArticle } from './features/withoutArticle';
import { AnnotationEditor, type CommandResult } from './workspace/annotations/annotationEditor';
import { AnnotationIndex } from './workspace/annotations/annotationIndex';
import { ArticleMoves } from './workspace/moves/articleMoves';
import { ArticleReader } from './workspace/articles/articleReader';
import { ArticleSearch } from './workspace/moves/articleSearch';
import { ClosedArticles } from './workspace/articles/closedArticles';
import { CodebookStore } from './workspace/codebooks/codebookStore';
import { Labels } from './ui/labels';
import { localFiles as disk } from './workspace/platform/localFiles.node';
import { Log } from './workspace/platform/log';
import { LostArticles } from './workspace/moves/lostArticles';
import { OpenArticles } from './workspace/articles/openArticles';
import type { Services } from './features/services';
import { SidecarMoves } from './workspace/moves/sidecarMoves';
import { SidecarStore } from './workspace/sidecars/sidecarStore';
import { TargetResolver } from './ui/target';
import { UnsavedChanges } from './workspace/sidecars/unsavedChanges';
import type { ExportedAnnotation } from './core/model/types';

/** What other extensions get from `activate()`. */
export interface Api {
  readonly version: 1;
  /** As the command `claimAnnotator.list`. */
  list(uri?: vscode.Uri): Promise<ExportedAnnotation[]>;
  /** As the command `claimAnnotator.annotate`. */
  annotate(args: AnnotateArguments): Promise<CommandResult | undefined>;
  /** Annotations were made, changed or removed, here or on the disk. */
  readonly onDidChangeAnnotations: vscode.Event<void>;
}

/**
 * Builds everything once: data flows from the disk through the stores to the features, and back
 * through the editor.
 */
export function activate({
  subscriptions,
  storageUri,
  globalStorageUri,
  workspaceState,
}: vscode.ExtensionContext): Api {
  // The core has texts for the analyst too, and doesn't know VS Code.
  if (vscode.l10n.bundle !== undefined) l10n.config({ contents: vscode.l10n.bundle });
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  const log = own(new Log());
  const unsaved = own(
    new UnsavedChanges(
      vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'unsaved'),
      workspaceState,
      log.error,
    ),
  );
  const sidecars = own(new SidecarStore(disk, unsaved, log.error));
  const codebooks = own(new CodebookStore(disk, log.error));
  const open = own(new OpenArticles(sidecars, log.error));
  const reader = new ArticleReader(disk, sidecars, open);
  const closed = own(new ClosedArticles(sidecars, open, reader, log.error));
  const index = own(new AnnotationIndex(sidecars, open, closed, codebooks, log.error));
  const editor = new AnnotationEditor(sidecars, open, index, codebooks, reader);
  const search = new ArticleSearch(disk, sidecars, open);
  const moves = own(new SidecarMoves(disk, sidecars, reader));
  own(moves.onDidRelocate(({ from, to }) => editor.relocate(from, to)));
  const articleMoves = own(new ArticleMoves(sidecars, moves, log.error));
  const lost = own(new LostArticles(sidecars, index, search, moves, articleMoves, log.error));
  const labels = new Labels(codebooks);
  const target = new TargetResolver(index, open, labels);
  const services: Services = {
    disk,
    sidecars,
    codebooks,
    open,
    closed,
    index,
    reader,
    editor,
    search,
    moves,
    articleMoves,
    lost,
    labels,
    target,
    logError: log.error,
  };

  const annotating = own(new AnnotateFeature(services));
  own(new Decorations(services));
  own(new HoverFeature(services));
  own(new AnnotationTree(services));
  own(new Problems(services));
  own(new Unsaved(services));
  own(new WithoutArticle(services));
  for (const register of [
    registerNavigation,
    registerEditing,
    registerLinking,
    registerResolving,
    registerConflicts,
    registerExport,
  ])
    own(register(services));

  const changed = own(new vscode.EventEmitter<void>());
  own(index.onDidChange(() => changed.fire()));
  return {
    version: 1,
    list: (uri) => listAnnotations(services, uri),
    annotate: (args) => annotating.annotate(args, false),
    onDidChangeAnnotations: changed.event,
  };
}
