import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { AnnotationChange } from '../../core/merge/changes/changeHistory';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { refoldGroup } from '../../ui/sidebarSelection';
import type { Target } from '../../ui/target';
import type { IndexedAnnotation } from '../../workspace/annotations/annotationIndex';
import type { Registration, Services } from '../services';
import { askChanges, type EditServices } from './askChanges';

const editArguments = v.looseObject({
  ...annotationArguments.entries,
  changes: v.exactOptional(v.record(v.string(), v.unknown())),
});

/** Changing and removing annotations, and taking that back. */
export function register(
  services: EditServices & Pick<Services, 'logError' | 'target'>,
): Registration {
  const { editor, target } = services;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.edit, editArguments, async ({ changes, ...args }) => {
      const item = await target.resolve(args);
      if (item === undefined) return nothingAt(args);
      return changes === undefined
        ? askChanges(services, item)
        : editor.changeFields(item.uri, item.annotation.id, changes);
    }),
    registerCommand(COMMANDS.delete, annotationArguments, async (args, { byHand }) => {
      const item = await target.resolve(args);
      if (item === undefined) return nothingAt(args);
      const { change, saved } = await editor.remove(item.uri, item.annotation.id);
      if (byHand) offerUndo(services, item, change);
      return { id: item.annotation.id, ...(!saved && { saved }) };
    }),
    registerCommand(COMMANDS.undo, v.looseObject({}), async (_, { byHand }) => {
      const done = await editor.stepHistory('undo');
      if (done === undefined && byHand)
        void notify.info(vscode.l10n.t('There is no annotation change to undo.'));
      return done && { id: done.id, ...(!done.saved && { saved: false }) };
    }),
    registerCommand(COMMANDS.redo, v.looseObject({}), async (_, { byHand }) => {
      const done = await editor.stepHistory('redo');
      if (done === undefined && byHand)
        void notify.info(vscode.l10n.t('There is no annotation change to redo.'));
      return done && { id: done.id, ...(!done.saved && { saved: false }) };
    }),
  );
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
