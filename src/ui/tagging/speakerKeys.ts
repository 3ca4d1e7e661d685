import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import { registerCommand } from '../commands';
import { setContext } from '../context';

/** What the keys of the speaker's box do. */
interface SpeakerKeys {
  readonly tab: () => void;
  /** Alt+2, Alt+3: takes that row, which counts from 1. */
  readonly take: (row: number) => void;
}

/** Those of the box that is shown. */
let shown: SpeakerKeys | undefined;

/** The keys are registered once, since two boxes may follow each other at once. */
export function registerSpeakerKeys(): vscode.Disposable {
  const rowArgument = v.looseObject({ row: v.exactOptional(v.number()) });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.pickSpeakerOnly, () => shown?.tab()),
    registerCommand(COMMANDS.pickSpeakerRow, rowArgument, ({ row = 1 }) => {
      shown?.take(row);
      return Promise.resolve();
    }),
  );
}

/** Has the keys be heard while a speaker's box is shown. */
export function whilePickingSpeaker(keys: SpeakerKeys): vscode.Disposable {
  const set = (on: boolean) => setContext(CONTEXT_KEYS.pickingSpeaker, on);
  shown = keys;
  set(true);
  return new vscode.Disposable(() => {
    if (shown !== keys) return;
    shown = undefined;
    set(false);
  });
}
