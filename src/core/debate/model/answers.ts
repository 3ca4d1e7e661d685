import type { Drawn, Meaning, ModelBase, Picture } from './drawn';
import type { QuoteCard } from './quotes';

export interface AnswersOptions {
  readonly view: 'answers';
  /** Whose neighbourhood; left out: of the one with the most links. */
  readonly speaker?: string;
  /** All speakers that have links, not one's neighbourhood. */
  readonly everybody?: boolean;
  /** The argument under this annotation instead. */
  readonly claim?: string;
  readonly width: number;
  /** What is seen at once: all speakers are placed in it where that is enough. */
  readonly height?: number;
}

/** Who answers whom: speakers with arrows, or one argument as a tree. */
export type AnswersModel = AnswersGraphModel | ArgumentModel;

export interface AnswersGraphModel extends ModelBase, Picture {
  readonly view: 'answers';
  readonly kind: 'speakers';
  /** Whose neighbourhood it is; undefined: all. */
  readonly center: string | undefined;
  /** Who answers or is answered, those with most links first; undefined: without a name. */
  readonly speakers: readonly { readonly value: string | undefined; readonly label: string }[];
  readonly nodes: readonly SpeakerNode[];
  readonly arrows: readonly Arrow[];
  /** What stands above the claims. Localised. */
  readonly claimsTitle: string;
  /** The annotations that most links lead to, with those that answer them. */
  readonly claims: readonly (Drawn & { readonly size: number })[];
}

export interface SpeakerNode extends Drawn {
  /** Undefined: not set. */
  readonly value: string | undefined;
  /** In full, and cut to the space that there is. */
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How many links begin or end here. */
  readonly count: number;
}

/** All links of one type from one speaker to another. */
export interface Arrow extends Drawn {
  /** Numbers of nodes. */
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly typeText: string;
  readonly meaning: Meaning;
  readonly count: number;
  readonly thickness: number;
  /** The paths of the line and of its head, as SVG writes them, and where its number stands. */
  readonly path: string;
  readonly head: string;
  readonly at: { readonly x: number; readonly y: number };
}

export interface ArgumentModel extends ModelBase {
  readonly view: 'answers';
  readonly kind: 'argument';
  /** In the order in which a tree is read. */
  readonly steps: readonly ArgumentStep[];
}

export interface ArgumentStep extends Drawn {
  /** 0 for the claim itself. */
  readonly depth: number;
  /** How it stands to the one that it is under; undefined for the claim. */
  readonly link: string | undefined;
  readonly linkText: string | undefined;
  readonly meaning: Meaning;
  readonly card: QuoteCard;
  /** It stands further up already: what is under it isn't told again. */
  readonly isRepeated: boolean;
}
