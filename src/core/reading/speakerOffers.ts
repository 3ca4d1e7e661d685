import type { QuoteType, Suggestion, Words } from '../attribution';
import type { SpeakerUse } from '../corpus/speakerUse';

/** Below this a suggestion is more likely wrong than right: nobody is put first for it. */
export const OFFERED = 0.5;
/** From this on a suggestion may be taken without a question, where that is wished for. */
export const SURE = 0.95;
/** Behind the first one stand so many more, if anything speaks for them. */
const MOST = 3;
const BEHIND = 0.15;

/** Words that stand for a speaker, and are nobody's name. */
const PRONOUN =
  /^(?:I|we|you|he|she|it|they|one|who|this|that|these|those|him|her|them|us|[我你您他她它其]们?|咱们|自己|对方|大家)$/i;

/** Who may say a passage, with all that is taken over together. */
export interface SpeakerOffer {
  /** The canonical name. */
  readonly speaker: string;
  /** The stance remembered on the topic at hand; null: left open so far; undefined: not known. */
  readonly stance: string | null | undefined;
  /** 0 to 1. */
  readonly score: number;
  /** The language model that proposed it; then the score says nothing. */
  readonly by?: string;
  /** The words that attribute the passage. */
  readonly cue?: Words;
  readonly reportedBy?: readonly string[];
  readonly quoteType?: QuoteType;
}

/**
 * The speakers to put first, best first; none where nobody is likely enough.
 *
 * @param suggestions by the article's words, best first
 * @param uses how speakers were used before
 * @param canonical the name that the codebook has for one as written
 */
export function speakerOffers(
  suggestions: readonly Suggestion[],
  uses: readonly SpeakerUse[],
  canonical: (name: string) => string = (name) => name,
): SpeakerOffer[] {
  const named = suggestions
    .map((one) => ({ ...one, speaker: usedAs(canonical(one.speaker), uses) }))
    .filter(({ speaker }) => !PRONOUN.test(speaker) || uses.some((use) => use.speaker === speaker));
  // A pronoun that nobody is found for is no answer, and who is less likely isn't one either.
  if (named[0] !== undefined && named[0].score < OFFERED) return [];
  const seen = new Set<string>();
  return named
    .filter(({ speaker, score }) => {
      const isNew = speaker !== '' && score >= BEHIND && !seen.has(speaker);
      seen.add(speaker);
      return isNew;
    })
    .slice(0, MOST)
    .map(({ speaker, score, cue, reportedBy, quoteType }) => {
      const use = uses.find((one) => one.speaker === speaker);
      const others = reportedBy?.map(canonical).filter((name) => name !== speaker) ?? [];
      return {
        speaker,
        stance: use?.stances[0]?.stance ?? (use?.leftOpen === true ? null : undefined),
        score,
        ...(cue && { cue }),
        ...(others.length > 0 && { reportedBy: others }),
        ...(quoteType && { quoteType }),
      };
    });
}

/** A short name stands for the one speaker of the article whose name ends or begins with it. */
function usedAs(name: string, uses: readonly SpeakerUse[]): string {
  if (name.length < 2 || uses.some(({ speaker }) => speaker === name)) return name;
  const [only, other] = uses.filter(
    ({ speaker, here }) => here && (speaker.endsWith(name) || speaker.startsWith(name)),
  );
  return only === undefined || other !== undefined ? name : only.speaker;
}

/** The fields of an annotation that come with an offer, beside speaker and stance. */
export function fieldsOfOffer({ cue, reportedBy, quoteType }: SpeakerOffer): {
  cue?: string;
  reportedBy?: readonly string[];
  quoteType?: QuoteType;
} {
  const words = cue && readableCue(cue.text);
  return {
    ...(reportedBy && { reportedBy }),
    ...(quoteType && { quoteType }),
    ...(words !== undefined && words !== '' && { cue: words }),
  };
}

/** A cue as it reads: without the targets of links, emphasis, line ends. */
export function readableCue(text: string): string {
  return text
    .replace(/\]\([^)\n]*\)/g, '')
    .replace(/[*_`[\]]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
