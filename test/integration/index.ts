/** What VS Code's extension host loads to run the integration tests. */
import { workspace } from 'vscode';
import { EVENT_PREFIX, reporterFor } from '../host/reporter';
import { runMocha, type TestFile } from '../host/runMocha';

/**
 * Runs test files and writes what happens to the console, one event a line.
 * @param files names, and functions that load them
 * @param grep only tests whose full title matches this regular expression
 */
export async function run(files: readonly TestFile[], grep?: string): Promise<void> {
  await foldersOfWorkspaceFile();
  const { default: Mocha } = await import('mocha');
  const reporter = reporterFor((event) => console.log(EVENT_PREFIX + JSON.stringify(event)));
  await runMocha(
    new Mocha({ reporter, timeout: 20_000, ...(grep ? { grep: new RegExp(grep) } : {}) }),
    files,
  );
}

/**
 * On a server, a `.code-workspace` file is read only after the extensions have started; its folders
 * arrive then.
 */
async function foldersOfWorkspaceFile(): Promise<void> {
  if (!workspace.workspaceFile || workspace.workspaceFolders?.length) return;
  await new Promise<void>((resolve) => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
  });
}
