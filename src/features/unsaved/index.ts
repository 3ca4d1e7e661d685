import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { registerCommand, uriArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { Disposable } from '../../workspace/platform/disposable';
import { articleOf, articlePath } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';

/**
 * How long after a failed attempt the next one is made, in milliseconds; twice as long each time,
 * up to the second.
 */
const [FIRST_PAUSE, LONGEST_PAUSE] = [2_000, 60_000];

const unsavedArguments = v.looseObject({ uri: v.exactOptional(uriArgument) });

type Needs = Pick<Services, 'logError' | 'open' | 'sidecars'>;

/** Changes that couldn't be written: shown, told, tried again. */
export function register(services: Needs): Registration {
  return new Unsaved(services);
}

/**
 * Changes that couldn't be written: shown in the status bar and told once, tried again from time to
 * time and when the window gets the focus, and taken over from windows that ended before.
 */
class Unsaved extends Disposable {
  private readonly status = this.own(
    vscode.window.createStatusBarItem('claimAnnotator.unsaved', vscode.StatusBarAlignment.Left),
  );
  /** The reasons that were told, by sidecar. */
  private readonly told = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_PAUSE;

  constructor(private readonly services: Needs) {
    super();
    this.status.name = vscode.l10n.t('Unsaved annotations');
    this.status.command = { command: COMMANDS.retryUnsaved, title: this.status.name };
    this.status.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    const { unsaved } = services.sidecars;
    this.own(unsaved.onDidChange((sidecar) => this.show(sidecar)));
    this.own(services.open.onDidRefuseTyped(tellRefused));
    this.own(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && unsaved.failed().length > 0) this.retryAll().catch(services.logError);
      }),
    );
    this.own(
      registerCommand(COMMANDS.retryUnsaved, unsavedArguments, async () => ({
        left: await this.retryAll(),
      })),
    );
    this.own(
      registerCommand(COMMANDS.discardUnsaved, unsavedArguments, async ({ uri }, { byHand }) =>
        this.discard(uri, byHand),
      ),
    );
    this.writeLeftOver().catch(services.logError);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** Writes what earlier windows couldn't. */
  private async writeLeftOver(): Promise<void> {
    for (const sidecar of await this.services.sidecars.unsaved.restored) await this.retry(sidecar);
  }

  /** @returns how many sidecars still can't be written */
  private async retryAll(): Promise<number> {
    const { unsaved } = this.services.sidecars;
    for (const { sidecar } of unsaved.failed()) await this.retry(sidecar);
    return unsaved.failed().length;
  }

  private async retry(sidecar: vscode.Uri): Promise<void> {
    const { sidecars, logError } = this.services;
    try {
      await sidecars.writeUnsaved(articleOf(sidecar));
    } catch (error) {
      if (!(error instanceof RefusedError)) {
        logError(error);
        return;
      }
      // The file can't be read as it is now: the change waits until it can.
      const change = sidecars.unsaved.get(sidecar);
      if (change !== undefined) await sidecars.unsaved.keep({ ...change, reason: error.message });
    }
  }

  private async discard(uri: vscode.Uri | undefined, byHand: boolean): Promise<object | undefined> {
    const { sidecars } = this.services;
    const changes = sidecars.unsaved
      .failed()
      .filter(
        ({ sidecar }) => uri === undefined || articleOf(sidecar).toString() === uri.toString(),
      );
    if (byHand && changes.length > 0) {
      const giveUp = vscode.l10n.t('Give Up');
      const message = vscode.l10n.t(
        'Give up the changes that could not be written to {0}? They can’t be brought back.',
        changes.map(({ sidecar }) => articlePath(sidecar)).join(', '),
      );
      if ((await vscode.window.showWarningMessage(message, { modal: true }, giveUp)) !== giveUp)
        return undefined;
    }
    for (const { sidecar } of changes) await sidecars.discardUnsaved(articleOf(sidecar));
    return { discarded: changes.map(({ sidecar }) => articlePath(sidecar)) };
  }

  private show(sidecar: vscode.Uri): void {
    const { unsaved } = this.services.sidecars;
    const failed = unsaved.failed();
    const names = failed.map((change) =>
      vscode.l10n.t('{0}: {1}', articlePath(change.sidecar), change.reason ?? ''),
    );
    this.status.text = `$(warning) ${vscode.l10n.t('Annotations not written: {0}', failed.length)}`;
    this.status.tooltip = [
      ...names,
      vscode.l10n.t('Your changes are kept, also when the window is closed. Click to try again.'),
    ].join('\n');
    if (failed.length > 0) this.status.show();
    else this.status.hide();
    const reason = unsaved.get(sidecar)?.reason;
    this.tell(sidecar, reason);
    if (failed.length === 0) this.pause = FIRST_PAUSE;
    else this.retryLater();
  }

  private tell(sidecar: vscode.Uri, reason: string | undefined): void {
    const key = sidecar.toString();
    if (reason === undefined) {
      if (this.told.delete(key))
        void notify.info(vscode.l10n.t('{0} is written now.', articlePath(sidecar)));
      return;
    }
    if (this.told.get(key) === reason) return;
    this.told.set(key, reason);
    const [again, giveUp] = [vscode.l10n.t('Try Again'), vscode.l10n.t('Give Up…')];
    const message = vscode.l10n.t(
      '{0} could not be written: {1} Your changes are kept, also when the window is closed, and tried again.',
      articlePath(sidecar),
      ended(reason),
    );
    notify
      .error(message, again, giveUp)
      .then(async (answer) => {
        if (answer === again) await this.retryAll();
        if (answer === giveUp) await this.discard(articleOf(sidecar), true);
      })
      .then(undefined, this.services.logError);
  }

  private retryLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      this.retryAll().catch(this.services.logError);
    }, this.pause);
  }
}

function tellRefused({ message }: RefusedError): void {
  void notify.error(
    vscode.l10n.t(
      'The words that you changed could not be stored with their annotations: {0}',
      message,
    ),
  );
}

function ended(sentence: string): string {
  return /[.!?。！？]$/.test(sentence) ? sentence : `${sentence}.`;
}
