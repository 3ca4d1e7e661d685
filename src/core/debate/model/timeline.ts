import type { Drawn, Line, Meaning, ModelBase, Picture } from './drawn';

export interface TimelineOptions {
  readonly view: 'timeline';
  readonly by?: 'speaker' | 'topic';
  readonly width: number;
  /** The days that are shown, both included; left out: from the first statement to the last. */
  readonly since?: string;
  readonly until?: string;
}

/** When who said what. */
export interface TimelineModel extends ModelBase, Picture {
  readonly view: 'timeline';
  readonly by: 'speaker' | 'topic';
  readonly rows: readonly Line[];
  readonly marks: readonly TimelineMark[];
  readonly turns: readonly TimelineTurn[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** The days at both ends of the axis. */
  readonly since: string;
  readonly until: string;
  /** Where the axis begins and ends. */
  readonly axis: { readonly from: number; readonly to: number; readonly y: number };
  /** The middle of the margin where undated statements stand; undefined: there are none. */
  readonly undatedAt: number | undefined;
}

export interface TimelineMark extends Drawn {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly meaning: Meaning;
  /** Only the article's date is known. */
  readonly isHollow: boolean;
  /** Of dates of a year or a month, from where to where it reaches. */
  readonly period?: { readonly from: number; readonly to: number };
  readonly isUndated: boolean;
  /** As in `2024-07`; of several marks in one, the first and the last. */
  readonly date: string;
  readonly count: number;
}

/** A change between opposite stances: a line from one mark to the other. */
export interface TimelineTurn extends Drawn {
  readonly row: number;
  readonly from: { readonly x: number; readonly y: number; readonly meaning: Meaning };
  readonly to: { readonly x: number; readonly y: number; readonly meaning: Meaning };
}
