import { compareText } from '../text/compare';

/**
 * Articles in the order of their paths, kept in order as they come and go: putting ten thousand in
 * order anew at each question would take longer than the question.
 */
export class ArticleOrder {
  private readonly paths = new Map<string, string>();
  private sorted: string[] = [];
  private isSorted = true;

  /** Takes an article in, by its key. */
  add(key: string, path: string): void {
    const known = this.paths.get(key);
    if (known === path) return;
    if (known !== undefined) this.remove(key);
    this.paths.set(key, path);
    const last = this.sorted.at(-1);
    // Many come at once: they are put in order together, when somebody asks.
    if (this.isSorted && last !== undefined && this.compare(key, last) < 0) this.isSorted = false;
    this.sorted.push(key);
  }

  remove(key: string): void {
    if (!this.paths.has(key)) return;
    const at = this.isSorted ? this.indexOf(key) : this.sorted.indexOf(key);
    this.sorted.splice(at, 1);
    this.paths.delete(key);
  }

  pathOf(key: string): string | undefined {
    return this.paths.get(key);
  }

  /** All keys in order. */
  keys(): readonly string[] {
    if (!this.isSorted) this.sorted.sort((a, b) => this.compare(a, b));
    this.isSorted = true;
    return this.sorted;
  }

  /** Some keys in order, of articles that were taken in. */
  inOrder(keys: ReadonlySet<string> | ReadonlyMap<string, unknown>): string[] {
    // To look through all of them costs a comparison each; to sort some, a dozen each.
    if (keys.size * 16 > this.paths.size) return this.keys().filter((key) => keys.has(key));
    return [...keys.keys()].sort((a, b) => this.compare(a, b));
  }

  private indexOf(key: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.sorted[middle] ?? '', key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(a: string, b: string): number {
    return compareText(this.paths.get(a) ?? '', this.paths.get(b) ?? '') || compareText(a, b);
  }
}
