import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { candidatesFor } from '../../core/placing/placeAnnotations';
import type { Utf16Range } from '../../core/text/range';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import type { PlacedArticle } from '../../workspace/articles/articleReader';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articlePath } from '../../workspace/platform/uris';
import { withoutIcons } from '../../ui/icons';
import type { Services } from '../services';

/** How long it is said that another place is shown, in milliseconds. */
const SAID = 8_000;

/** How an article is shown. */
export interface HowToShow {
  /**
   * It is only shown, as for a click on a row: then the place that is most like the passage will do
   * where it is not found.
   */
  readonly keepFocus?: boolean | undefined;
  /** Beside the editor that is active, not in its place. */
  readonly beside?: boolean | undefined;
}

/**
 * Opens the article and selects the annotation's passages.
 *
 * @throws RefusedError if the article can't be opened, or has no place for the annotation
 */
export async function showPassages(
  { reader }: Pick<Services, 'reader'>,
  { uri, annotation }: Pick<IndexedAnnotation, 'uri' | 'annotation'>,
  { keepFocus = false, beside = false }: HowToShow = {},
): Promise<void> {
  const document = await openArticleDocument(uri);
  const editor = await vscode.window.showTextDocument(document, {
    preserveFocus: keepFocus,
    ...(beside && { viewColumn: vscode.ViewColumn.Beside }),
  });
  const article = await reader.placeArticle(uri);
  const { article: text, placed } = article;
  const found = placed.find((one) => one.annotation.id === annotation.id);
  // It may be deleted by now.
  if (found === undefined && keepFocus) return;
  const ranges = found?.passages.flatMap(({ range }) => range ?? []) ?? [];
  const [first, ...others] =
    text === undefined ? [] : ranges.map((range) => toVsCodeRange(text.lines, range));
  if (first !== undefined) {
    const all = [first, ...others];
    editor.selections = all.map(({ start, end }) => new vscode.Selection(start, end));
    editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const notFound = vscode.l10n.t(
    'The words of this annotation are not found in {0} any more.',
    articlePath(uri),
  );
  if (!keepFocus) throw new RefusedError(notFound);
  const likely = await likelyPlace(article, annotation.id);
  if (likely === undefined || text === undefined) {
    vscode.window.setStatusBarMessage(withoutIcons(notFound), SAID);
    return;
  }
  const place = toVsCodeRange(text.lines, likely);
  editor.selection = new vscode.Selection(place.start, place.start);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Shown is one place that may be meant: choose it, or another one.'),
    SAID,
  );
}

/** The best candidate for a passage that has no place. */
async function likelyPlace(
  { article, placed }: PlacedArticle,
  id: string,
): Promise<Utf16Range | undefined> {
  if (article === undefined) return undefined;
  const annotations = placed.map(({ annotation }) => annotation);
  const candidates = await inSteps(candidatesFor(article, annotations, id));
  return candidates.flatMap(({ ranges }) => ranges)[0];
}
