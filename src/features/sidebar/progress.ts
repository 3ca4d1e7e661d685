import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import { registerCommand } from '../../ui/commands';
import { setContext } from '../../ui/context';
import { Disposable } from '../../workspace/platform/disposable';
import { shownNumber } from '../../ui/numbers';
import type { Row, RowSources } from './row';

/** Says above the rows what the index is busy with, and how far it is. */
export class Progress extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: vscode.TreeView<Row>,
    private readonly index: RowSources['index'],
  ) {
    super();
    // Together with the rows: VS Code shows neither while one or the other changes all the time.
    this.own(index.onDidChange(() => this.show()));
    this.own(index.onDidProgress(() => this.showSoon()));
    this.own(
      registerCommand(COMMANDS.stopChecking, v.looseObject({}), () => {
        index.stopChecking(true);
        return Promise.resolve();
      }),
    );
    this.own(
      registerCommand(COMMANDS.goOnChecking, v.looseObject({}), () => {
        index.stopChecking(false);
        return Promise.resolve();
      }),
    );
    this.show();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private showSoon(): void {
    const { reading, checking } = this.index.progress;
    if (reading === undefined && checking?.isStopped !== false) this.show();
    else this.timer ??= setTimeout(() => this.show(), OFTEN);
  }

  private show(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { reading, checking } = this.index.progress;
    const message = this.messageFor();
    if ((this.view.message ?? '') !== (message ?? '')) this.view.message = message ?? '';
    setContext(CONTEXT_KEYS.isRead, this.index.isLoaded);
    const isLong = checking?.isLong === true && reading === undefined;
    setContext(CONTEXT_KEYS.isChecking, isLong && !checking.isStopped);
    setContext(CONTEXT_KEYS.isCheckingStopped, isLong && checking.isStopped);
  }

  private messageFor(): string | undefined {
    const { reading, checking } = this.index.progress;
    const numbers = ({ done, total }: { done: number; total: number }) =>
      [done, total].map(shownNumber);
    if (reading !== undefined)
      return vscode.l10n.t('Reading sidecars: {0} of {1} …', ...numbers(reading));
    if (checking?.isLong !== true) return undefined;
    return checking.isStopped
      ? vscode.l10n.t(
          'Articles not looked into: {0} of {1}.',
          ...numbers({
            done: checking.total - checking.done,
            total: checking.total,
          }),
        )
      : vscode.l10n.t(
          'Looking into articles for the quotations: {0} of {1} …',
          ...numbers(checking),
        );
  }
}

/** How often it is told at least, in milliseconds. */
const OFTEN = 1_000;
