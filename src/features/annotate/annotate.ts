import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { speakerUse } from '../../core/corpus/speakerUse';
import { RefusedError } from '../../core/model/problem';
import { sameValue } from '../../core/model/sameValue';
import type { Annotation } from '../../core/model/types';
import { ArticleText } from '../../core/text/articleText';
import { excerpt } from '../../core/text/excerpt';
import type { CodePointRange, Utf16Range } from '../../core/text/range';
import { rangesArgument, uriArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { givenRanges, selectedRanges } from '../../ui/selections';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import { Disposable } from '../../workspace/platform/disposable';
import { textOf } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import { articlePath, isArticle } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { askFields } from './askFields';
import { askOtherWords, sayInQuickPick } from './askOtherWords';
import type { Memory } from './question';
import { TellTagged } from './tellTagged';

const nullable = <S extends v.GenericSchema>(schema: S) => v.exactOptional(v.nullable(schema));

/** The arguments of `annotate`; `null` leaves a field open without asking. */
export const annotateArguments = v.looseObject({
  uri: v.exactOptional(uriArgument),
  ranges: v.exactOptional(rangesArgument),
  role: v.exactOptional(v.string()),
  speaker: nullable(v.string()),
  stance: nullable(v.string()),
});
type AnnotateArguments = v.InferOutput<typeof annotateArguments>;

/** How annotations of these roles are linked to what they are about. */
const LINKED_BY: Readonly<Record<string, string>> = { evidence: 'supports', rebuttal: 'rebuts' };

export type AnnotateServices = Pick<
  Services,
  'codebooks' | 'editor' | 'index' | 'labels' | 'logError' | 'open' | 'sidecars' | 'topic'
>;

/** Asks for what is missing and has the annotation made; remembers the order of this session's. */
export class Annotating extends Disposable {
  /** When each annotation was made in this session, to tell apart what the same second saw. */
  private readonly sequence = new Map<string, number>();

  private readonly tagged = this.own(new TellTagged());

  constructor(private readonly services: AnnotateServices) {
    super();
  }

  /**
   * Annotates; the contract's `annotate`.
   *
   * @returns the annotation; undefined if a question was closed with Esc
   */
  async annotate(args: AnnotateArguments, byHand: boolean): Promise<CommandResult | undefined> {
    const { uri, ranges: given, role, speaker, stance, ...others } = args;
    const active = vscode.window.activeTextEditor;
    if (byHand && uri === undefined && active !== undefined && !isArticle(active.document)) {
      await sayInQuickPick(whyNoArticle(active.document));
      return undefined;
    }
    const document = await this.articleToAnnotate(uri, byHand);
    if (document === undefined) return undefined;
    await this.refuseMisread(document);
    await this.refuseBroken(document.uri);
    const article = new ArticleText(textOf(document));
    const ranges = await rangesOf(document, article, given, byHand);
    if (ranges === undefined) return undefined;
    await this.services.codebooks.loadCodebooks();
    const quote = excerpt(
      ranges.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
      60,
    );
    const topic = topicOf(others, () => this.services.topic.of(document.uri));
    const memory = this.memoryFor(document.uri, topic);
    const fields = await askFields({ role, speaker, stance }, quote, memory);
    if (fields === undefined) return undefined;
    if (textOf(document) !== article.text)
      throw new RefusedError(
        vscode.l10n.t(
          'The article changed while you were choosing. Nothing was written: select the passage again.',
        ),
      );
    const result = await this.services.editor.create(document, article, ranges, {
      ...(topic !== undefined && { topic }),
      ...others,
      ...fields,
    });
    this.sequence.set(result.id, this.sequence.size);
    if (byHand) {
      this.tagged.tell(result);
      this.askTarget(document.uri, result);
    }
    this.tellOfTwin(document.uri, result);
    return result;
  }

  /** What evidence and rebuttals are about is asked right away, where that is wished for. */
  private askTarget(uri: vscode.Uri, { id, role }: CommandResult): void {
    const type = LINKED_BY[role];
    if (type === undefined || !settings.linkWhenTagged()) return;
    const link = { from: id, uri, type, byHand: true };
    vscode.commands.executeCommand(COMMANDS.link, link).then(undefined, this.services.logError);
  }

  /** Says that there was the same annotation already: it is easily tagged twice by mistake. */
  private tellOfTwin(article: vscode.Uri, { id }: CommandResult): void {
    const { index, editor, logError } = this.services;
    const all = index.corpus.ofArticle(article.toString()).map(({ annotation }) => annotation);
    const made = all.find((one) => one.id === id);
    const saysSame = (one: Annotation) =>
      one.id !== id &&
      one.role === made?.role &&
      index.corpus.speakerOf(one) === index.corpus.speakerOf(made) &&
      sameValue(wordsOf(one), wordsOf(made));
    if (!all.some(saysSame)) return;
    const undo = vscode.l10n.t('Undo');
    const said = vscode.l10n.t(
      'The same words were tagged with this role and speaker before: they are tagged twice now.',
    );
    notify.warning(said, undo).then((chosen) => {
      if (chosen === undo) editor.remove(article, id).catch(logError);
    }, logError);
  }

  /** The article, saved: positions in a sidecar are those of the file on the disk. */
  private async articleToAnnotate(
    uri: vscode.Uri | undefined,
    byHand: boolean,
  ): Promise<vscode.TextDocument | undefined> {
    const document =
      uri === undefined ? vscode.window.activeTextEditor?.document : await openArticleDocument(uri);
    if (document === undefined)
      throw new RefusedError(vscode.l10n.t('Open the article that you want to annotate first.'));
    if (!isArticle(document)) throw new RefusedError(whyNoArticle(document));
    if (!document.isUntitled && !document.isDirty) return document;
    const message = vscode.l10n.t(
      '{0} is not saved yet. Save it first, so that the annotation fits the file.',
      articlePath(document.uri),
    );
    if (!byHand) throw new RefusedError(message);
    const save = vscode.l10n.t('Save and Annotate');
    if (!(await sayInQuickPick(message, save))) return undefined;
    const saved = document.isUntitled
      ? await vscode.workspace.saveAs(document.uri)
      : await vscode.workspace.save(document.uri);
    if (saved === undefined) return undefined;
    const reopened = await vscode.workspace.openTextDocument(saved);
    return reopened.isDirty ? undefined : reopened;
  }

  /** Says that an article is open in another encoding than its own. */
  private async refuseMisread({ uri }: vscode.TextDocument): Promise<void> {
    const { sidecars, open } = this.services;
    await sidecars.loadSidecar(uri);
    await open.found(uri);
    const misread = open.encodings.misread(uri);
    if (misread !== undefined)
      throw new RefusedError(
        vscode.l10n.t(
          '{0} is open as {1}, but it is written in {2}: reopen it with that encoding (in the status bar), then annotate.',
          articlePath(uri),
          misread.document.encoding,
          misread.encoding,
        ),
      );
  }

  /** Says that a sidecar can't be written before the analyst answers questions for nothing. */
  private async refuseBroken(article: vscode.Uri): Promise<void> {
    const file = await this.services.sidecars.loadSidecar(article);
    if (file?.refusal !== undefined)
      throw new RefusedError(this.services.sidecars.describe(article, file, file.refusal));
  }

  private memoryFor(article: vscode.Uri, topic: string | undefined): Memory {
    const { codebooks, labels, index } = this.services;
    const place = { article: article.toString(), topic, sequence: this.sequence };
    const uses = () => speakerUse(index.corpus, place);
    return { codebooks, labels, topic, uses, allUses: () => index.loadWorkspace().then(uses) };
  }
}

/** @returns undefined if the analyst has nothing annotated after all */
async function rangesOf(
  document: vscode.TextDocument,
  article: ArticleText,
  given: readonly CodePointRange[] | undefined,
  byHand: boolean,
): Promise<readonly Utf16Range[] | undefined> {
  if (given !== undefined) return givenRanges(given, article);
  try {
    return selectedRanges(document, article.text);
  } catch (error) {
    const editor = vscode.window.activeTextEditor;
    if (!byHand || editor?.document !== document || !(error instanceof RefusedError)) throw error;
    const chosen = await askOtherWords(editor, article, error.message);
    return chosen && [chosen];
  }
}

function whyNoArticle({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t(
    '{0} is not an article: sidecars, codebooks and read-only views can’t be annotated.',
    articlePath(uri),
  );
}

/** The topic that was given, be it none (null), else the usual one; undefined: none. */
function topicOf(given: object, usual: () => string | undefined): string | undefined {
  return 'topic' in given ? ((given.topic as string | null) ?? undefined) : usual();
}

function wordsOf(annotation: Annotation | undefined): unknown {
  return annotation?.passages.map(({ exact, start }) => [exact, start]);
}
