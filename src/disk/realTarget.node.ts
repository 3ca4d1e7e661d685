import * as l10n from '@vscode/l10n';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ifMissing } from './errors.node';

/**
 * Where the file really is that a path leads to, so that a link stays one and all writers agree on
 * the lock. The folder is made if it is missing.
 *
 * @throws Error for a link to nowhere, and for one whose target is called otherwise
 *   (`a.md.claims.yaml` must lead to a name in `.claims.yaml`): a workspace from strangers could
 *   point a sidecar at any file of the analyst
 */
export async function realTarget(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const place = join(await realpath(dirname(path)), basename(path));
  const target = await realpath(place).catch(ifMissing);
  if (target === undefined) {
    // A file that just came, from another program's first writing, is no link.
    if ((await lstat(place).catch(ifMissing))?.isSymbolicLink() === true)
      throw new Error(l10n.t('{0} is a link that leads nowhere. Nothing was written.', path));
    return place;
  }
  const [ending = ''] = /(?:\.[^.]*){0,2}$/.exec(basename(path)) ?? [];
  if (basename(target).toLowerCase().endsWith(ending.toLowerCase())) return target;
  throw new Error(
    l10n.t('{0} is a link to {1}, which is no such file. Nothing was written.', path, target),
  );
}
