import { relative, sep } from 'node:path';
import type { SidecarFile } from '../core/sidecar/sidecarFile';
import { LineIndex, type LineColumn } from '../core/text/lines';

/** A file's path as it is shown: from the present folder. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/') || '.';
}

/** Finds lines and columns (code points), both from 1, in a file's text as editors show it. */
export class Locations {
  private readonly lines: LineIndex;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
  }

  at(offset: number): LineColumn {
    const { line } = this.lines.at(offset);
    const before = this.text.slice(this.lines.startOf(line), offset).replace(/^\uFEFF/, '');
    return { line, column: Array.from(before).length + 1 };
  }

  /** Where an entry of the sidecar begins, at its dash. */
  ofEntry({ entries }: SidecarFile, index: number): LineColumn {
    const start = entries[index]?.block.start ?? 0;
    const indent = /^ */.exec(this.text.slice(start, start + 1_000))?.[0].length ?? 0;
    return this.at(start + indent);
  }
}
