import type { CodePointMap } from '../text/codePoints';
import type { Suggestion } from './types';

/** A suggestion as commands give it: offsets in code points. */
export interface ListedSuggestion {
  readonly speaker: string;
  readonly score: number;
  readonly cue?: { readonly start: number; readonly end: number; readonly text: string };
}

/** A suggestion as commands give it; the score has three decimals. */
export function listed({ speaker, score, cue }: Suggestion, map: CodePointMap): ListedSuggestion {
  const rounded = Math.round(score * 1000) / 1000;
  if (cue === undefined) return { speaker, score: rounded };
  return { speaker, score: rounded, cue: { ...map.rangeToCodePoints(cue), text: cue.text } };
}
