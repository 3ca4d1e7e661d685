import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import { groupValues } from '../../corpus/query/groupValues';
import { valueOf, type Row } from '../../corpus/query/rows';
import type { Steps } from '../../text/steps';
import { meaningOfStance, type DebateContext } from '../context';
import type { MATRIX_COLUMNS } from '../model';
import { noStances, type Counting } from '../stances';

/** A value of a row or column; undefined: not set. */
export type Value = string | undefined;

/** What one speaker says in one column. */
export interface CountedCell {
  readonly stances: Counting;
  readonly ids: string[];
}

/** All cells that aren't empty, and the sums of rows and columns. */
export interface CountedCells {
  /** By speaker, then by the column's value. */
  readonly cells: ReadonlyMap<Value, ReadonlyMap<Value, CountedCell>>;
  readonly rowCounts: ReadonlyMap<Value, number>;
  readonly columnCounts: ReadonlyMap<Value, number>;
  readonly total: number;
}

/** Counts annotations by speaker and what the columns are. */
export function* countCells<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  columns: (typeof MATRIX_COLUMNS)[number],
): Steps<CountedCells> {
  const pace = new RowPace();
  const columnsOf = groupValues(columns === 'month' ? 'date' : columns, context);
  const cells = new Map<Value, Map<Value, CountedCell>>();
  const rowCounts = new Map<Value, number>();
  const columnCounts = new Map<Value, number>();
  let total = 0;
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    const speaker = context.corpus.speakerNamed(valueOf(row, 'speaker'));
    const meaning = meaningOfStance(valueOf(row, 'stance'));
    for (const column of columnsOf(row)) {
      const cell = cellAt(cells, speaker, column);
      cell.stances[meaning] += 1;
      cell.ids.push(row.article.ids[row.i] ?? '');
      count(rowCounts, speaker);
      count(columnCounts, column);
    }
    total += 1;
  }
  return { cells, rowCounts, columnCounts, total };
}

function cellAt(
  cells: Map<Value, Map<Value, CountedCell>>,
  speaker: Value,
  column: Value,
): CountedCell {
  let ofSpeaker = cells.get(speaker);
  if (ofSpeaker === undefined) cells.set(speaker, (ofSpeaker = new Map<Value, CountedCell>()));
  let cell = ofSpeaker.get(column);
  if (cell === undefined) ofSpeaker.set(column, (cell = { stances: noStances(), ids: [] }));
  return cell;
}

function count(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
