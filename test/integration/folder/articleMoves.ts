import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, closeAll, file, run, until, write, type Result } from '../support';

/** Each test has words of its own, by its folder: its articles aren't found in those of others. */
export const topicOf = (name: string) => name.replace(/\/.*/, '');
export const textOf = (name: string) =>
  `# On trains\n\nThe minister said that the ${topicOf(name)} trains would run on time. The union replied that ${topicOf(name)} had never seen them run so late. Nobody asked the passengers.\n`;
export const quotesOf = (name: string) =>
  [
    `the ${topicOf(name)} trains would run on time`,
    `${topicOf(name)} had never seen them run so late`,
  ] as const;
export const SIDECAR = '.claims.yaml';

/** What VS Code has told of new files. */
export const seen = new Set<string>();

/**
 * Writes a file and waits until VS Code has seen it: of what comes and goes at once, nobody is
 * told.
 */
export async function establish(name: string, text: string): Promise<void> {
  const folders = name.split('/').slice(0, -1);
  for (const [depth] of folders.entries()) {
    // One after the other: of what is made in a folder before VS Code watches that, nobody is told.
    const folder = file(folders.slice(0, depth + 1).join('/'));
    await vscode.workspace.fs.createDirectory(folder);
    await until(`VS Code to see ${folder.path}`, () => seen.has(folder.path));
  }
  // The first files of a new folder may come unseen.
  await until(`VS Code to see ${name}`, async () => {
    if (!seen.has(file(name).path)) await write(name, text);
    return seen.has(file(name).path);
  });
}

/** An article with two annotations. */
export async function tagged(name: string): Promise<readonly Result[]> {
  await establish(name, textOf(name));
  const [first, second] = quotesOf(name);
  return [
    await annotate(name, first, { speaker: 'Minister' }),
    await annotate(name, second, { speaker: 'Union', role: 'rebuttal' }),
  ];
}

/** As another program would: VS Code tells nobody before. */
export const move = (from: string, to: string) => vscode.workspace.fs.rename(file(from), file(to));
export const remove = (name: string) => vscode.workspace.fs.delete(file(name), { recursive: true });

/** As the explorer and other extensions do. */
export async function apply(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the files were changed');
}
export const rename = (...pairs: readonly (readonly [string, string])[]) =>
  apply((edit) => {
    for (const [from, to] of pairs) edit.renameFile(file(from), file(to));
  });

/** Where the annotations with these ids are listed, with their states. */
export async function whereabouts(ids: readonly { id: string }[]): Promise<string[]> {
  const listed = await run<Result[]>('list');
  return ids.flatMap(({ id }) =>
    listed.filter((one) => one.id === id).map(({ article, state }) => `${article} ${state}`),
  );
}
export const listedAt = (article: string, made: readonly { id: string }[], state = 'anchored') =>
  until(
    `the annotations at ${article}`,
    async () => (await whereabouts(made)).join() === made.map(() => `${article} ${state}`).join(),
  );
export const isWithoutArticle = (name: string) =>
  vscode.languages
    .getDiagnostics(file(name + SIDECAR))
    .some(({ code }) => code === 'missing-article');
export const sidecarsIn = async (folder: string) =>
  (await vscode.workspace.fs.readDirectory(file(folder)))
    .map(([name]) => name)
    .filter((name) => name.endsWith(SIDECAR))
    .sort();

/** What notifications said. Each is closed, unless a test has an answer for it. */
export const said: string[] = [];
export const answers: (readonly [RegExp, string])[] = [];

/** Waits for a notification that matches. */
export const heard = (pattern: RegExp) =>
  until(`a notification ${String(pattern)}, not only: ${said.join(' | ')}`, () =>
    said.find((text) => pattern.test(text)),
  );

/**
 * Lets the tests of a suite know which files VS Code has seen, and hear and answer what
 * notifications say.
 */
export function listenToWindow(): void {
  const shown = {
    info: vscode.window.showInformationMessage,
    warning: vscode.window.showWarningMessage,
    error: vscode.window.showErrorMessage,
  };
  let watcher: vscode.FileSystemWatcher | undefined;

  before(async () => {
    watcher = vscode.workspace.createFileSystemWatcher('**/*', false, false, true);
    watcher.onDidCreate(({ path }) => seen.add(path));
    watcher.onDidChange(({ path }) => seen.add(path));
    const answer = (message: string, ...buttons: unknown[]) => {
      said.push(message);
      const button = answers.find(([pattern]) => pattern.test(message))?.[1];
      assert.ok(
        button === undefined || buttons.includes(button),
        `“${button}” is one of ${buttons.join(', ')}`,
      );
      return Promise.resolve(button);
    };
    Object.assign(vscode.window, {
      showInformationMessage: answer,
      showWarningMessage: answer,
      showErrorMessage: answer,
    });
    await run('list');
  });
  after(() => {
    watcher?.dispose();
    Object.assign(vscode.window, {
      showInformationMessage: shown.info,
      showWarningMessage: shown.warning,
      showErrorMessage: shown.error,
    });
  });
  beforeEach(() => {
    said.length = answers.length = 0;
  });
  afterEach(closeAll);
}
