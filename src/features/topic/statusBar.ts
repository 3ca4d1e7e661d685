import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { excerpt } from '../../core/text/excerpt';
import { withoutIcons } from '../../ui/icons';
import { shownNumber } from '../../ui/numbers';
import { Disposable } from '../../workspace/platform/disposable';
import { isArticle } from '../../workspace/platform/uris';
import type { Services } from '../services';

/** How many columns of the topic the status bar shows. */
const TOPIC_COLUMNS = 30;

type Sources = Pick<Services, 'codebooks' | 'index' | 'labels' | 'topic'>;

/**
 * Shows in the status bar, while an article is in the editor, the topic, how many annotations the
 * article has, and how many wait for a decision.
 */
export class TopicStatus extends Disposable {
  private readonly item = this.own(
    vscode.window.createStatusBarItem('claimAnnotator.topic', vscode.StatusBarAlignment.Left, -1),
  );

  constructor(private readonly sources: Sources) {
    super();
    this.item.name = vscode.l10n.t('Topic and annotations');
    this.item.command = COMMANDS.chooseTopic;
    const { codebooks, index, topic } = sources;
    const show = () => this.show();
    this.own(topic.onDidChange(show));
    this.own(codebooks.onDidChange(show));
    this.own(vscode.window.onDidChangeActiveTextEditor(show));
    this.own(
      index.onDidChange(({ articles }) => {
        const shown = vscode.window.activeTextEditor?.document.uri.toString();
        if (articles === 'all' || (shown !== undefined && articles.has(shown))) show();
      }),
    );
    show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isTagged(document, this.sources)) return this.item.hide();
    const { index, labels, topic } = this.sources;
    const key = document.uri.toString();
    const content = index.corpus.contentOf(key);
    const count = content?.count ?? 0;
    const undecided = index.corpus.undecided.countIn(key);
    const chosen = topic.of(document.uri);
    const name = chosen === undefined ? vscode.l10n.t('No topic') : labels.topic(chosen);
    const parts = [
      withoutIcons(excerpt(name, TOPIC_COLUMNS)),
      shownNumber(count),
      ...(undecided > 0 ? [`$(warning) ${shownNumber(undecided)}`] : []),
    ];
    this.item.text = `$(comment-discussion) ${parts.join(' · ')}`;
    const lines = [
      vscode.l10n.t('Topic of new annotations: {0}', name),
      vscode.l10n.t('Annotations in this article: {0}', count),
      ...(undecided > 0 ? [vscode.l10n.t('To be decided: {0}', undecided)] : []),
    ];
    this.item.tooltip = `${lines.join('\n')}\n\n${vscode.l10n.t('Click: choose another topic')}`;
    this.item.accessibilityInformation = { label: lines.join(', '), role: 'button' };
    this.item.show();
  }
}

/** Whether a document is one that analysts read, or has annotations. */
function isTagged(document: vscode.TextDocument, { index }: Sources): boolean {
  const isText = ['markdown', 'plaintext'].includes(document.languageId);
  const hasSome = index.corpus.contentOf(document.uri.toString()) !== undefined;
  return isArticle(document) && (isText || hasSome);
}
