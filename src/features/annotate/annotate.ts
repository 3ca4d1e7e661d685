import * as v from 'valibot';
import * as vscode from 'vscode';
import { speakerUse } from '../../core/corpus/speakerUse';
import { RefusedError } from '../../core/model/problem';
import { ArticleText } from '../../core/text/articleText';
import { excerpt } from '../../core/text/excerpt';
import { rangesArgument, uriArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { givenRanges, selectedRanges } from '../../ui/selections';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import { textOf } from '../../workspace/platform/positions';
import { articlePath, isArticle } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { askFields } from './askFields';
import type { Memory } from './question';

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

export type AnnotateServices = Pick<
  Services,
  'codebooks' | 'editor' | 'index' | 'labels' | 'open' | 'sidecars'
>;

/** Asks for what is missing and has the annotation made; remembers the order of this session's. */
export class Annotating {
  /** When each annotation was made in this session, to tell apart what the same second saw. */
  private readonly sequence = new Map<string, number>();

  constructor(private readonly services: AnnotateServices) {}

  /**
   * Annotates; the contract's `annotate`.
   *
   * @returns the annotation; undefined if a question was closed with Esc
   */
  async annotate(args: AnnotateArguments, byHand: boolean): Promise<CommandResult | undefined> {
    const { uri, ranges: given, role, speaker, stance, ...others } = args;
    const document = await this.articleToAnnotate(uri, byHand);
    if (document === undefined) return undefined;
    await this.refuseMisread(document);
    await this.refuseBroken(document.uri);
    const article = new ArticleText(textOf(document));
    const ranges =
      given === undefined ? selectedRanges(document, article.text) : givenRanges(given, article);
    await this.services.codebooks.loadCodebooks();
    const quote = excerpt(
      ranges.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
      60,
    );
    const fields = await askFields({ role, speaker, stance }, quote, this.memoryFor(document.uri));
    if (fields === undefined) return undefined;
    if (textOf(document) !== article.text)
      throw new RefusedError(
        vscode.l10n.t(
          'The article changed while you were choosing. Nothing was written: select the passage again.',
        ),
      );
    const result = await this.services.editor.create(document, article, ranges, {
      ...others,
      ...fields,
    });
    this.sequence.set(result.id, this.sequence.size);
    return result;
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
    if (!isArticle(document))
      throw new RefusedError(
        vscode.l10n.t(
          '{0} is not an article: sidecars, codebooks and read-only views can’t be annotated.',
          articlePath(document.uri),
        ),
      );
    if (!document.isUntitled && !document.isDirty) return document;
    const message = vscode.l10n.t(
      '{0} is not saved yet. Save it first, so that the annotation fits the file.',
      articlePath(document.uri),
    );
    if (!byHand) throw new RefusedError(message);
    const save = vscode.l10n.t('Save and Annotate');
    if ((await notify.warning(message, save)) !== save) return undefined;
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

  private memoryFor(article: vscode.Uri): Memory {
    const { codebooks, labels, index } = this.services;
    const uses = () => speakerUse(index.corpus, article.toString(), (id) => this.sequence.get(id));
    return { codebooks, labels, uses, allUses: () => index.loadWorkspace().then(uses) };
  }
}
