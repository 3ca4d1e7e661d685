import * as l10n from '@vscode/l10n';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { RefusedError } from '../../core/model/problem';
import { folderNames } from '../../core/text/names/folderNames';
import { SIDECAR_SUFFIX } from '../../disk/corpus/readCorpus.node';

export const CODEBOOK_NAME = 'claims.codebook.yaml';

/** A folder to which paths are relative, with the codebook at its root. */
export interface Root {
  readonly folder: string;
  /** What stands before the paths of its articles: its name, where there are several. */
  readonly prefix: string;
}

/** What the paths on the command line mean. */
export interface Selection {
  readonly roots: readonly Root[];
  /** Of each root, the articles that were named; undefined: all. */
  readonly named: ReadonlyMap<string, ReadonlySet<string> | undefined>;
}

/**
 * Finds out what the paths mean: folders, articles or sidecars. A file's root is the nearest folder
 * above it that has a codebook, else the present one, if the file is in there, else its own.
 *
 * @throws RefusedError if there is no such file
 */
export async function selectPaths(paths: readonly string[], cwd: string): Promise<Selection> {
  const here = asInWindows(cwd);
  const named = new Map<string, Set<string> | undefined>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = asInWindows(resolve(here, given));
    const kind = await kindOf(path);
    if (kind === undefined) throw new RefusedError(l10n.t('There is no {0}.', given));
    if (kind === 'folder') {
      named.set(path, undefined);
      continue;
    }
    const article = isSidecar(path) ? path.slice(0, -SIDECAR_SUFFIX.length) : path;
    const root = await rootOf(article, here);
    if (named.has(root) && named.get(root) === undefined) continue;
    named.set(root, (named.get(root) ?? new Set()).add(article));
  }
  // A folder within another one that was given is a part of that.
  const whole = [...named.keys()].filter((folder) => named.get(folder) === undefined);
  for (const folder of named.keys())
    if (whole.some((other) => isWithin(other, folder))) named.delete(folder);
  const folders = [...named.keys()];
  const names = folderNames(
    folders.map((folder) => ({ name: basename(folder), path: folder.split(sep).join('/') })),
  );
  const roots = folders.map((folder, i) => ({
    folder,
    prefix: folders.length > 1 ? `${names[i] ?? basename(folder)}/` : '',
  }));
  return { roots, named };
}

/** An article's path as results have it. */
export function articlePath({ folder, prefix }: Root, article: string): string {
  return prefix + relative(folder, article).split(sep).join('/');
}

/** A path as VS Code's windows write it: what was kept of a folder goes by that. */
function asInWindows(path: string): string {
  return path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

function isSidecar(path: string): boolean {
  return path.endsWith(SIDECAR_SUFFIX) && basename(path) !== SIDECAR_SUFFIX;
}

async function rootOf(article: string, cwd: string): Promise<string> {
  for (let folder = dirname(article); ; folder = dirname(folder)) {
    if ((await kindOf(join(folder, CODEBOOK_NAME))) === 'file') return folder;
    if (folder === dirname(folder)) break;
  }
  return isWithin(cwd, article) ? cwd : dirname(article);
}

function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function kindOf(path: string): Promise<'folder' | 'file' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return 'folder';
  if (found?.isFile() === true) return 'file';
  // Of an article that is gone, the annotations are still there.
  return (await stat(path + SIDECAR_SUFFIX).catch(() => undefined)) && 'file';
}
