import type { Host } from '../host';
import type { TableInfo, TableLine } from '../protocol';

/** How many lines are asked for at a time. */
const PAGE = 60;
/** So many pages are kept: what is further away is asked for again. */
const MOST_PAGES = 40;

/** The lines of the table that were asked for; the others stay in the extension. */
export class LineCache {
  private pages = new Map<number, readonly TableLine[] | 'asked'>();
  /** Lines of versions before, shown and worked on until the present ones are there. */
  private before = new Map<number, readonly TableLine[]>();
  private version = -1;

  /**
   * @param arrived is told that lines are there
   * @param failed is told why they aren't
   */
  constructor(
    private readonly host: Host,
    private readonly arrived: () => void,
    private readonly failed: (work: () => Promise<unknown>) => void,
  ) {}

  /** Another version of the table is shown from now on. */
  turnTo({ version }: TableInfo): void {
    if (version === this.version) return;
    this.forget();
    this.version = version;
  }

  /** What stands on a line; undefined where that isn't known yet: it is asked for then. */
  at(line: number): TableLine | undefined {
    const n = Math.floor(line / PAGE);
    const page = this.pages.get(n);
    if (page === undefined) this.askFor(n);
    if (page !== undefined && page !== 'asked') return page[line % PAGE];
    return this.before.get(n)?.[line % PAGE];
  }

  /** Shows another text in a row, until it is told what became of it. */
  change(line: number, change: (present: TableLine) => TableLine): void {
    const n = Math.floor(line / PAGE);
    const present = this.pages.get(n);
    const isOld = present === undefined || present === 'asked';
    const page = isOld ? this.before.get(n) : present;
    const changed = page?.map((one, i) => (i === line % PAGE ? change(one) : one));
    if (changed !== undefined) (isOld ? this.before : this.pages).set(n, changed);
  }

  /** Asks for everything again. */
  forget(): void {
    if (this.before.size > MOST_PAGES) this.before.clear();
    // Versions may follow each other faster than their lines come.
    for (const [n, page] of this.pages) if (page !== 'asked') this.before.set(n, page);
    this.pages = new Map();
  }

  /** Other rows are shown from now on: what stood on a line isn't what stands there. */
  clear(): void {
    this.pages = new Map();
    this.before.clear();
  }

  private askFor(n: number): void {
    const { version, pages } = this;
    // Nothing was shown yet.
    if (version < 0) return;
    pages.set(n, 'asked');
    this.failed(async () => {
      try {
        const ask = { version, from: n * PAGE, count: PAGE };
        const { lines } = await this.host.ask('lines', ask);
        pages.set(n, lines);
      } catch (error) {
        pages.delete(n);
        throw error;
      }
      if (pages !== this.pages) return;
      this.before.delete(n);
      this.dropFarFrom(n);
      this.arrived();
    });
  }

  private dropFarFrom(n: number): void {
    if (this.pages.size <= MOST_PAGES) return;
    const far = [...this.pages.keys()].sort((a, b) => Math.abs(b - n) - Math.abs(a - n));
    for (const page of far.slice(0, this.pages.size - MOST_PAGES)) this.pages.delete(page);
  }
}
