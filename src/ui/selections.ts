import * as vscode from 'vscode';
import { RefusedError } from '../core/model/problem';
import type { ArticleText } from '../core/text/articleText';
import { compareRanges, trimRange, type CodePointRange, type Utf16Range } from '../core/text/range';
import { sentenceAt } from '../core/text/sentence';
import { textKind } from '../core/text/blocks/markdownParser';
import { toRange } from '../workspace/platform/positions';

/**
 * The selections in the article's editor, in reading order, without white space at their ends; the
 * sentence at the cursor where one is empty.
 *
 * @param wordsAt what is taken at a bare cursor
 * @throws RefusedError if there are no words
 */
export function selectedRanges(
  document: vscode.TextDocument,
  text: string,
  wordsAt: typeof sentenceAt = sentenceAt,
): Utf16Range[] {
  const editor =
    vscode.window.visibleTextEditors.find(
      (one) => one.document === document && one === vscode.window.activeTextEditor,
    ) ?? vscode.window.visibleTextEditors.find((one) => one.document === document);
  const ranges = (editor?.selections ?? [])
    .map((selection) => toRange(document, selection))
    .map((range) =>
      range.start === range.end
        ? wordsAt(text, range.start, textKind(document.languageId))
        : trimRange(text, range),
    )
    .filter(({ start, end }) => start < end)
    .sort(compareRanges);
  if (ranges.length === 0)
    throw new RefusedError(
      vscode.l10n.t('There are no words here: select the passage that you want to annotate.'),
    );
  // Two cursors in one sentence mean that sentence once.
  return ranges.filter(({ start }, i) => ranges.slice(0, i).every(({ end }) => end <= start));
}

/**
 * Ranges that a program gave, in reading order, without white space at their ends.
 *
 * @param given code points
 * @throws RefusedError if one is empty, outside of the article, or overlaps another
 */
export function givenRanges(given: readonly CodePointRange[], article: ArticleText): Utf16Range[] {
  const length = article.map.toCodePoint(article.text.length);
  const wrong = given.find(
    ({ start, end }) =>
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      start < 0 ||
      end > length ||
      start >= end,
  );
  if (wrong !== undefined) {
    throw new RefusedError(
      vscode.l10n.t(
        'The range {0}–{1} is empty or lies outside of the article, which has {2} characters.',
        wrong.start,
        wrong.end,
        length,
      ),
    );
  }
  const ranges = given
    .map((range) => trimRange(article.text, article.map.rangeToUtf16(range)))
    .sort(compareRanges);
  if (ranges.length === 0 || ranges.some(({ start, end }) => start === end))
    throw new RefusedError(vscode.l10n.t('There are no words in the range that was given.'));
  if (ranges.some(({ start }, i) => start < (ranges[i - 1]?.end ?? 0)))
    throw new RefusedError(vscode.l10n.t('The passages of one annotation must not overlap.'));
  return ranges;
}
