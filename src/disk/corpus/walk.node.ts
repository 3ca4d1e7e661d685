import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold no articles, and very many files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files below a folder whose names end in a suffix, but aren't the suffix alone; in no order.
 * Links to folders are followed, each folder is gone through once, so that links in circles end. A
 * folder that can't be read, or vanishes meanwhile, hides its own files only.
 */
export function* walk(
  folder: string,
  suffix: string,
  seen: Set<string> = new Set(),
): Generator<string, void> {
  const real = realOf(folder);
  if (real === undefined || seen.has(real)) return;
  seen.add(real);
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? kindBehind(path) : kindOf(entry);
    if (kind === 'folder' && !SKIPPED.has(entry.name)) yield* walk(path, suffix, seen);
    if (kind === 'file' && entry.name.endsWith(suffix) && entry.name !== suffix) yield path;
  }
}

type Kind = 'file' | 'folder' | undefined;

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): Kind {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : undefined;
}

/** What a link leads to. */
function kindBehind(path: string): Kind {
  try {
    return kindOf(statSync(path));
  } catch {
    return undefined;
  }
}

function realOf(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
