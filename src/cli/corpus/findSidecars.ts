import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const SIDECAR_SUFFIX = '.claims.yaml';

/** Folders that hold no articles, and very many files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The articles that have sidecars in a folder or below. Links to folders are followed, each folder
 * is gone through once, so that links in circles end.
 */
export async function findArticles(folder: string, seen = new Set<string>()): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // What a link leads to may be gone.
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (kind?.isDirectory() === true && !SKIPPED.has(entry.name))
      found.push(...(await findArticles(path, seen)));
    else if (kind?.isFile() === true && isSidecar(entry.name))
      found.push(path.slice(0, -SIDECAR_SUFFIX.length));
  }
  return found;
}

export function isSidecar(name: string): boolean {
  return name.endsWith(SIDECAR_SUFFIX) && !/(?:^|[\\/])\.claims\.yaml$/.test(name);
}
