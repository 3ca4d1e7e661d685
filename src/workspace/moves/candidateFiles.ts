import * as vscode from 'vscode';
import { findFilesIn, type Wanted } from '../platform/findFiles';
import { isCodebook, isSidecar, nameOf } from '../platform/uris';

/** What articles usually end in, beside what the lost one did. */
const EXTENSIONS = ['md', 'markdown', 'txt', 'html', 'htm', 'rst', 'adoc', 'org', 'tex'];
/** No more files than that are looked into, of so many that VS Code is asked for. */
const [MOST_FILES, MOST_LISTED] = [5_000, 20_000];
/** So many lost articles are looked for by their names too: each of them is a search of its own. */
const MOST_NAMES = 20;

interface Options {
  readonly token?: vscode.CancellationToken | undefined;
  /** Files that are passed over. */
  readonly skip?: (file: vscode.Uri) => boolean;
}

/**
 * The files of the workspace in which lost articles may be found; those with their names first,
 * unless very many are lost. Never too many files.
 */
export async function filesFor(
  lost: readonly vscode.Uri[],
  { token, skip = () => false }: Options = {},
): Promise<vscode.Uri[]> {
  const names = new Set(lost.map(nameOf));
  const extensions = [
    ...new Set([
      ...EXTENSIONS,
      ...[...names].flatMap((name) => /\.([\p{L}\p{N}]+)$/u.exec(name)?.[1] ?? []),
    ]),
  ];
  const isWanted = (uri: vscode.Uri) => !isSidecar(uri) && !isCodebook(uri) && !skip(uri);
  const wanted: Wanted[] = [
    // Characters with a meaning in globs match any one here; the name is compared again.
    ...[...(names.size > MOST_NAMES ? [] : names)].map((name) => ({
      glob: `**/${name.replace(/[[\]{}*?!,\\]/g, '?')}`,
      matches: (uri: vscode.Uri) => nameOf(uri) === name,
    })),
    {
      glob: `**/*.{${extensions.join(',')}}`,
      matches: (uri: vscode.Uri) =>
        extensions.some((extension) => uri.path.endsWith(`.${extension}`)),
    },
  ];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const outside = new Map(
    lost
      .filter((article) => vscode.workspace.getWorkspaceFolder(article) === undefined)
      .map((article) => vscode.Uri.joinPath(article, '..'))
      .map((folder) => [folder.toString(), folder]),
  );
  const found: vscode.Uri[] = [];
  for (const { glob, matches } of wanted) {
    for (const folder of folders)
      found.push(
        ...(
          await findFilesIn(
            folder,
            { glob, matches, limit: MOST_LISTED, exclude: '**/{.git,node_modules}/**' },
            token,
          )
        ).filter(matches),
      );
  }
  for (const folder of outside.values()) {
    // A file that was opened alone: only its own folder is looked into.
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(
      () => [],
    );
    found.push(
      ...entries
        .map(([name]) => vscode.Uri.joinPath(folder, name))
        .filter((uri) => wanted.some(({ matches }) => matches(uri))),
    );
  }
  return [...new Map(found.filter(isWanted).map((uri) => [uri.toString(), uri])).values()].slice(
    0,
    MOST_FILES,
  );
}
