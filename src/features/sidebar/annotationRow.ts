import * as vscode from 'vscode';
import { COMMANDS, ROWS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import { needsDecision } from '../../core/placing/placeAnnotations';
import { excerpt } from '../../core/text/excerpt';
import { shownText } from '../../core/text/shownText';
import { linkArgument, type AnnotationRef } from '../../ui/commands';
import { roleIcon, stanceMark, stateName } from '../../ui/labels';
import { escapeMarkdown } from '../../ui/markdown';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { articlePath, nameOf } from '../../workspace/platform/uris';
import type { Row, RowSources } from './row';

/** How many columns of the quotation a row shows. */
const QUOTE_COLUMNS = 24;

/** What an annotation waits for, the most urgent first; each has commands of its own. */
type Waiting = 'withoutArticle' | 'inConflict' | 'undecided' | 'changed' | undefined;

/** What menus know the rows by. */
const KINDS = {
  withoutArticle: ROWS.annotationWithoutArticle,
  inConflict: ROWS.annotationInConflict,
  undecided: ROWS.annotationUndecided,
  changed: ROWS.annotationChanged,
  settled: ROWS.annotation,
} as const;

/** An annotation, below a group or a worklist. */
export class AnnotationRow implements Row {
  /** What commands started from the row work on. */
  readonly ref: AnnotationRef;

  /**
   * @param listId tells apart the rows of one annotation that stand below several parents
   * @param isBelowSidecar then the row needn't say again that there is no article, nor which
   */
  constructor(
    private readonly sources: RowSources,
    readonly item: IndexedAnnotation,
    readonly parent: Row,
    private readonly listId: string,
    private readonly isBelowSidecar = false,
  ) {
    this.ref = { id: item.annotation.id, uri: item.uri };
  }

  children(): Row[] {
    return [];
  }

  toItem(): vscode.TreeItem {
    const { annotation, article, state, uri } = this.item;
    const { labels } = this.sources;
    const waiting = this.waiting();
    const stance = annotation.stance && labels.stance(annotation.stance);
    const marked = annotation.stance && `${stanceMark(annotation.stance)} ${stance ?? ''}`;
    const doubt = doubtOf(waiting, state);
    const quote = excerpt(quoteOf(annotation), QUOTE_COLUMNS);
    const item = new vscode.TreeItem(quote);
    item.id = `${this.listId}:${article}:${annotation.id}`;
    const speaker = this.sources.index.corpus.speakerOf(annotation);
    const facts = this.isBelowSidecar ? [speaker, marked] : [doubt, marked, nameOf(uri)];
    item.description = shownText(facts.filter(Boolean).join(' · '));
    item.iconPath = new vscode.ThemeIcon(
      roleIcon(annotation.role),
      // The words that say so may be cut off in a narrow sidebar.
      doubt === undefined ? undefined : new vscode.ThemeColor('list.warningForeground'),
    );
    item.contextValue = KINDS[waiting ?? 'settled'];
    item.command = {
      command: waiting === 'withoutArticle' ? COMMANDS.openSidecar : COMMANDS.goTo,
      title: vscode.l10n.t('Go to Annotation'),
      // The focus stays here: keys pressed after a click mean the row, not the article's words.
      arguments: [{ ...linkArgument(this.ref), keepFocus: true }],
    };
    const spoken = [doubt, labels.role(annotation.role), stance, quote, articlePath(uri)];
    item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
    return item;
  }

  tooltip(): vscode.MarkdownString {
    const { labels } = this.sources;
    const { annotation, uri } = this.item;
    const { role, stance, date, note = '' } = annotation;
    const speaker = this.sources.index.corpus.speakerOf(annotation);
    const facts = [labels.role(role), speaker, stance && labels.stance(stance), date];
    const heading = facts.filter((fact) => fact !== undefined).join(' · ');
    const parts = [
      `**${escapeMarkdown(heading)}**`,
      ...[quoteOf(annotation), note, articlePath(uri)].map(escapeMarkdown),
    ];
    return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  }

  private waiting(): Waiting {
    const { annotation, article, state } = this.item;
    if (this.sources.index.corpus.isMissing(article)) return 'withoutArticle';
    if ((annotation.conflicts ?? []).length > 0) return 'inConflict';
    if (needsDecision(state)) return 'undecided';
    return state === 'changed' ? 'changed' : undefined;
  }
}

function doubtOf(waiting: Waiting, state: IndexedAnnotation['state']): string | undefined {
  if (waiting === 'withoutArticle') return vscode.l10n.t('without article');
  if (waiting === 'inConflict') return vscode.l10n.t('two versions');
  return state === undefined || state === 'anchored' ? undefined : stateName(state);
}
