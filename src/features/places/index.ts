import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import type { Passage } from '../../core/model/types';
import { acceptedPassages, detachedPassages } from '../../core/placing/passageChanges';
import { annotationArguments, rangesArgument, registerCommand } from '../../ui/commands';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import type { Registration, Services } from '../services';
import { choosePlace } from './choosePlace';
import { findPlaced, type Found } from '../../ui/passages/findPlaced';
import { reviewChanges } from './reviewChanges';
import { reattach } from './reattach';
import type { PlaceServices } from './needs';

const reattachArguments = v.looseObject({
  ...annotationArguments.entries,
  ranges: v.exactOptional(rangesArgument),
});

/** Deciding about passages that were found with other words, at several places, or not at all. */
export function register(services: PlaceServices & Pick<Services, 'index'>): Registration {
  const decision = (id: CommandId, run: (found: Found) => Promise<CommandResult | undefined>) =>
    registerCommand(id, annotationArguments, async (args) => {
      const found = await findPlaced(services, args);
      return found && run(found);
    });
  return vscode.Disposable.from(
    registerCommand(COMMANDS.reattach, reattachArguments, async ({ ranges, ...args }) => {
      const found = await findPlaced(services, args);
      return found && reattach(services, found, ranges);
    }),
    registerCommand(COMMANDS.reviewChanges, v.looseObject({}), () => reviewChanges(services)),
    decision(COMMANDS.acceptChange, (found) => acceptChange(services, found)),
    decision(COMMANDS.detach, (found) => detach(services, found)),
    decision(COMMANDS.choosePlace, (found) => choosePlace(services, found)),
  );
}

async function acceptChange(services: PlaceServices, found: Found): Promise<CommandResult> {
  const passages = acceptedPassages(found.placed, found.article);
  const otherwise = vscode.l10n.t('This passage has not changed.');
  return storePassages(services, found, passages, otherwise);
}

async function detach(services: PlaceServices, found: Found): Promise<CommandResult> {
  const passages = detachedPassages(found.placed);
  const otherwise = vscode.l10n.t('This passage stands as quoted: there is nothing to detach.');
  return storePassages(services, found, passages, otherwise);
}

/** @throws RefusedError, with what is said `otherwise`, if the passages are what they were */
async function storePassages(
  { editor }: PlaceServices,
  { uri, item, placed }: Found,
  passages: readonly Passage[],
  otherwise: string,
): Promise<CommandResult> {
  if (passages.every((passage, i) => passage === placed.annotation.passages[i]))
    throw new RefusedError(otherwise);
  return editor.setPassages(uri, item.annotation.id, passages);
}
