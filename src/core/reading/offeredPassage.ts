import type { Suggestion } from '../attribution';
import type { Utf16Range } from '../text/range';

/**
 * `quotation`: words in quotation marks; `reported`: a sentence that says who says it;
 * `attributed`: one whose speaker other sentences tell; `topic`: one about the topic at hand.
 */
export type PassageKind = 'quotation' | 'reported' | 'attributed' | 'topic';

/** A passage that may be worth tagging. */
export interface OfferedPassage {
  /** In the article's text. */
  readonly range: Utf16Range;
  readonly kind: PassageKind;
  /** Who says it, best first. */
  readonly suggestions: readonly Suggestion[];
  /** Of what is quoted or reported: the end of the words that say so, such as `表示`. */
  readonly cue: string | undefined;
  /** How much it is about the topic at hand, 0 to 1; undefined: there is no topic. */
  readonly topicShare: number | undefined;
  /** It says how something is or should be, and not only what happened. */
  readonly judges: boolean;
  /** It asks, and states nothing. */
  readonly asks: boolean;
  /** It ends as a sentence does, and not as a heading. */
  readonly isSentence: boolean;
  readonly words: ReadonlySet<string>;
}
