import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { CorpusItem } from '../../core/corpus/corpus';
import { firstRange } from '../../core/placing/placeAnnotations';
import { exportDocument } from '../../core/exchange/exportDocument';
import { RefusedError } from '../../core/model/problem';
import type { ExportedAnnotation } from '../../core/model/types';
import { annotationArguments, registerCommand, uriArgument } from '../../ui/commands';
import { openArticle } from '../../workspace/articles/openArticle';
import { toOffset, toVsCodeRange } from '../../workspace/platform/positions';
import type { Services } from '../services';
import { articlePath } from '../../workspace/platform/uris';

/** Going to annotations, and listing them. */
export function registerNavigation(services: Services): vscode.Disposable {
  const goTo = async (item: CorpusItem) => showPassages(services, item);
  return vscode.Disposable.from(
    registerCommand(COMMANDS.goTo, annotationArguments, async ({ id, uri }) => {
      const item =
        id === undefined
          ? await services.target.search(vscode.l10n.t('Go to which annotation?'))
          : await services.target.resolve({ id, uri });
      if (item !== undefined) await goTo(item);
    }),
    registerCommand(COMMANDS.next, v.looseObject({}), () => step(services, 1)),
    registerCommand(COMMANDS.previous, v.looseObject({}), () => step(services, -1)),
    registerCommand(
      COMMANDS.list,
      v.looseObject({ uri: v.exactOptional(uriArgument) }),
      async ({ uri }, { byHand }) => {
        const annotations = await listAnnotations(services, uri);
        if (byHand) {
          const articles = new Set(annotations.map(({ article }) => article)).size;
          vscode.window.setStatusBarMessage(
            vscode.l10n.t('Annotations: {0}, in articles: {1}', annotations.length, articles),
            8_000,
          );
        }
        return annotations;
      },
    ),
  );
}

/** The contract's `list`: of one article or of the workspace, in export order. */
export async function listAnnotations(
  { index, reader, sidecars, codebooks }: Services,
  uri?: vscode.Uri,
): Promise<ExportedAnnotation[]> {
  await codebooks.load();
  if (uri === undefined) await index.load();
  else await sidecars.requireReadable(uri);
  const articles = uri === undefined ? sidecars.articlesOfWorkspace() : [uri];
  const placed = [];
  for (const article of articles) placed.push(await reader.place(article));
  return exportDocument(placed, undefined).annotations;
}

/** Opens the article and selects the annotation's passages. */
async function showPassages(
  { reader }: Services,
  { article, annotation }: CorpusItem,
): Promise<void> {
  const uri = vscode.Uri.parse(article);
  const editor = await vscode.window.showTextDocument(await openArticle(uri));
  const { placed, article: text } = await reader.place(uri);
  const ranges =
    placed
      .find((one) => one.annotation.id === annotation.id)
      ?.passages.flatMap(({ range }) => range ?? []) ?? [];
  const [first, ...others] =
    text === undefined ? [] : ranges.map((range) => toVsCodeRange(text.lines, range));
  if (first === undefined)
    throw new RefusedError(
      vscode.l10n.t(
        'The words of this annotation are not found in {0} any more.',
        articlePath(uri),
      ),
    );
  editor.selections = [first, ...others].map(({ start, end }) => new vscode.Selection(start, end));
  editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * Selects the next (1) or previous (-1) annotation of the active article, and begins again at its
 * other end.
 */
async function step(services: Services, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const live = editor && services.open.get(editor.document.uri);
  const placed = live?.inReadingOrder().filter((one) => firstRange(one) !== undefined) ?? [];
  if (editor === undefined || placed.length === 0)
    throw new RefusedError(vscode.l10n.t('The article in the editor has no annotations.'));
  const key = (range: { start: number; end: number }) => [range.start, -range.end] as const;
  const here = toOffset(editor.document, editor.selection.start);
  const hereEnd = toOffset(editor.document, editor.selection.end);
  const cursor = key({ start: here, end: hereEnd });
  const after = (one: (typeof placed)[number]) => {
    const [start, end] = key(firstRange(one) ?? { start: 0, end: 0 });
    return start - cursor[0] || (here === hereEnd ? 0 : end - cursor[1]);
  };
  const found =
    direction === 1
      ? (placed.find((one) => after(one) > 0) ?? placed[0])
      : (placed.findLast((one) => after(one) < 0) ?? placed.at(-1));
  const { uri } = editor.document;
  if (found !== undefined)
    await showPassages(services, {
      article: uri.toString(),
      annotation: found.annotation,
      state: undefined,
    });
}
