import type { Drawn, ModelBase } from './drawn';
import type { QuoteCard } from './quotes';

export interface TurnsOptions {
  readonly view: 'turns';
}

export interface TurnsModel extends ModelBase {
  readonly view: 'turns';
  readonly cards: readonly TurnCard[];
}

export interface TurnCard extends Drawn {
  readonly speaker: string;
  readonly topic: string;
  readonly speakerText: string;
  readonly topicText: string;
  readonly from: QuoteCard;
  readonly to: QuoteCard;
  /** How much time there is between the two at least, as in “2 months”. Localised. */
  readonly apart: string;
  /** What else the speaker said about the topic between the two: neutral or without a stance. */
  readonly between: readonly QuoteCard[];
  /** How many there are of these, and how many of others about the topic in that time. */
  readonly ownBetween: number;
  readonly othersBetween: number;
  /** The same in words. Localised. */
  readonly betweenText: string;
  /** The annotations of all of them; of very many, the first ones. */
  readonly idsBetween: readonly string[];
  /** Why the analyst set it aside; undefined: it wasn't. */
  readonly setAside: string | undefined;
}
