import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { registerCommand } from '../../ui/commands';
import { refuseUnsaved } from '../../ui/passages/findPlaced';
import { isArticle } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';
import { ReadingLock } from './readingLock';
import { ReadingStatus } from './statusBar';

/** Articles read-only for typing, with single keys for tagging: off until it is asked for. */
export function register({ logError }: Pick<Services, 'logError'>): Registration {
  const lock = new ReadingLock(logError);
  return vscode.Disposable.from(
    lock,
    new ReadingStatus(lock),
    registerCommand(COMMANDS.startReadingLock, v.looseObject({}), async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document !== undefined && isArticle(document)) refuseUnsaved(document);
      await lock.turn(true);
    }),
    registerCommand(COMMANDS.leaveReadingLock, v.looseObject({}), () => lock.turn(false)),
  );
}
