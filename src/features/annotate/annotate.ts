import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { speakerUse } from '../../core/corpus/speakerUse';
import { RefusedError } from '../../core/model/problem';
import { ArticleText } from '../../core/text/articleText';
import { compareRanges, trimRange, type Utf16Range } from '../../core/text/range';
import { sentenceAt } from '../../core/text/sentence';
import type { CommandResult } from '../../workspace/annotationEditor';
import { registerCommand, uriArgument } from '../../workspace/commands';
import { excerpt } from '../../workspace/labels';
import { textOf, toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { articlePath, isArticle } from '../../workspace/uris';
import { askFields, type Memory } from './askFields';
import { AnnotateActions } from './codeActions';

const nullable = <S extends v.GenericSchema>(schema: S) => v.exactOptional(v.nullable(schema));

/** The arguments of `annotate`; `null` leaves a field open without asking. */
const annotateArguments = v.looseObject({
  uri: v.exactOptional(uriArgument),
  ranges: v.exactOptional(v.array(v.object({ start: v.number(), end: v.number() }))),
  role: v.exactOptional(v.string()),
  speaker: nullable(v.string()),
  stance: nullable(v.string()),
});
export type AnnotateArguments = v.InferOutput<typeof annotateArguments>;

/** Tagging: the commands, their light bulb, and the order in which speakers are offered. */
export class AnnotateFeature implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];
  /** When each annotation was made in this session, to tell apart what the same second saw. */
  private readonly sequence = new Map<string, number>();

  constructor(private readonly services: Services) {
    const command = (id: Parameters<typeof registerCommand>[0], role?: string) =>
      registerCommand(id, annotateArguments, (args, { byHand }) => this.annotate(role === undefined ? args : { ...args, role }, byHand));
    this.disposables = [
      command(COMMANDS.annotate),
      command(COMMANDS.annotateAsClaim, 'claim'),
      command(COMMANDS.annotateAsEvidence, 'evidence'),
      command(COMMANDS.annotateAsRebuttal, 'rebuttal'),
      vscode.languages.registerCodeActionsProvider([{ scheme: '*' }], new AnnotateActions(), AnnotateActions.metadata),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /**
   * Annotates; the contract's `annotate`.
   *
   * @returns the annotation; undefined if a question was closed with Esc
   */
  async annotate(args: AnnotateArguments, byHand: boolean): Promise<CommandResult | undefined> {
    const { uri, ranges: given, role, speaker, stance, ...others } = args;
    const document = await this.articleToAnnotate(uri, byHand);
    if (document === undefined) return undefined;
    await this.refuseBroken(document.uri);
    const article = new ArticleText(textOf(document));
    const ranges = given === undefined ? selectedRanges(document, article.text) : givenRanges(given, article);
    await this.services.codebooks.load();
    const quote = excerpt(ranges.map(({ start, end }) => article.text.slice(start, end)).join(' … '), 60);
    const fields = await askFields({ role, speaker, stance }, quote, this.memoryFor(document.uri));
    if (fields === undefined) return undefined;
    if (textOf(document) !== article.text) throw new RefusedError(vscode.l10n.t('The article changed while you were choosing. Nothing was written: select the passage again.'));
    const result = await this.services.editor.create(document, article, ranges, { ...others, ...fields });
    this.sequence.set(result.id, this.sequence.size);
    return result;
  }

  /** The article, saved: positions in a sidecar are those of the file on the disk. */
  private async articleToAnnotate(uri: vscode.Uri | undefined, byHand: boolean): Promise<vscode.TextDocument | undefined> {
    const document = uri === undefined ? vscode.window.activeTextEditor?.document : await vscode.workspace.openTextDocument(uri);
    if (document === undefined) throw new RefusedError(vscode.l10n.t('Open the article that you want to annotate first.'));
    if (!isArticle(document)) throw new RefusedError(vscode.l10n.t('{0} is not an article: sidecars, codebooks and read-only views can’t be annotated.', articlePath(document.uri)));
    if (!document.isUntitled && !document.isDirty) return document;
    const message = vscode.l10n.t('{0} is not saved yet. Save it first, so that the annotation fits the file.', articlePath(document.uri));
    if (!byHand) throw new RefusedError(message);
    const save = vscode.l10n.t('Save and Annotate');
    if (await vscode.window.showWarningMessage(message, save) !== save) return undefined;
    const saved = document.isUntitled ? await vscode.workspace.saveAs(document.uri) : await vscode.workspace.save(document.uri);
    if (saved === undefined) return undefined;
    const reopened = await vscode.workspace.openTextDocument(saved);
    return reopened.isDirty ? undefined : reopened;
  }

  /** Says that a sidecar can't be written before the analyst answers questions for nothing. */
  private async refuseBroken(article: vscode.Uri): Promise<void> {
    const file = await this.services.sidecars.load(article);
    if (file?.refusal !== undefined) throw new RefusedError(this.services.sidecars.describe(article, file, file.refusal));
  }

  private memoryFor(article: vscode.Uri): Memory {
    const { codebooks, labels, index } = this.services;
    const uses = () => speakerUse(index.corpus, article.toString(), (id) => this.sequence.get(id));
    return { codebooks, labels, uses, allUses: () => index.load().then(uses) };
  }
}

/** The selections, without white space at their ends; the sentence at the cursor where one is empty. */
function selectedRanges(document: vscode.TextDocument, text: string): Utf16Range[] {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document && one === vscode.window.activeTextEditor)
    ?? vscode.window.visibleTextEditors.find((one) => one.document === document);
  const ranges = (editor?.selections ?? [])
    .map((selection) => toRange(document, selection))
    .map((range) => (range.start === range.end ? sentenceAt(text, range.start) : trimRange(text, range)))
    .filter(({ start, end }) => start < end)
    .sort(compareRanges);
  if (ranges.length === 0) throw new RefusedError(vscode.l10n.t('There are no words here: select the passage that you want to annotate.'));
  // Two cursors in one sentence mean that sentence once.
  return ranges.filter(({ start }, i) => ranges.slice(0, i).every(({ end }) => end <= start));
}

function givenRanges(given: readonly { start: number; end: number }[], article: ArticleText): Utf16Range[] {
  const length = article.map.toCodePoint(article.text.length);
  const wrong = given.find(({ start, end }) => !Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > length || start >= end);
  if (wrong !== undefined) {
    throw new RefusedError(vscode.l10n.t('The range {0}–{1} is empty or lies outside of the article, which has {2} characters.', wrong.start, wrong.end, length));
  }
  const ranges = given.map((range) => trimRange(article.text, article.map.rangeToUtf16(range))).sort(compareRanges);
  if (ranges.length === 0 || ranges.some(({ start, end }) => start === end)) throw new RefusedError(vscode.l10n.t('There are no words in the range that was given.'));
  if (ranges.some(({ start }, i) => start < (ranges[i - 1]?.end ?? 0))) throw new RefusedError(vscode.l10n.t('The passages of one annotation must not overlap.'));
  return ranges;
}
