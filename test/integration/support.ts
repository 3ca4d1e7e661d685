import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** What the tests expect of an annotation that a command returns. */
export interface Result {
  readonly id: string;
  readonly article: string;
  readonly role: string;
  readonly speaker?: string;
  readonly stance?: string;
  readonly topic?: string;
  readonly note?: string;
  readonly state: string;
  readonly saved?: boolean;
  readonly passages: readonly {
    exact: string;
    prefix?: string;
    suffix?: string;
    start?: number;
    end?: number;
    state: string;
    found?: string;
    original?: string;
  }[];
  readonly links?: readonly { type: string; target: string }[];
}

export function folder(): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(found, 'a folder is open');
  return found;
}

export function file(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

export async function read(name: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await vscode.workspace.fs.readFile(file(name)),
  );
}

export async function write(name: string, text: string | Uint8Array): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(
    file(name),
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
  );
  return file(name);
}

export async function exists(name: string): Promise<boolean> {
  return vscode.workspace.fs.stat(file(name)).then(
    () => true,
    () => false,
  );
}

/** Runs one of the extension's commands. */
export async function run<T = Result>(command: string, args?: unknown): Promise<T> {
  return vscode.commands.executeCommand<T>(`claimAnnotator.${command}`, args);
}

/**
 * Annotates the first (or another) occurrence of some words, by code points, as another program
 * would.
 */
export async function annotate(
  name: string,
  words: string,
  fields: Record<string, unknown> = {},
  occurrence = 1,
): Promise<Result> {
  const text = (await read(name)).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let at = -1;
  for (let i = 0; i < occurrence; i++) at = text.indexOf(words, at + 1);
  assert.ok(at >= 0, `“${words}” stands in ${name}`);
  const start = Array.from(text.slice(0, at)).length;
  const ranges = [{ start, end: start + Array.from(words).length }];
  return run('annotate', {
    uri: file(name),
    ranges,
    role: 'claim',
    speaker: null,
    stance: null,
    ...fields,
  });
}

/** Opens a file in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
}

/** Changes an open document as typing would. */
export async function type(
  editor: vscode.TextEditor,
  change: (edit: vscode.TextEditorEdit) => void,
): Promise<void> {
  assert.ok(await editor.edit(change), 'the edit was applied');
}

/** The range of some words in a document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `“${words}” stands in the document`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** What the hovers at the first occurrence of some words say, as Markdown. */
export async function hoversAt(document: vscode.TextDocument, words: string): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start.translate(0, 1),
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (content as vscode.MarkdownString).value),
  );
}

/** Waits until a condition holds. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  limit = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Asserts that a command rejects with an Error whose message matches. */
export async function rejects(running: Promise<unknown>, message: RegExp): Promise<void> {
  try {
    await running;
  } catch (error) {
    assert.match(error instanceof Error ? error.message : String(error), message);
    return;
  }
  assert.fail(`did not reject with ${String(message)}`);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
