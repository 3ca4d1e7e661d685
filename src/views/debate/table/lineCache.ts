import type { Host } from '../host';
import type { TableInfo, TableLine } from '../protocol';

/** How many lines are asked for at a time. */
const PAGE = 60;
/** So many pages are kept: what is further away is asked for again. */
const MOST_PAGES = 40;

/** The lines of the table that were asked for; the others stay in the extension. */
export class LineCache {
  private pages = new Map<number, readonly TableLine[] | 'asked'>();
  /** Lines of the version before, shown until the present ones are there: nothing flickers. */
  private before = new Map<number, readonly TableLine[] | 'asked'>();
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
    this.before = this.pages;
    this.pages = new Map();
    this.version = version;
  }

  /** What stands on a line; undefined where that isn't known yet: it is asked for then. */
  at(line: number): TableLine | undefined {
    const n = Math.floor(line / PAGE);
    const page = this.pages.get(n);
    if (page === undefined) this.askFor(n);
    if (page !== undefined && page !== 'asked') return page[line % PAGE];
    const old = this.before.get(n);
    return old === undefined || old === 'asked' ? undefined : old[line % PAGE];
  }

  /** Whether a line is that of the present version. */
  isCurrent(line: number): boolean {
    const page = this.pages.get(Math.floor(line / PAGE));
    return page !== undefined && page !== 'asked';
  }

  /** Shows another text in a row, until it is told what became of it. */
  change(line: number, change: (present: TableLine) => TableLine): void {
    const n = Math.floor(line / PAGE);
    const page = this.pages.get(n);
    if (page === undefined || page === 'asked') return;
    this.pages.set(
      n,
      page.map((one, i) => (i === line % PAGE ? change(one) : one)),
    );
  }

  /** Asks for everything again. */
  forget(): void {
    this.before = this.pages;
    this.pages = new Map();
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
