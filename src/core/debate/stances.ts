import * as l10n from '@vscode/l10n';
import type { Meaning, StanceCounts } from './model';

/** The stances in the order in which they are told and drawn. */
export const STANCE_MEANINGS = ['favor', 'against', 'neutral', 'otherStance', 'uncoded'] as const;

export type StanceMeaning = (typeof STANCE_MEANINGS)[number];

/** The signs of stances: not colour alone says which one it is. */
export const STANCE_SIGNS: Readonly<Record<StanceMeaning, string>> = {
  favor: '▲',
  against: '▼',
  neutral: '◆',
  otherStance: '●',
  uncoded: '○',
};

/** Stances while they are counted. */
export type Counting = { -readonly [K in keyof StanceCounts]: number };

export function noStances(): Counting {
  return { favor: 0, against: 0, neutral: 0, otherStance: 0, uncoded: 0 };
}

/** As in `▲3 ▼1`: those that there are. */
export function stanceSigns(counts: StanceCounts): string {
  return STANCE_MEANINGS.filter((meaning) => counts[meaning] > 0)
    .map((meaning) => `${STANCE_SIGNS[meaning]}${counts[meaning]}`)
    .join(' ');
}

/** As in `3 favor, 1 against`: those that there are. */
export function stanceWords(counts: StanceCounts): string {
  return STANCE_MEANINGS.filter((meaning) => counts[meaning] > 0)
    .map((meaning) => `${counts[meaning]} ${stanceName(meaning)}`)
    .join(', ');
}

/** How stances are called together: all those of a codebook are other ones. */
export function stanceName(meaning: StanceMeaning): string {
  switch (meaning) {
    case 'favor':
      return l10n.t('favor');
    case 'against':
      return l10n.t('against');
    case 'neutral':
      return l10n.t('neutral');
    case 'otherStance':
      return l10n.t('other stance');
    case 'uncoded':
      return l10n.t('no stance');
  }
}

/** Whether a colour stands for a stance. */
export function isStance(meaning: Meaning): meaning is StanceMeaning {
  return (STANCE_MEANINGS as readonly Meaning[]).includes(meaning);
}
