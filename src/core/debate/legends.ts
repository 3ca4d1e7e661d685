import * as l10n from '@vscode/l10n';
import type { NetworkOptions } from '../network/options';
import type { Meaning, TimelineModel } from './model';
import { STANCE_MEANINGS, STANCE_SIGNS, stanceName } from './stances';

/** What the signs of stances mean: those that are drawn. */
export function stancesLegend(drawn: Iterable<Meaning>): string {
  const there = new Set(drawn);
  return joined(
    STANCE_MEANINGS.filter((meaning) => there.has(meaning)).map(
      (meaning) => `${STANCE_SIGNS[meaning]} ${stanceName(meaning)}`,
    ),
  );
}

/** What the marks of a timeline mean: those that are drawn. */
export function timelineLegend({ marks, turns }: Pick<TimelineModel, 'marks' | 'turns'>): string {
  return joined([
    stancesLegend(marks.map(({ meaning }) => meaning)),
    marks.some(({ isHollow }) => isHollow) ? l10n.t('hollow: the article’s date') : '',
    marks.some(({ period }) => period !== undefined) ? l10n.t('bar: some time in it') : '',
    turns.length > 0 ? l10n.t('dashed line: a turn') : '',
    marks.some(({ isUndated }) => isUndated) ? l10n.t('?: without a date') : '',
  ]);
}

/** How arrows are read, and how others are come to. */
export function answersLegend(): string {
  return l10n.t('Arrows lead from who answers to who is answered. Click: the quotations.');
}

/** What circles, squares, colours, numbers and lines of a network mean. */
export function networkLegend({ kind, aggregation }: NetworkOptions): string {
  const camps = l10n.t('numbers and colours: camps');
  if (kind === 'two-mode') {
    const stances = aggregation === 'ignore' ? '' : l10n.t('dashed line: against');
    return joined([l10n.t('circles: speakers'), l10n.t('squares: topics'), camps, stances]);
  }
  const isConflict = aggregation === 'conflict' || aggregation === 'subtract';
  return joined([camps, isConflict ? l10n.t('dashed line: they disagree') : '']);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
