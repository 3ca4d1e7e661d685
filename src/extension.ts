import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { COMMANDS } from './contributions';
import type { ExportedAnnotation } from './core/model/types';
import * as annotate from './features/annotate';
import * as articleOutline from './features/articleOutline';
import * as boundaries from './features/boundaries';
import * as codebook from './features/codebook';
import * as conflicts from './features/conflicts';
import * as debate from './features/debate';
import * as edit from './features/edit';
import * as encodings from './features/encodings';
import * as explorer from './features/explorer';
import * as exporting from './features/export';
import * as findings from './features/findings';
import * as goTo from './features/goTo';
import * as highlights from './features/highlights';
import * as hover from './features/hover';
import * as language from './features/language';
import * as link from './features/link';
import * as list from './features/list';
import * as places from './features/places';
import * as problems from './features/problems';
import * as proposals from './features/proposals';
import * as quotes from './features/quotes';
import * as savedViews from './features/savedViews';
import * as selectionRanges from './features/selectionRanges';
import * as readingLock from './features/readingLock';
import * as questions from './features/questions';
import * as sameStatements from './features/sameStatements';
import * as suggestSpeaker from './features/suggestSpeaker';
import * as readingMode from './features/readingMode';
import * as rename from './features/rename';
import type { Services } from './features/services';
import * as shownAnnotations from './features/shownAnnotations';
import * as sidebar from './features/sidebar';
import * as textHints from './features/textHints';
import * as topics from './features/topic';
import * as unsaved from './features/unsaved';
import * as welcome from './features/welcome';
import * as withoutArticle from './features/withoutArticle';
import { Labels } from './ui/labels';
import { SidebarSelection } from './ui/sidebar/sidebarSelection';
import { SidebarView } from './ui/sidebar/sidebarView';
import { Tagging } from './ui/tagging/tagging';
import { TargetResolver } from './ui/target';
import { AnnotationEditor, type CommandResult } from './workspace/annotations/annotationEditor';
import { AnnotationHistory } from './workspace/annotations/annotationHistory';
import { BulkEditor } from './workspace/annotations/bulkEditor';
import { CodebookEditor } from './workspace/annotations/codebookEditor';
import { CodebookWriter } from './workspace/codebooks/codebookWriter';
import { AnnotationIndex } from './workspace/annotations/annotationIndex';
import { SameStatements } from './workspace/annotations/suggestions/sameStatements';
import { ReadingMemory } from './workspace/annotations/readingMemory';
import { SpeakerSuggestions } from './workspace/annotations/suggestions/speakerSuggestions';
import { UsedSpeakers } from './workspace/annotations/suggestions/usedSpeakers';
import { CurrentTopic } from './workspace/annotations/currentTopic';
import { IndexWatcher } from './workspace/annotations/indexWatcher';
import { ArticlePlaces } from './workspace/articles/articlePlaces';
import { ArticleReader } from './workspace/articles/articleReader';
import { ClosedArticles } from './workspace/articles/closedArticles';
import { OpenArticles } from './workspace/articles/openArticles';
import { CodebookStore } from './workspace/codebooks/codebookStore';
import { corpusReader } from './workspace/corpus/corpusReader.node';
import { HeldSidecars } from './workspace/corpus/heldSidecars';
import { ArticleMoves } from './workspace/moves/articleMoves';
import { ArticleSearch } from './workspace/moves/articleSearch';
import { LostArticles } from './workspace/moves/lostArticles';
import { SidecarMoves } from './workspace/moves/sidecarMoves';
import { localFiles as disk } from './workspace/platform/localFiles.node';
import { Log } from './workspace/platform/log';
import { SidecarStore } from './workspace/sidecars/sidecarStore';
import { UnsavedChanges } from './workspace/sidecars/unsavedChanges';

/** What the analyst sees and does; each registers itself, and knows none of the others. */
const FEATURES = [
  annotate,
  highlights,
  hover,
  topics,
  shownAnnotations,
  sidebar,
  selectionRanges,
  problems,
  unsaved,
  withoutArticle,
  goTo,
  list,
  rename,
  questions,
  suggestSpeaker,
  codebook,
  quotes,
  savedViews,
  findings,
  sameStatements,
  readingMode,
  proposals,
  edit,
  link,
  places,
  boundaries,
  conflicts,
  encodings,
  readingLock,
  articleOutline,
  textHints,
  exporting,
  language,
  debate,
  explorer,
  welcome,
];

/** What other extensions get from `activate()`. */
export interface Api {
  readonly version: 1;
  /** As the command `claimAnnotator.list`. */
  list(uri?: vscode.Uri): Promise<ExportedAnnotation[]>;
  /** As the command `claimAnnotator.annotate`. */
  annotate(args: object): Promise<CommandResult | undefined>;
  /** Annotations were made, changed or removed, here or on the disk. */
  readonly onDidChangeAnnotations: vscode.Event<void>;
}

/** What tests and benchmarks inside VS Code get as well. */
export interface TestApi extends Api {
  readonly services: Services;
}

/** Builds the services, then the features on them. */
export function activate(context: vscode.ExtensionContext): Api | TestApi {
  // The core has texts for the analyst too, and doesn't know VS Code.
  if (vscode.l10n.bundle !== undefined) l10n.config({ contents: vscode.l10n.bundle });
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const services = buildServices(context, own);
  for (const { register } of FEATURES) own(register(services));

  const changed = own(new vscode.EventEmitter<void>());
  own(
    services.index.onDidChange(({ annotations }) => {
      if (annotations.length > 0) changed.fire();
    }),
  );
  const isTest = context.extensionMode === vscode.ExtensionMode.Test;
  return {
    ...(isTest && { services }),
    version: 1,
    list: async (uri) => vscode.commands.executeCommand(COMMANDS.list, uri ? { uri } : {}),
    annotate: async (args) => vscode.commands.executeCommand(COMMANDS.annotate, { ...args }),
    onDidChangeAnnotations: changed.event,
  };
}

/**
 * Data flows one way: disk and editors → sidecars → places → index → features, and back through the
 * editor alone.
 */
function buildServices(
  { storageUri, globalStorageUri, workspaceState, globalState }: vscode.ExtensionContext,
  own: <T extends vscode.Disposable>(disposable: T) => T,
): Services {
  const { error: logError } = own(new Log());
  const files = own(vscode.workspace.createFileSystemWatcher('**/*'));
  // A window of another workspace may make up for what one of this left behind; in a browser, where
  // nothing tells which windows are open, only one of the same may.
  const storage = globalStorageUri.scheme === 'file' ? globalStorageUri : storageUri;
  const places = {
    folder: vscode.Uri.joinPath(storage ?? globalStorageUri, 'unsaved'),
    memento: workspaceState,
    workspace: (storageUri ?? globalStorageUri).toString(),
  };

  const kept = own(new UnsavedChanges(places, disk, logError));
  const sidecars = own(new SidecarStore(disk, kept, logError));
  const codebooks = own(new CodebookStore(disk, logError));

  const open = own(new OpenArticles(disk, sidecars, logError));
  const reader = new ArticleReader(disk, sidecars, open);
  const closed = own(new ClosedArticles(sidecars, open, reader, files, logError));
  const articlePlaces = own(new ArticlePlaces(sidecars, open, closed));

  const held = new HeldSidecars(sidecars, open, closed);
  const corpus = own(corpusReader(logError));
  const index = own(
    new AnnotationIndex(sidecars, articlePlaces, held, codebooks, corpus, logError),
  );
  own(new IndexWatcher(index, sidecars, open, files, logError));
  const codebookWriter = new CodebookWriter(disk, codebooks);
  const history = own(new AnnotationHistory(sidecars, codebookWriter));
  const codebookEditor = new CodebookEditor(codebooks, codebookWriter, history);
  const editor = new AnnotationEditor(sidecars, open, index, codebooks, reader, history);
  const same = own(new SameStatements(index, codebooks));
  const bulk = new BulkEditor(sidecars, codebooks, codebookWriter, history);

  const search = new ArticleSearch(disk, sidecars, open);
  const moves = own(new SidecarMoves(disk, sidecars, reader));
  own(moves.onDidRelocate(({ from, to }) => history.relocate(from.toString(), to.toString())));
  const articleMoves = own(new ArticleMoves(sidecars, moves, logError));
  const lost = own(new LostArticles(sidecars, index, search, moves, articleMoves, files, logError));

  const labels = new Labels(codebooks);
  const selection = new SidebarSelection();
  const topic = own(new CurrentTopic(workspaceState, logError));
  const view = own(new SidebarView(index, workspaceState, logError));
  const used = own(new UsedSpeakers(index));
  const suggestions = new SpeakerSuggestions(used, codebooks, logError);
  const tagging = own(
    new Tagging({
      codebooks,
      editor,
      history,
      index,
      labels,
      logError,
      open,
      same,
      suggestions,
      used,
    }),
  );
  const reading = own(new ReadingMemory(workspaceState, logError));
  const target = new TargetResolver(index, open, labels, selection);
  return {
    disk,
    sidecars,
    codebooks,
    open,
    closed,
    index,
    reader,
    editor,
    bulk,
    history,
    codebookEditor,
    search,
    moves,
    articleMoves,
    lost,
    labels,
    target,
    selection,
    same,
    suggestions,
    tagging,
    reading,
    view,
    topic,
    memory: { here: workspaceState, everywhere: globalState },
    logError,
  };
}
