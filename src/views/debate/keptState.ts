import * as v from 'valibot';
import { GROUPED_COLUMNS, TABLE_COLUMNS } from '../../core/debate/table/columns';
import { VIEW_NAMES } from './protocol';

const column = v.picklist(TABLE_COLUMNS);

const tableSchema = v.object({
  /** The columns from left to right, with their widths in pixels. */
  columns: v.pipe(v.array(v.object({ column, width: v.number() })), v.minLength(1)),
  order: v.array(v.object({ column, descending: v.boolean() })),
  groupBy: v.optional(v.picklist(GROUPED_COLUMNS)),
  filters: v.record(
    column,
    v.object({
      values: v.optional(v.array(v.nullable(v.string()))),
      text: v.optional(v.string()),
    }),
  ),
  /** How far it is scrolled, in pixels. */
  top: v.number(),
  left: v.number(),
  /** Lines are so high that whole quotations are seen. */
  isWhole: v.boolean(),
});
export type KeptTable = v.InferOutput<typeof tableSchema>;

/** What the page keeps while it is hidden or VS Code is closed. */
const keptSchema = v.object({
  view: v.fallback(v.picklist(VIEW_NAMES), 'table'),
  filter: v.optional(v.object({ follows: v.boolean(), typed: v.string() })),
  table: v.fallback(tableSchema, () => firstTable()),
  /** What the other views keep, each as it likes. */
  views: v.fallback(v.record(v.string(), v.unknown()), () => ({})),
});
export type Kept = v.InferOutput<typeof keptSchema>;

const WIDTHS: Readonly<Partial<Record<string, number>>> = {
  quote: 320,
  speaker: 130,
  topic: 150,
  date: 115,
  article: 170,
  note: 170,
  links: 130,
};
const USUAL_WIDTH = 95;
export const NARROWEST = 40;

/** The table as it is shown for the first time. */
export function firstTable(): KeptTable {
  return {
    columns: TABLE_COLUMNS.map((one) => ({ column: one, width: widthOf(one) })),
    order: [],
    filters: {},
    top: 0,
    left: 0,
    isWhole: false,
  };
}

/** How wide a column is at first, in pixels. */
export function widthOf(column: string): number {
  return WIDTHS[column] ?? USUAL_WIDTH;
}

/** What was kept, as far as it makes sense: another version may have kept it. */
export function readKept(kept: unknown): Kept {
  const read = v.safeParse(keptSchema, kept);
  return read.success ? read.output : { view: 'table', table: firstTable(), views: {} };
}
