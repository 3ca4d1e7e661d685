/** A place in a text as editors show it, both counted from 1; the column's unit is the caller's. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds the line of an offset. Any of LF, CRLF and lone CR ends a line. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    // An article's text has LF alone: going from one to the next is many times as fast as a
    // pattern.
    if (text.includes('\r'))
      for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
    else
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
        starts.push(end + 1);
    this.starts = starts;
  }

  /** Line and column (UTF-16 units) of an offset, both from 1. */
  at(offset: number): LineColumn {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** Offset at which line `line` (from 1) starts. */
  startOf(line: number): number {
    return this.starts[Math.min(Math.max(line, 1), this.starts.length) - 1] ?? 0;
  }
}
