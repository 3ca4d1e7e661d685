import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually';

/**
 * A file's text, or `undefined` if there is none. One call finds out both: between two, the program
 * under test may delete the file.
 */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The files of the workspace that a window shows, as another program sees them on disk. */
export class Files {
  constructor(readonly folder: string) {}

  /** Absolute path of a file, given its path in the workspace. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** A file's text, or `undefined` if there is none. */
  read(name: string): string | undefined {
    return readIfThere(this.path(name));
  }

  /** Writes a file, as another program would. */
  write(name: string, text: string): void {
    writeFileSync(this.path(name), text);
  }

  /** Moves a file, as another program would. */
  move(from: string, to: string): void {
    renameSync(this.path(from), this.path(to));
  }

  /** Deletes a file, as another program would. */
  remove(name: string): void {
    rmSync(this.path(name));
  }

  /** Waits until a file's text passes, and returns the text. */
  async until(name: string, passes: RegExp | ((text: string) => boolean)): Promise<string> {
    const test =
      typeof passes === 'function' ? passes : (text: string): boolean => passes.test(text);
    return eventually(
      () => `${name} to match ${String(passes)}; it is: ${this.read(name) ?? 'absent'}`,
      () => {
        const text = this.read(name);
        return text !== undefined && test(text) ? text : undefined;
      },
    );
  }

  /** Waits until a file is gone. */
  async untilGone(name: string): Promise<void> {
    await eventually(`${name} to be gone`, () => !existsSync(this.path(name)));
  }
}
