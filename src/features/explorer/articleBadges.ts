import * as vscode from 'vscode';
import { shownNumber } from '../../ui/numbers';
import type { IndexChange } from '../../workspace/annotations/indexChange';
import { Disposable } from '../../workspace/platform/disposable';
import type { Services } from '../services';

/** A badge holds two characters. */
const MOST = 99;
/** Of more articles at once, VS Code asks for all that it shows. */
const MANY = 200;

/**
 * How many annotations an article has, beside its name in the explorer; another colour where some
 * wait for a decision. VS Code asks for the files that it shows, and no sidecar is read for it.
 */
export class ArticleBadges extends Disposable implements vscode.FileDecorationProvider {
  private readonly changed = this.own(new vscode.EventEmitter<vscode.Uri[] | undefined>());
  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(private readonly index: Services['index']) {
    super();
    this.own(index.onDidChange((change) => this.refresh(change)));
    this.own(vscode.window.registerFileDecorationProvider(this));
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const { corpus } = this.index;
    const key = uri.toString();
    const count = corpus.contentOf(key)?.count ?? 0;
    if (count === 0) return undefined;
    const undecided = corpus.undecided.countIn(key) + corpus.changed.countIn(key);
    const lines = [
      vscode.l10n.t('Annotations in this article: {0}', shownNumber(count)),
      ...(undecided > 0 ? [vscode.l10n.t('To be decided: {0}', shownNumber(undecided))] : []),
    ];
    return new vscode.FileDecoration(
      count > MOST ? '∞' : String(count),
      lines.join(' · '),
      undecided > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined,
    );
  }

  private refresh({ articles }: IndexChange): void {
    if (articles === 'all' || articles.size > MANY) this.changed.fire(undefined);
    else this.changed.fire([...articles].map((key) => vscode.Uri.parse(key)));
  }
}
