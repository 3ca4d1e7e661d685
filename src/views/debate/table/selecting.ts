import type { TableInfo } from '../protocol';
import type { PageTools } from '../view';

/** Selects rows of the table; which ones are selected is known in the extension. */
export class Selecting {
  /** Where a range began that Shift extends. */
  private start: number | undefined;

  /** @param taken takes over what is selected now */
  constructor(
    private readonly tools: Pick<PageTools, 'host' | 'run'>,
    private readonly taken: (info: TableInfo) => void,
  ) {}

  /** All rows from where the range began to a line. */
  range(from: number, to: number): void {
    this.start ??= from;
    this.select('only', this.start, to);
  }

  /** The next range begins elsewhere. */
  leave(): void {
    this.start = undefined;
  }

  toggle(line: number): void {
    this.start = line;
    this.select('toggle', line, line);
  }

  all(): void {
    this.select('all', 0, 0);
  }

  /** @returns whether anything was selected */
  none(selected: number): boolean {
    this.leave();
    if (selected === 0) return false;
    this.select('none', 0, 0);
    return true;
  }

  private select(how: 'only' | 'toggle' | 'all' | 'none', from: number, to: number): void {
    this.tools.run(async () => this.taken(await this.tools.host.ask('select', { how, from, to })));
  }
}
