/**
 * What the debate's tab and the extension tell each other. The tab asks, the extension answers each
 * question once; beside that, the extension tells what changed. Both check what they get: a page
 * may say anything.
 */
import * as v from 'valibot';
import { DEBATE_VIEWS, type DebateModel, type TwinTable } from '../../core/debate/model';
import { EDITABLE_COLUMNS, GROUPED_COLUMNS, TABLE_COLUMNS } from '../../core/debate/table/columns';

/** The pictures and lists of the tab, in the order of its buttons. */
export const VIEW_NAMES = ['table', ...DEBATE_VIEWS] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** More than anybody types or pastes into a field. */
const LONGEST_TEXT = 100_000;
/** A picture of this size, in letters, is larger than any screen. */
const LARGEST_PICTURE = 64_000_000;
/** More lines than a screen has, asked for at a time. */
export const MOST_LINES = 500;
/** More annotations than ever say the same. */
const MOST_SAME = 100_000;
/** More quotations than anybody reads in one list. */
export const MOST_QUOTES = 200;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const column = v.picklist(TABLE_COLUMNS);
const editable = v.picklist(EDITABLE_COLUMNS);
const format = v.picklist(['tsv', 'csv', 'markdown']);
const nothing = v.strictObject({});

/** What stands for an annotation. */
const ref = v.strictObject({ article: text, id: text });
export type Ref = v.InferOutput<typeof ref>;

const columnFilter = v.strictObject({
  values: v.optional(v.array(v.nullable(text))),
  text: v.optional(text),
});

const tableSettings = v.strictObject({
  order: v.pipe(
    v.array(v.strictObject({ column, descending: v.boolean() })),
    v.maxLength(TABLE_COLUMNS.length),
  ),
  groupBy: v.optional(v.picklist(GROUPED_COLUMNS)),
  filters: v.record(column, columnFilter),
});

/** How the table is now. */
const tableInfo = v.object({
  /** Lines are asked for by their numbers, which hold for this version alone. */
  version: number,
  lines: number,
  /** How many annotations are shown, how many there are, and how many are selected. */
  count: number,
  total: number,
  selected: number,
});
export type TableInfo = v.InferOutput<typeof tableInfo>;

const groupLine = v.object({
  kind: v.literal('group'),
  label: v.string(),
  count: number,
  isFolded: v.boolean(),
});
const rowLine = v.object({
  kind: v.literal('row'),
  article: v.string(),
  id: v.string(),
  cells: v.record(column, v.string()),
  /** What stands in an editor at first, where that isn't what the cell shows. */
  written: v.record(v.string(), v.string()),
  isArticleDate: v.boolean(),
  isSelected: v.boolean(),
});
const tableLine = v.variant('kind', [groupLine, rowLine]);
export type TableLine = v.InferOutput<typeof tableLine>;
export type TableRow = v.InferOutput<typeof rowLine>;

const choice = v.object({ text: v.string(), description: v.string() });
export type Completion = v.InferOutput<typeof choice>;

const filterState = v.object({
  /** Whether it is the sidebar's. */
  follows: v.boolean(),
  /** As it would be typed. */
  typed: v.string(),
  /** What is wrong with what was typed; the last right one holds. */
  errors: v.array(v.string()),
});
export type FilterState = v.InferOutput<typeof filterState>;

const quote = v.object({
  article: v.string(),
  id: v.string(),
  quote: v.string(),
  speaker: v.string(),
  /** Role, stance and topic on one line. */
  coded: v.string(),
  /** With whose date it is. */
  date: v.string(),
  title: v.string(),
});
export type Quote = v.InferOutput<typeof quote>;

const cells = v.array(v.union([v.string(), v.number()]));

/** What is asked for beside a picture's own choices, which its model's maker reads. */
const pictureOptions = v.looseObject({
  view: v.picklist(DEBATE_VIEWS),
  /** In CSS pixels. */
  width: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
  /** What is seen of it at once. */
  height: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
  /** Whether the same facts are wanted as a table, too: it is as large as the picture. */
  hasTwin: v.optional(v.boolean()),
});
export type PictureOptions = v.InferOutput<typeof pictureOptions>;

/** A model is the extension's own, and is drawn by nothing but texts and numbers. */
const isModel = (given: unknown) => given instanceof Object && 'view' in given;

/** The questions of the tab, each with its answer. */
export const QUESTIONS = {
  /** The page is there. */
  start: {
    ask: v.strictObject({
      filter: v.optional(v.strictObject({ follows: v.boolean(), typed: text })),
    }),
    answer: v.object({
      texts: v.record(v.string(), v.string()),
      filter: filterState,
      /** What is to be shown first; left out: what was shown last. */
      view: v.optional(v.picklist(VIEW_NAMES)),
    }),
  },
  filter: {
    ask: v.strictObject({ follows: v.boolean(), typed: text }),
    answer: filterState,
  },
  table: { ask: tableSettings, answer: tableInfo },
  lines: {
    ask: v.strictObject({
      version: number,
      from: number,
      count: v.pipe(number, v.maxValue(MOST_LINES)),
    }),
    answer: v.object({ version: number, lines: v.array(tableLine) }),
  },
  /** On which lines annotations stand now; null: on none. */
  where: {
    ask: v.strictObject({ rows: v.pipe(v.array(ref), v.maxLength(10)) }),
    answer: v.object({ version: number, lines: v.array(v.nullable(number)) }),
  },
  fold: {
    ask: v.strictObject({ line: v.optional(number), all: v.optional(v.boolean()) }),
    answer: tableInfo,
  },
  select: {
    ask: v.strictObject({
      how: v.picklist(['only', 'toggle', 'add', 'all', 'none']),
      from: number,
      to: number,
    }),
    answer: tableInfo,
  },
  /** The next line whose row has the words, after one. */
  find: {
    ask: v.strictObject({ text, after: v.pipe(v.number(), v.integer()), backwards: v.boolean() }),
    answer: v.object({ line: v.nullable(number) }),
  },
  /** The values of a column that the filter finds. */
  values: {
    ask: v.strictObject({ column }),
    answer: v.object({
      values: v.array(
        v.object({ value: v.nullable(v.string()), label: v.string(), count: number }),
      ),
    }),
  },
  complete: {
    ask: v.strictObject({ column: editable, row: ref }),
    answer: v.object({ choices: v.array(choice) }),
  },
  /** Writes what was typed into one annotation, or into all that are selected. */
  edit: {
    ask: v.strictObject({ column: editable, row: v.optional(ref), text }),
    answer: nothing,
  },
  copy: {
    ask: v.strictObject({ format, columns: v.array(column), row: v.optional(ref) }),
    answer: v.object({ count: number }),
  },
  copyTable: {
    ask: v.strictObject({ format, columns: cells, rows: v.array(cells) }),
    answer: v.object({ count: number }),
  },
  /** A picture of what the filter finds; where it is asked for, the same facts as a table. */
  picture: {
    ask: pictureOptions,
    answer: v.object({
      model: v.custom<DebateModel>(isModel),
      twin: v.optional(v.custom<TwinTable>((given) => given instanceof Object && 'rows' in given)),
      /** The filter in words, and the day: what a saved picture says about itself. */
      about: v.object({ filter: v.string(), date: v.string() }),
    }),
  },
  /** Sets a turn aside, for a reason that the extension asks for, or takes it back. */
  setAside: {
    ask: v.strictObject({ ids: v.pipe(v.array(text), v.length(2)), isBack: v.boolean() }),
    answer: nothing,
  },
  /** Decides about annotations that may say the same. */
  same: {
    ask: v.strictObject({
      ids: v.pipe(v.array(text), v.minLength(2), v.maxLength(MOST_SAME)),
      how: v.picklist(['accept', 'split', 'refuse']),
    }),
    answer: nothing,
  },
  history: { ask: v.strictObject({ direction: v.picklist(['undo', 'redo']) }), answer: nothing },
  /** Shows the passage, beside the tab; the focus may stay. */
  goTo: {
    ask: v.strictObject({ article: text, id: text, keepFocus: v.boolean() }),
    answer: nothing,
  },
  quotes: {
    ask: v.strictObject({
      ids: v.pipe(v.array(text), v.maxLength(MOST_QUOTES)),
    }),
    answer: v.object({ quotes: v.array(quote) }),
  },
  save: {
    ask: v.strictObject({
      name: text,
      kind: v.picklist(['svg', 'png']),
      /** SVG as it is, PNG in base 64. */
      data: v.pipe(v.string(), v.maxLength(LARGEST_PICTURE)),
    }),
    answer: v.object({ isSaved: v.boolean() }),
  },
} as const;

export type QuestionName = keyof typeof QUESTIONS;
export type Ask<Name extends QuestionName> = v.InferOutput<(typeof QUESTIONS)[Name]['ask']>;
export type Answer<Name extends QuestionName> = v.InferOutput<(typeof QUESTIONS)[Name]['answer']>;

/** A question as it is sent; what it asks is checked by its name's schema. */
export const questionMessage = v.strictObject({
  number,
  name: v.picklist(Object.keys(QUESTIONS) as [QuestionName, ...QuestionName[]]),
  ask: v.unknown(),
});

/** What the extension sends: the answer to a question, why there is none, or what changed. */
export const hostMessage = v.variant('kind', [
  v.object({ kind: v.literal('answer'), number, answer: v.unknown() }),
  /** Without a message: something else was asked for meanwhile. */
  v.object({ kind: v.literal('refused'), number, message: v.nullable(v.string()) }),
  v.object({ kind: v.literal('filter'), filter: filterState }),
  /** Some annotations are to be shown alone, in one of the views, as it is at first. */
  v.object({ kind: v.literal('show'), view: v.picklist(VIEW_NAMES), filter: filterState }),
  /** Rows came, went or changed. */
  v.object({ kind: v.literal('table'), info: tableInfo }),
  /** Pictures are to be made again. */
  v.object({ kind: v.literal('changed') }),
]);
export type HostMessage = v.InferOutput<typeof hostMessage>;
