import * as vscode from 'vscode';
import type { AnnotationHistory } from '../workspace/annotations/annotationHistory';
import type { BulkOptions, BulkResult } from '../workspace/annotations/bulkEditor';
import { notify } from './notify';
import { shownNumber } from './numbers';

/** So few are changed before one has read that they are. */
const FEW = 20;

/**
 * Does something to many articles, and shows how far it is, where a person waits for it; it can be
 * ended.
 */
export async function withProgress<T>(
  byHand: boolean,
  title: string,
  total: number,
  run: (options: BulkOptions) => Promise<T>,
): Promise<T> {
  if (!byHand || total <= FEW) return run({});
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      let told = 0;
      return run({
        token,
        onProgress: (done) => {
          const percent = Math.floor((100 * done) / total);
          if (percent > told)
            progress.report({ increment: percent - told, message: `${percent} %` });
          told = percent;
        },
      });
    },
  );
}

/** Says what was changed, with a button that takes it back; and what couldn't be changed. */
export function tellBulk(
  {
    history,
    logError,
  }: { readonly history: AnnotationHistory; readonly logError: (error: unknown) => void },
  { annotations, articles, failures, step }: BulkResult,
): void {
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t(
    'Annotations changed: {0}, in articles: {1}',
    shownNumber(annotations),
    shownNumber(articles),
  );
  const told =
    failures.length === 0
      ? notify.info(message, undo)
      : notify.warning(
          `${message}. ${vscode.l10n.t('Left out: {0}', failures.slice(0, 3).join(' · '))}`,
          undo,
        );
  told
    .then(async (chosen) => {
      if (chosen === undo) await history.takeBack(step);
    })
    .then(undefined, logError);
}
