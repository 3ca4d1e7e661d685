import type { CorpusItem } from '../../corpus/corpus';
import type { SortedRow } from './rowOrder';

/** Rows that have a value in common; they follow each other. */
export interface RowGroup {
  /** Undefined: none is set. */
  readonly value: string | undefined;
  /** The number of its first row among all rows. */
  readonly first: number;
  readonly count: number;
  /** The line on which its heading stands. */
  readonly line: number;
  readonly isFolded: boolean;
}

/** What stands on a line of the table: a group's heading, or the row with that number. */
export type Line =
  | { readonly group: RowGroup; readonly row?: undefined }
  | { readonly group?: RowGroup | undefined; readonly row: number };

/** The lines of a table whose rows may stand in groups, some of them folded. */
export class TableLines {
  readonly groups: readonly RowGroup[];
  readonly count: number;

  /**
   * @param rows in order, a group's one after the other
   * @param isGrouped whether there are headings
   * @param folded the values of the groups whose rows aren't shown
   */
  constructor(
    rows: readonly SortedRow<CorpusItem>[],
    isGrouped: boolean,
    folded: ReadonlySet<string | undefined>,
  ) {
    this.groups = isGrouped ? readGroups(rows, folded) : [];
    const last = this.groups.at(-1);
    this.count = last === undefined ? rows.length : last.line + 1 + shownOf(last);
  }

  /** What stands on a line; undefined behind the last one. */
  at(line: number): Line | undefined {
    if (line < 0 || line >= this.count) return undefined;
    const group = this.groups[this.groupBefore(line, (one) => one.line)];
    if (group === undefined) return { row: line };
    return line === group.line ? { group } : { group, row: group.first + line - group.line - 1 };
  }

  /** The line of a row; its group's heading where that is folded. */
  lineOf(row: number): number {
    const group = this.groups[this.groupBefore(row, (one) => one.first)];
    if (group === undefined) return row;
    return group.isFolded ? group.line : group.line + 1 + row - group.first;
  }

  private groupBefore(place: number, placeOf: (group: RowGroup) => number): number {
    let [low, high] = [0, this.groups.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const group = this.groups[middle];
      if (group !== undefined && placeOf(group) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function shownOf({ count, isFolded }: RowGroup): number {
  return isFolded ? 0 : count;
}

function readGroups(
  rows: readonly SortedRow<CorpusItem>[],
  folded: ReadonlySet<string | undefined>,
): RowGroup[] {
  const groups: RowGroup[] = [];
  let line = 0;
  for (let first = 0; first < rows.length;) {
    const value = rows[first]?.group;
    let end = first + 1;
    while (end < rows.length && rows[end]?.group === value) end += 1;
    const group = { value, first, count: end - first, line, isFolded: folded.has(value) };
    groups.push(group);
    line += 1 + shownOf(group);
    first = end;
  }
  return groups;
}
