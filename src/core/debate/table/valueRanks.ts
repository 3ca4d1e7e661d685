/** A value's place among all values of a column: a larger one comes later. */
export interface RankedValue {
  readonly value: string;
  readonly place: number;
}

/**
 * The order of a column's values, as people of a language sort them. Few values stand in many rows:
 * they are compared with each other once, and rows then by numbers.
 */
export class ValueRanks {
  /** In order. */
  private readonly ranked: { value: string; place: number }[] = [];
  private readonly known = new Map<string, RankedValue>();

  /** @param compare how such values are sorted */
  constructor(private readonly compare: (a: string, b: string) => number) {}

  /** The place of a value, which is made if it is a new one: the order of all others stays. */
  rankOf(value: string): RankedValue {
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const at = this.indexFor(value);
    const after = this.ranked[at]?.place ?? (this.ranked[at - 1]?.place ?? 0) + 2;
    const before = this.ranked[at - 1]?.place ?? after - 2;
    const rank = { value, place: (before + after) / 2 };
    this.ranked.splice(at, 0, rank);
    this.known.set(value, rank);
    // Numbers have room for some fifty values between two that came one after the other.
    if (rank.place <= before || rank.place >= after) this.makeRoom();
    return rank;
  }

  private makeRoom(): void {
    for (const [place, rank] of this.ranked.entries()) rank.place = place;
  }

  private indexFor(value: string): number {
    let [low, high] = [0, this.ranked.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(this.ranked[middle]?.value ?? '', value) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
