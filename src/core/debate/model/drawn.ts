/** What a colour means; only style sheets know which one it is. */
export type Meaning =
  | 'favor'
  | 'against'
  | 'neutral'
  | 'otherStance'
  | 'uncoded'
  | 'supports'
  | 'rebuts'
  | 'restates'
  | 'otherLink'
  | 'agreement'
  | 'conflict';

/** Something that is drawn, and leads to the words that it stands for. */
export interface Drawn {
  /** Stays the same while the data change: an element is updated in place by it. */
  readonly key: string;
  /** What it says, for screen readers and as a tip. Localised, without disguising characters. */
  readonly label: string;
  /** The annotations that it stands for, in export order. */
  readonly ids: readonly string[];
}

/** What all models have. */
export interface ModelBase {
  /** Localised. */
  readonly title: string;
  /** What the picture says, in a sentence or two, for screen readers. Localised. */
  readonly description: string;
  /** What signs, colours and lines mean; empty where words say it all. Localised. */
  readonly legend: string;
  /** What is left out, or how to begin where there is nothing to show. Localised. */
  readonly notices: readonly string[];
  /** Nothing can be shown: the notices say how to begin. */
  readonly isEmpty: boolean;
  /** How many annotations were looked at. */
  readonly total: number;
}

/** The size of a picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** How many statements there are of each stance. */
export interface StanceCounts {
  readonly favor: number;
  readonly against: number;
  readonly neutral: number;
  /** Stances of the codebook. */
  readonly otherStance: number;
  /** Without a stance. */
  readonly uncoded: number;
}

/** A name at a picture's edge: a row or a column. */
export interface Line {
  readonly key: string;
  /** The value as the data have it; undefined: not set. */
  readonly value: string | undefined;
  /** As it is shown, cut to the space that there is. */
  readonly text: string;
  /** In full, for tips and screen readers. */
  readonly label: string;
  /** Where it begins (of rows y, of columns x), and how high or wide it is. */
  readonly at: number;
  readonly size: number;
  readonly count: number;
}
