import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import type { BoundaryMove } from '../../core/text/sentences/boundaries';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { withoutIcons } from '../../ui/icons';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import type { Registration } from '../services';
import { askBoundary } from './askBoundary';
import { BoundaryActions } from './codeActions';
import { BoundaryMover, type BoundaryServices, type BoundaryTarget } from './moveBoundaries';

/** How long it is said that there is no further place, in milliseconds. */
const SAID = 5_000;

const boundaryArguments = v.looseObject({
  ...annotationArguments.entries,
  passage: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  edge: v.exactOptional(v.picklist(['start', 'end'])),
  step: v.exactOptional(v.picklist(['extend', 'shrink'])),
  by: v.exactOptional(v.picklist(['clause', 'sentence', 'quotation'])),
});

/** Correcting where the passage at the cursor begins and ends. */
export function register(services: BoundaryServices): Registration {
  const mover = new BoundaryMover(services);
  const command = (id: CommandId, { edge, step }: Partial<BoundaryMove>) =>
    registerCommand(id, boundaryArguments, async (given, { byHand }) => {
      const args = { ...given, edge: edge ?? given.edge, step: step ?? given.step };
      if (args.edge === undefined || args.step === undefined) return askBoundary(mover, given);
      const move = { edge: args.edge, step: args.step, by: given.by ?? 'clause' };
      return moveOrSay(mover, given, move, byHand);
    });
  return vscode.Disposable.from(
    command(COMMANDS.moveBoundary, {}),
    command(COMMANDS.extendEnd, { edge: 'end', step: 'extend' }),
    command(COMMANDS.shrinkEnd, { edge: 'end', step: 'shrink' }),
    command(COMMANDS.extendStart, { edge: 'start', step: 'extend' }),
    command(COMMANDS.shrinkStart, { edge: 'start', step: 'shrink' }),
    vscode.languages.registerCodeActionsProvider(
      [{ scheme: '*' }],
      new BoundaryActions(services),
      BoundaryActions.metadata,
    ),
  );
}

/** A key that can't go on says so in the status bar: not by a notification for each press. */
async function moveOrSay(
  mover: BoundaryMover,
  target: BoundaryTarget,
  move: BoundaryMove,
  byHand: boolean,
): Promise<CommandResult | undefined> {
  try {
    return await mover.move(target, move);
  } catch (error) {
    if (!byHand || !(error instanceof RefusedError)) throw error;
    vscode.window.setStatusBarMessage(withoutIcons(error.message), SAID);
    return undefined;
  }
}
