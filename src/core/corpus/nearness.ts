/**
 * Paths, those nearest to one first: by how many folders they have in common with it, then in their
 * order.
 *
 * @param paths with `/` between their parts
 */
export function byNearness(paths: readonly string[], from: string): string[] {
  const nearness = new Map(paths.map((path) => [path, commonFolders(path, from)]));
  return [...paths].sort((a, b) => (nearness.get(b) ?? 0) - (nearness.get(a) ?? 0));
}

/** How many folders two paths begin with alike. */
function commonFolders(path: string, other: string): number {
  const length = Math.min(path.length, other.length);
  let folders = 0;
  for (let at = 0; at < length && path.charCodeAt(at) === other.charCodeAt(at); at += 1)
    if (path[at] === '/') folders += 1;
  return folders;
}
