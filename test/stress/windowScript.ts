/**
 * Runs inside VS Code: does the operations that it is sent through a socket, by the extension's
 * commands, and answers each with the operation as done, as JSON, or with `lost WHAT`.
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import type { Operation } from './operations';

/** Set when the script is bundled. */
declare const SOCKET: string;
declare const SIDECAR: string;

const uri = vscode.Uri.file(SIDECAR.replace(/\.claims\.yaml$/, ''));
const command = <T>(name: string, args: object): Thenable<T> =>
  vscode.commands.executeCommand<T>(`claimAnnotator.${name}`, args);

export async function run(): Promise<void> {
  const socket = connect(SOCKET);
  for await (const line of createInterface({ input: socket })) {
    const operation = JSON.parse(line) as Operation;
    const answer = await perform(operation).catch(
      (error: unknown) => `lost ${operation.kind} ${operation.id}: ${String(error)}`,
    );
    socket.write(`${answer}\n`);
  }
}

async function perform(operation: Operation): Promise<string> {
  const { kind, id } = operation;
  switch (kind) {
    case 'insert': {
      const start = operation.at * 5;
      const made = await command<{ id: string; saved?: false }>('annotate', {
        uri,
        ranges: [{ start, end: start + 4 }],
        role: 'claim',
        speaker: null,
        stance: null,
        [operation.field]: operation.value,
      });
      return made.saved === false
        ? `lost ${made.id}, not saved`
        : JSON.stringify({ ...operation, id: made.id });
    }
    case 'edit':
      await command('edit', { id, uri, changes: { [operation.field]: operation.value } });
      break;
    case 'delete':
      await command('delete', { id, uri });
      break;
    case 'link':
      if (operation.before !== undefined)
        await command('unlink', { from: id, type: 'supports', to: operation.before });
      await command('link', { from: id, type: 'supports', to: operation.target });
  }
  return JSON.stringify(operation);
}
