/**
 * What the views of a debate show, laid out: everything that is drawn, said to screen readers or
 * printed, without a window. Positions are CSS pixels from the top left corner.
 */
import type { NetworkOptions } from '../network/options';

/** The views of a debate beside its table. */
export const DEBATE_VIEWS = [
  'matrix',
  'timeline',
  'turns',
  'answers',
  'networks',
  'sameStatement',
] as const;

export type DebateView = (typeof DEBATE_VIEWS)[number];

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
interface ModelBase {
  /** Localised. */
  readonly title: string;
  /** What the picture says, in a sentence or two, for screen readers. Localised. */
  readonly description: string;
  /** What is left out, or how to begin where there is nothing to show. Localised. */
  readonly notices: readonly string[];
  /** Nothing can be shown: the notices say how to begin. */
  readonly isEmpty: boolean;
  /** How many annotations were looked at. */
  readonly total: number;
}

/** The size of a picture. */
interface Picture {
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

// The matrix

export const MATRIX_COLUMNS = ['topic', 'article', 'role', 'month'] as const;
export const MATRIX_ORDERS = ['size', 'similarity', 'name'] as const;

export interface MatrixOptions {
  readonly view: 'matrix';
  readonly columns?: (typeof MATRIX_COLUMNS)[number];
  readonly order?: (typeof MATRIX_ORDERS)[number];
  readonly width: number;
}

/** Speakers with what they speak about. */
export interface MatrixModel extends ModelBase, Picture {
  readonly view: 'matrix';
  readonly columnsAre: (typeof MATRIX_COLUMNS)[number];
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Those that aren't empty: by row, then by column. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell extends Drawn {
  /** Numbers of the row and the column. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly stances: StanceCounts;
  /** What is drawn of the stances, from left to right: shares from 0 to 1. */
  readonly shares: readonly { readonly meaning: Meaning; readonly share: number }[];
  /** As in `▲ 3 ▼ 1`, cut to what there is space for. */
  readonly text: string;
}

// The timeline

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

// Quotes

/** One annotation as people read it. */
export interface QuoteCard {
  readonly id: string;
  /** The article's key, and how it is called. */
  readonly article: string;
  readonly title: string;
  /** Of the article; undefined: not known. */
  readonly published: string | undefined;
  readonly quote: string;
  /** As it is shown; undefined: not set. The same for the others. */
  readonly speaker: string | undefined;
  readonly role: string;
  readonly topic: string | undefined;
  readonly stance: string | undefined;
  readonly meaning: Meaning;
  readonly date: string | undefined;
  readonly dateOf: 'statement' | 'article' | undefined;
  /** Role, stance and topic on one line; the date, and whether it is the article's. Localised. */
  readonly codedText: string;
  readonly dateText: string;
}

// Turns

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

// Who answers whom

export interface AnswersOptions {
  readonly view: 'answers';
  /** Whose neighbourhood; left out: of the one with the most links. */
  readonly speaker?: string;
  /** All speakers that have links, not one's neighbourhood. */
  readonly everybody?: boolean;
  /** The argument under this annotation instead. */
  readonly claim?: string;
  readonly width: number;
}

/** Who answers whom: speakers with arrows, or one argument as a tree. */
export type AnswersModel = AnswersGraphModel | ArgumentModel;

export interface AnswersGraphModel extends ModelBase, Picture {
  readonly view: 'answers';
  readonly kind: 'speakers';
  /** Whose neighbourhood it is; undefined: all. */
  readonly center: string | undefined;
  readonly nodes: readonly SpeakerNode[];
  readonly arrows: readonly Arrow[];
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

// Networks

export interface NetworksOptions {
  readonly view: 'networks';
  readonly network: NetworkOptions;
  /** Ties whose weight is nearer to 0 are left out. */
  readonly threshold?: number;
  readonly width: number;
}

export interface NetworksModel extends ModelBase, Picture {
  readonly view: 'networks';
  readonly options: NetworkOptions;
  readonly threshold: number;
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly NetworkTie[];
  readonly camps: number;
  /** How much better the camps explain the ties than chance does; at most 1. */
  readonly modularity: number;
  /** The first and last day of dated statements, for choosing a time. */
  readonly since: string | undefined;
  readonly until: string | undefined;
}

export interface NetworkNode extends Drawn {
  readonly value: string;
  readonly kind: 'speaker' | 'topic';
  /** In full, and cut to the space that there is. */
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** From 0, the largest first. */
  readonly camp: number;
  readonly degree: number;
  readonly strength: number;
  readonly favor: number;
  readonly against: number;
}

/** A tie; its annotations are those that make its weight, of very many the first 200. */
export interface NetworkTie extends Drawn {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly meaning: Meaning;
  readonly thickness: number;
}

// The same statement through the articles

export interface SameStatementOptions {
  readonly view: 'sameStatement';
}

export interface SameStatementModel extends ModelBase {
  readonly view: 'sameStatement';
  readonly groups: readonly SameStatementGroup[];
}

/** One statement, wherever it stands: its first occurrence, then the others in time. */
export interface SameStatementGroup extends Drawn {
  readonly occurrences: readonly Occurrence[];
  /** How many there are; more than those that are shown. */
  readonly count: number;
}

export interface Occurrence extends Drawn {
  readonly card: QuoteCard;
  /** Its words, with what differs from the first occurrence. */
  readonly pieces: readonly Piece[];
}

/** Words that stand in both, in this one alone, or in the first one alone. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'left-out';
  readonly text: string;
}

export type DebateOptions =
  | MatrixOptions
  | TimelineOptions
  | TurnsOptions
  | AnswersOptions
  | NetworksOptions
  | SameStatementOptions;

export type DebateModel =
  MatrixModel | TimelineModel | TurnsModel | AnswersModel | NetworksModel | SameStatementModel;

/** The model that options of a view make. */
export type ModelOf<Options extends DebateOptions> = Extract<
  DebateModel,
  { readonly view: Options['view'] }
>;

/** The same facts as a picture's, as a table. */
export interface TwinTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TwinRow[];
}

export interface TwinRow {
  readonly key: string;
  /** As many as there are columns; the first one is the row's head. */
  readonly cells: readonly (string | number)[];
  readonly ids: readonly string[];
}
