import * as vscode from 'vscode';

/**
 * File systems that VS Code can search. On others `findFiles` may wait for ever for a search
 * provider.
 */
const SEARCHABLE: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Folders that hold no articles, and very many files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Which files are wanted. */
export interface Wanted {
  /** Below a folder, as VS Code's search takes it. */
  readonly glob: string;
  /** The same, for file systems that can't be searched. */
  readonly matches: (uri: vscode.Uri) => boolean;
  /** How many at most. */
  readonly limit?: number;
  /** What isn't wanted, beside what the user's settings leave out. */
  readonly exclude?: string;
  /** Whether files are wanted that the user's settings hide from the explorer and from searches. */
  readonly alsoHidden?: boolean;
}

/** The files in a folder and below it. */
export async function findFilesIn(
  folder: vscode.Uri,
  wanted: Wanted,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (!SEARCHABLE.has(folder.scheme))
    return (await walk(folder, wanted.matches, token)).slice(0, wanted.limit);
  const pattern = new vscode.RelativePattern(folder, wanted.glob);
  if (wanted.alsoHidden !== true)
    return vscode.workspace.findFiles(pattern, wanted.exclude, wanted.limit, token);
  const found = await vscode.workspace.findFiles(pattern, null, wanted.limit, token);
  return found.filter(({ path }) => !path.split('/').some((part) => SKIPPED.has(part)));
}

async function walk(
  folder: vscode.Uri,
  matches: (uri: vscode.Uri) => boolean,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (token?.isCancellationRequested === true) return [];
  // A folder that can't be read hides its own files only.
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory)
        return SKIPPED.has(name) ? [] : walk(uri, matches, token);
      return matches(uri) ? [uri] : [];
    }),
  );
  return found.flat();
}
