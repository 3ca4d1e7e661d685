import type { Utf16Range } from '../../text/range';

/** One who may have said a passage, and what speaks for it; offsets in the plain text. */
export interface Candidate {
  readonly speaker: string;
  readonly isKnown: boolean;
  /** The rule that found it, as the table of precisions has it. */
  readonly rule: string;
  readonly score: number;
  readonly cue?: Utf16Range | undefined;
  readonly span?: Utf16Range | undefined;
  readonly reportedBy?: readonly string[];
}

/** One candidate a speaker, best first: that of the best rule. */
export function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const other = best.get(candidate.speaker);
    if (other === undefined || other.score < candidate.score)
      best.set(candidate.speaker, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
