import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { EdgeMove } from '../../core/reading/clauses';
import { registerCommand } from '../commands';
import { setContext } from '../context';

const moveArguments = v.looseObject({
  edge: v.exactOptional(v.picklist(['start', 'end'])),
  forward: v.exactOptional(v.boolean()),
});

/** What the arrow keys do in the box that is shown. */
let onMove: ((move: EdgeMove) => void) | undefined;

/** The arrow keys are registered once, since boxes follow each other at once. */
export function registerWalkKeys(): vscode.Disposable {
  return registerCommand(
    COMMANDS.moveReadingEdge,
    moveArguments,
    ({ edge = 'end', forward = true }) => {
      onMove?.({ edge, forward });
      return Promise.resolve();
    },
  );
}

/** Has the arrow keys move the passage's edges; while something is typed, they are the text's. */
export function hearArrows(isHeard: boolean): void {
  setContext(CONTEXT_KEYS.tagsWhileReading, isHeard);
}

/** Has the arrow keys be heard while a box is shown. */
export function whileAsking(move: (move: EdgeMove) => void): vscode.Disposable {
  onMove = move;
  hearArrows(true);
  return new vscode.Disposable(() => {
    if (onMove !== move) return;
    onMove = undefined;
    hearArrows(false);
  });
}
