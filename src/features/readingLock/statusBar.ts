import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { Disposable } from '../../workspace/platform/disposable';
import type { LockState, ReadingLock } from './readingLock';

/** Shows in the status bar that articles are locked, and which keys do what; a click ends it. */
export class ReadingStatus extends Disposable {
  private readonly item = this.own(
    vscode.window.createStatusBarItem('claimAnnotator.reading', vscode.StatusBarAlignment.Left, 1),
  );

  constructor(lock: ReadingLock) {
    super();
    this.item.name = vscode.l10n.t('Reading lock');
    this.item.command = COMMANDS.leaveReadingLock;
    // Typing does something else than usual: that must be seen.
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.own(lock.onDidChange((state) => this.show(state)));
    this.show(lock.state);
  }

  private show(state: LockState): void {
    if (state === 'off') return this.item.hide();
    const text = textFor(state);
    this.item.text = state === 'locked' ? `$(lock) ${text}` : `$(unlock) ${text}`;
    this.item.tooltip = `${keyList().join('\n')}\n\n${vscode.l10n.t('Click: leave the reading lock')}`;
    this.item.accessibilityInformation = {
      label: [text, ...keyList()].join(', '),
      role: 'button',
    };
    this.item.show();
  }
}

function textFor(state: Exclude<LockState, 'off'>): string {
  return {
    locked: vscode.l10n.t('Reading: 1 claim · 2 evidence · 3 rebuttal · Esc'),
    unsaved: vscode.l10n.t('Reading: not locked, this article has unsaved changes'),
    noArticle: vscode.l10n.t('Reading'),
  }[state];
}

/** What the keys do, a line each. */
function keyList(): string[] {
  return [
    vscode.l10n.t('1, 2, 3: tag the selection, or the sentence at the cursor'),
    vscode.l10n.t('j, k: next, previous annotation'),
    vscode.l10n.t('e, l, d: edit, link, date of the annotation at the cursor'),
    vscode.l10n.t('Delete: delete it'),
    vscode.l10n.t('u: undo'),
    vscode.l10n.t('Esc: leave; letters need the input method to be switched off'),
  ];
}
