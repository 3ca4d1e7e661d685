import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { file, until } from '../support';

export const TEXT =
  'The board called the plan too dear. Later it called the plan bold. 董事会说：“太贵。”\n';

/**
 * Changes a sidecar behind this window's back, in one step, as another program does; this window
 * hasn't looked yet.
 */
export function change(name: string, from: string | RegExp, to: string): void {
  const path = file(name).fsPath;
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `“${String(from)}” stands in ${name}`);
  writeFileSync(path, after);
}

export const conflictsOf = (result: unknown) => (result as { conflicts?: unknown }).conflicts;
export const problemsOf = (name: string) => vscode.languages.getDiagnostics(file(name));

export async function fixesFor(name: string, problem: RegExp): Promise<vscode.CodeAction[]> {
  const found = await until(`a problem like ${String(problem)}`, () =>
    problemsOf(name).find(({ message }) => problem.test(message)),
  );
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
  );
}

export async function apply(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  assert.ok(
    action?.command,
    `${String(title)} among ${actions.map((one) => one.title).join(' | ')}`,
  );
  await vscode.commands.executeCommand(
    action.command.command,
    ...((action.command.arguments ?? []) as unknown[]),
  );
}

/** A sidecar's entry as a person would write it. */
export const entry = (id: string, exact: string, more = '') =>
  `  - id: ${id}\n    role: claim\n    passages:\n      - exact: ${exact}\n${more}`;
