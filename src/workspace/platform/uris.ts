import * as vscode from 'vscode';
import { LANGUAGE } from '../../contributions';
import { folderNames } from '../../core/text/names/folderNames';

const SIDECAR_SUFFIX = '.claims.yaml';
export const CODEBOOK_NAME = 'claims.codebook.yaml';
export const SIDECAR_GLOB = `**/*${SIDECAR_SUFFIX}`;

/** The sidecar of an article: beside it, its name with `.claims.yaml`. */
export function sidecarOf(article: vscode.Uri): vscode.Uri {
  return article.with({ path: article.path + SIDECAR_SUFFIX });
}

/** The article of a sidecar. */
export function articleOf(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -SIDECAR_SUFFIX.length) });
}

export function isSidecar(uri: vscode.Uri): boolean {
  return uri.path.endsWith(SIDECAR_SUFFIX) && !uri.path.endsWith(`/${SIDECAR_SUFFIX}`);
}

export function isCodebook(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${CODEBOOK_NAME}`);
}

/** What comes and goes with every writing: our own temporary files, and git's. */
export function isPassing({ path }: vscode.Uri): boolean {
  return path.includes('/.claims-') || path.includes('/.git/');
}

/**
 * Whether a document can be annotated: any text but our own files and what isn't a file (output, a
 * diff's old side).
 */
export function isArticle({ uri, languageId }: vscode.TextDocument): boolean {
  return (
    languageId !== LANGUAGE &&
    !isSidecar(uri) &&
    !isCodebook(uri) &&
    (uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true)
  );
}

/**
 * An article's path as results and exports have it: relative to its workspace folder, `/` between
 * parts, the folder's name first when there are several (see `folderNames` for namesakes); the
 * file's name alone for a file outside of all folders.
 */
export function articlePath(article: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(article);
  if (folder === undefined) return nameOf(article);
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  const relative = article.path.startsWith(root)
    ? article.path.slice(root.length)
    : vscode.workspace.asRelativePath(article, false);
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? `${nameAmong(folders, folder)}/${relative}` : relative;
}

let known: { readonly key: string; readonly names: readonly string[] } | undefined;

/** The name of a workspace folder, also where another one is called the same. */
function nameAmong(
  folders: readonly vscode.WorkspaceFolder[],
  folder: vscode.WorkspaceFolder,
): string {
  const key = folders.map(({ name, uri }) => `${name} ${uri.toString()}`).join('\n');
  if (known?.key !== key) {
    const named = folders.map(({ name, uri }) => ({ name, path: uri.path }));
    known = { key, names: folderNames(named) };
  }
  return known.names[folder.index] ?? folder.name;
}

/** The Uri of an article by its key: what `toString` of it gives is what the core knows it by. */
export function uriOfKey(key: string): vscode.Uri {
  return vscode.Uri.parse(key);
}

/** The keys of the folders that a file lies in, the innermost first. */
export function foldersOf(key: string): string[] {
  const folders: string[] = [];
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
    folders.push(key.slice(0, end));
  return folders;
}

/** The last part of a file's path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * A Uri that was given to a command: a Uri, its text, or the plain object that a task or a message
 * makes of it.
 */
export function toUri(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  if (typeof given === 'string') return vscode.Uri.parse(given, true);
  if (typeof given === 'object' && given !== null && 'scheme' in given && 'path' in given)
    return vscode.Uri.from(given as vscode.Uri);
  return undefined;
}

/** Whether a document was decoded as UTF-8. */
export function isUtf8({ encoding }: vscode.TextDocument): boolean {
  return encoding === 'utf8' || encoding === 'utf8bom';
}
