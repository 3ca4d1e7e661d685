import * as vscode from 'vscode';
import { excerpt } from '../../core/text/excerpt';
import type { BoundaryMove, PossibleMove } from '../../core/text/sentences/boundaries';

/** How many columns of a passage's words are shown at the edge that is moved. */
const COLUMNS = 36;

/** What a move of a boundary is called. */
export function moveTitle({ edge, step, by }: BoundaryMove): string {
  return titles()[`${step} ${edge} ${by}`];
}

const titles = (): Record<
  `${BoundaryMove['step']} ${BoundaryMove['edge']} ${BoundaryMove['by']}`,
  string
> => ({
  'extend end clause': vscode.l10n.t('Extend the end by a clause'),
  'extend end sentence': vscode.l10n.t('Extend the end by a sentence'),
  'extend end quotation': vscode.l10n.t('Extend the end to the quotation mark'),
  'shrink end clause': vscode.l10n.t('Shorten the end by a clause'),
  'shrink end sentence': vscode.l10n.t('Shorten the end by a sentence'),
  'shrink end quotation': vscode.l10n.t('Shorten the end to the quotation mark'),
  'extend start clause': vscode.l10n.t('Extend the start by a clause'),
  'extend start sentence': vscode.l10n.t('Extend the start by a sentence'),
  'extend start quotation': vscode.l10n.t('Extend the start to the quotation mark'),
  'shrink start clause': vscode.l10n.t('Shorten the start by a clause'),
  'shrink start sentence': vscode.l10n.t('Shorten the start by a sentence'),
  'shrink start quotation': vscode.l10n.t('Shorten the start to the quotation mark'),
});

/** The words of the passage at the edge that was moved: “…, and we stayed”. */
export function wordsAtEdge(text: string, { edge, range }: PossibleMove): string {
  const words = text.slice(range.start, range.end);
  if (edge === 'start') return `“${excerpt(words, COLUMNS)}”`;
  const tail = excerpt(Array.from(words).slice(-COLUMNS).join(''), 2 * COLUMNS);
  return tail.length < words.length ? `“…${tail}”` : `“${tail}”`;
}
