import type { ViewGrouping, ViewOrder } from './viewSettings';

/** A group, as groups are put in order. */
export interface GroupToOrder {
  /** Undefined: those without a value. */
  readonly value: string | undefined;
  /** What it is called on the screen. */
  readonly name: string;
  readonly count: number;
}

/** What the order of groups goes by beside what they are. */
export interface GroupOrder {
  readonly groupBy: ViewGrouping;
  readonly sortBy: ViewOrder;
  /** The values that come first, in this order: a codebook's. */
  readonly codebook: readonly string[];
  /** Compares names as people sort them. */
  readonly compareNames: (a: string, b: string) => number;
}

/**
 * Groups in the order of a view: those without a value last; by number if that is asked for; dates
 * in time; else in the codebook's order, then by name.
 */
export function orderedGroups<Group extends GroupToOrder>(
  groups: readonly Group[],
  { groupBy, sortBy, codebook, compareNames }: GroupOrder,
): Group[] {
  const ranks = new Map(sortBy === 'name' ? [] : codebook.map((value, i) => [value, i]));
  const rank = ({ value }: Group) => ranks.get(value ?? '') ?? ranks.size;
  const isInTime = groupBy === 'year' || groupBy === 'date' || groupBy === 'day';
  const compareNamed = (a: Group, b: Group) =>
    isInTime
      ? compareDates(a.value ?? '', b.value ?? '')
      : rank(a) - rank(b) || compareNames(a.name, b.name);
  return [...groups].sort(
    (a, b) =>
      Number(a.value === undefined) - Number(b.value === undefined) ||
      (sortBy === 'count' ? b.count - a.count : 0) ||
      compareNamed(a, b),
  );
}

/** A year stands before its months. */
function compareDates(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
