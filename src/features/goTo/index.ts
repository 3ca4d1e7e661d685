import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { firstRange } from '../../core/placing/placeAnnotations';
import { RefusedError } from '../../core/model/problem';
import { annotationArguments, registerCommand } from '../../ui/commands';
import type { IndexedAnnotation } from '../../workspace/annotations/annotationIndex';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import { toOffset, toVsCodeRange } from '../../workspace/platform/positions';
import type { Registration, Services } from '../services';
import { articlePath } from '../../workspace/platform/uris';

type Needs = Pick<Services, 'open' | 'reader' | 'target'>;

/** Going to annotations. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerCommand(COMMANDS.goTo, annotationArguments, async ({ id, uri }) => {
      const item =
        id === undefined
          ? await services.target.search(vscode.l10n.t('Go to which annotation?'))
          : await services.target.resolve({ id, uri });
      if (item !== undefined) await showPassages(services, item);
    }),
    registerCommand(COMMANDS.next, v.looseObject({}), () => step(services, 1)),
    registerCommand(COMMANDS.previous, v.looseObject({}), () => step(services, -1)),
  );
}

/** Opens the article and selects the annotation's passages. */
async function showPassages(
  { reader }: Needs,
  { uri, annotation }: Pick<IndexedAnnotation, 'uri' | 'annotation'>,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(await openArticleDocument(uri));
  const { placed, article: text } = await reader.placeArticle(uri);
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
async function step(services: Needs, direction: 1 | -1): Promise<void> {
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
  if (found !== undefined)
    await showPassages(services, { uri: editor.document.uri, annotation: found.annotation });
}
