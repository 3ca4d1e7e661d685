import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import type { AnnotationChange, HistoryDirection } from '../../core/merge/changes/changeHistory';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { refoldGroup } from '../../ui/sidebar/sidebarSelection';
import type { Target } from '../../ui/target';
import { DeletedElsewhereError } from '../../workspace/annotations/deletedElsewhere';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Registration, Services } from '../services';
import { askDate } from '../../ui/asking/askDate';
import { askChanges, type EditServices } from './askChanges';
import { changeTogether, deleteTogether, type BulkServices } from './changeTogether';

const editArguments = v.looseObject({
  ...annotationArguments.entries,
  changes: v.exactOptional(v.record(v.string(), v.unknown())),
});

const dateArguments = v.looseObject({
  ...annotationArguments.entries,
  date: v.exactOptional(v.nullable(v.string())),
});

/** Changing and removing annotations, and taking that back. */
export function register(
  services: EditServices & BulkServices & Pick<Services, 'target'>,
): Registration {
  const { editor, target } = services;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.edit, editArguments, async ({ changes, ...args }) => {
      const items = await target.resolveMany(args);
      const [item] = items;
      if (item === undefined) return nothingAt(args);
      if (items.length > 1) return changeTogether(services, items, changes);
      return changes === undefined
        ? askChanges(services, item)
        : editor.changeFields(item.uri, item.annotation.id, changes);
    }),
    registerCommand(COMMANDS.delete, annotationArguments, async (args, { byHand }) => {
      const items = await target.resolveMany(args);
      const [item] = items;
      if (item === undefined) return nothingAt(args);
      if (items.length > 1) return deleteTogether(services, items);
      const { change, saved } = await editor.remove(item.uri, item.annotation.id);
      if (byHand) offerUndo(services, item, change);
      return { id: item.annotation.id, ...(!saved && { saved }) };
    }),
    registerCommand(COMMANDS.setDate, dateArguments, async ({ date, ...args }) => {
      const items = await target.resolveMany(args);
      const [item] = items;
      if (item === undefined) return nothingAt(args);
      const changes =
        date === undefined ? await askDate(services, items) : { date, dateInferred: null };
      if (changes === undefined) return undefined;
      return items.length > 1
        ? changeTogether(services, items, changes)
        : editor.changeFields(item.uri, item.annotation.id, changes);
    }),
    registerStep(services, COMMANDS.undo, 'undo'),
    registerStep(services, COMMANDS.redo, 'redo'),
  );
}

/** Takes the last change back, or makes it again. */
function registerStep(
  { history }: Pick<Services, 'history'>,
  command: CommandId,
  direction: HistoryDirection,
): vscode.Disposable {
  return registerCommand(command, v.looseObject({}), async (_, { byHand }) => {
    const step = history.step(direction).catch(async (error: unknown) => {
      if (!byHand || !(error instanceof DeletedElsewhereError)) throw error;
      const choice = await askDeleted(error.message);
      // Esc: it can be tried again.
      return choice === undefined ? null : history.step(direction, choice);
    });
    const done = await step;
    if (done === undefined && byHand)
      void notify.info(
        direction === 'undo'
          ? vscode.l10n.t('There is no annotation change to undo.')
          : vscode.l10n.t('There is no annotation change to redo.'),
      );
    if (!done) return undefined;
    const { id, annotations, saved } = done;
    return { id, annotations, ...(!saved && { saved }) };
  });
}

async function askDeleted(message: string): Promise<'bring back' | 'leave' | undefined> {
  const [bringBack, leave] = [vscode.l10n.t('Bring It Back'), vscode.l10n.t('Leave It Deleted')];
  const chosen = await notify.warning(message, bringBack, leave);
  if (chosen === bringBack) return 'bring back';
  return chosen === leave ? 'leave' : undefined;
}

async function nothingAt({ selected }: Target): Promise<undefined> {
  if (selected === true) await refoldGroup();
  return undefined;
}

function offerUndo(
  { editor, logError }: Pick<Services, 'editor' | 'logError'>,
  { annotation }: IndexedAnnotation,
  change: AnnotationChange,
): void {
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t('Deleted: “{0}”', excerpt(quoteOf(annotation), 50));
  notify.info(message, undo).then((chosen) => {
    if (chosen === undo) editor.revertChange(change).catch(logError);
  }, logError);
}
