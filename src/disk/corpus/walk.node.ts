import * as l10n from '@vscode/l10n';
import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { hasCode, isMissing } from '../errors.node';

/** Folders that hold no articles: very many files, or what systems keep for themselves. */
const SKIPPED: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  'lost+found',
  'System Volume Information',
  '$RECYCLE.BIN',
  '.Trashes',
]);

/** Something of which it can't be told what is in it. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
}

/**
 * The files below some folders whose names end in a suffix, but aren't the suffix alone; in no
 * order. Links to folders are followed, each folder is gone through once, so that links in circles
 * end. A folder that can't be read hides its own files only; one that vanishes meanwhile is none.
 *
 * @param tell is told what can't be read
 */
export function walk(
  folders: readonly string[],
  suffix: string,
  tell: (unread: Unread) => void = () => undefined,
): Generator<string, void> {
  return new Walk(suffix, tell).through(folders);
}

class Walk {
  private readonly seen = new Set<string>();
  private readonly links: string[] = [];

  constructor(
    private readonly suffix: string,
    private readonly tell: (unread: Unread) => void,
  ) {}

  *through(folders: readonly string[]): Generator<string, void> {
    for (const folder of folders) yield* this.below(folder);
    // Last, so that each file goes by its own path if it has one here. Some more may be found.
    for (const link of this.links) yield* this.below(link);
  }

  private *below(folder: string): Generator<string, void> {
    const real = this.attempt(folder, () => realpathSync(folder));
    if (real === undefined || this.seen.has(real)) return;
    this.seen.add(real);
    const entries = this.attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
    for (const entry of entries ?? []) {
      const isWanted = entry.name.endsWith(this.suffix) && entry.name !== this.suffix;
      if (SKIPPED.has(entry.name) || (entry.isFile() && !isWanted)) continue;
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) {
        if (this.isFileBehind(path, isWanted)) yield path;
      } else if (!this.hasPlainName(path, entry)) continue;
      else if (entry.isDirectory()) yield* this.below(path);
      else if (entry.isFile()) yield path;
    }
  }

  /** Whether a link leads to a file that is wanted; where it leads to a folder is for later. */
  private isFileBehind(link: string, isWanted: boolean): boolean {
    try {
      const kind = statSync(link);
      if (kind.isDirectory()) this.links.push(link);
      return kind.isFile() && isWanted;
    } catch (error) {
      // Whoever reads a file finds out what is wrong with it.
      if (isWanted) return !isMissing(error);
      // A link in a circle hides nothing.
      if (!isMissing(error) && !hasCode(error, 'ELOOP')) this.tellError(link, error);
      return false;
    }
  }

  /** Names in other encodings come with marks in place of characters: nobody can open them so. */
  private hasPlainName(path: string, { name }: Dirent): boolean {
    if (!name.includes('\uFFFD') || existsSync(path)) return true;
    this.tell({ path, reason: l10n.t('its name isn’t UTF-8') });
    return false;
  }

  /** Undefined for what can't be found out: where that isn't because it is gone, it is told. */
  private attempt<T>(path: string, ask: () => T): T | undefined {
    try {
      return ask();
    } catch (error) {
      if (!isMissing(error)) this.tellError(path, error);
      return undefined;
    }
  }

  private tellError(path: string, error: unknown): void {
    this.tell({ path, reason: error instanceof Error ? error.message : String(error) });
  }
}
