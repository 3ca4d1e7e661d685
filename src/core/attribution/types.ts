import type { Utf16Range } from '../text/range';

/** A speaker whom the codebook or a sidecar names already. */
export interface KnownSpeaker {
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** Words of the article and where they stand. */
export interface Words extends Utf16Range {
  readonly text: string;
}

/** How a passage gives what was said. */
export type QuoteType = 'direct' | 'indirect' | 'mixed';

/** One who may have said a passage. */
export interface Suggestion {
  /** The known speaker's name, or the fullest name that the article has; a description if none. */
  readonly speaker: string;
  /** How often suggestions like this one were right, 0 to 1. */
  readonly score: number;
  /** The words that attribute the passage. */
  readonly cue?: Words;
  /** Where the speaker is mentioned. */
  readonly span?: Utf16Range;
  /** Who passes the words on, outermost first. */
  readonly reportedBy?: readonly string[];
  readonly quoteType?: QuoteType;
}

export interface SuggestOptions {
  readonly speakers?: readonly KnownSpeaker[];
}
