import * as vscode from 'vscode';
import type { CONTEXT_KEYS } from '../contributions';

type ContextKey = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];

/** What VS Code was told last. */
const told = new Map<ContextKey, boolean>();

/** Tells VS Code what conditions in the manifest ask for, unless it knows. */
export function setContext(key: ContextKey, value: boolean): void {
  if (told.get(key) === value) return;
  told.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
