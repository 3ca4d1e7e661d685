import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import type { Annotation } from '../../core/model/types';
import { excerpt } from '../../core/text/excerpt';
import type { AnnotationHistory } from '../../workspace/annotations/annotationHistory';
import { withoutIcons } from '../icons';
import { Disposable } from '../../workspace/platform/disposable';

/** How long taking it back is offered, in milliseconds. */
const OFFERED = 10_000;

/**
 * Says in the status bar what was just tagged: a click there takes it back. Once that was done, or
 * anything else, a click would take back something else: then it goes.
 */
export class TellTagged extends Disposable {
  private readonly item = this.own(
    vscode.window.createStatusBarItem('claimAnnotator.tagged', vscode.StatusBarAlignment.Left),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(history: Pick<AnnotationHistory, 'onDidChange'>) {
    super();
    this.own(history.onDidChange(() => this.item.hide()));
    this.item.name = vscode.l10n.t('What was tagged last');
    this.item.command = { command: COMMANDS.undo, title: vscode.l10n.t('Undo') };
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** @param taken what was taken without a question; undefined: it was asked for */
  tell(annotation: Pick<Annotation, 'passages'>, taken?: string): void {
    const quote = excerpt(quoteOf(annotation), 30);
    const said =
      taken === undefined
        ? vscode.l10n.t('Tagged: “{0}” · Undo', quote)
        : vscode.l10n.t('Tagged as {0}: “{1}” · Undo', taken, quote);
    this.item.text = `$(check) ${withoutIcons(said)}`;
    this.item.tooltip = vscode.l10n.t('Take back what was tagged last');
    this.item.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.item.hide(), OFFERED);
  }
}
