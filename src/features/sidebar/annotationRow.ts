import * as vscode from 'vscode';
import { COMMANDS, FINDING_MARKS, ROWS, type FindingMark } from '../../contributions';
import type { FindingRef } from '../../core/corpus/findings/allFindings';
import { statementDate } from '../../core/model/dates';
import { quoteOf } from '../../core/model/quote';
import { needsDecision } from '../../core/placing/placeAnnotations';
import { excerpt } from '../../core/text/excerpt';
import { shownText } from '../../core/text/shownText';
import { linkArgument } from '../../ui/commands';
import { fieldName, roleIcon, stanceMark, stateName } from '../../ui/labels';
import { escapeMarkdown } from '../../ui/markdown';
import { originText } from '../../ui/originText';
import type { AnnotationRef, IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { articlePath } from '../../workspace/platform/uris';
import { badgeUri } from './stanceBadges';
import type { Row, RowSources } from './row';
import { articleTitle } from '../../ui/articles/articleTitle';

/** Nobody's sidebar is wider, in columns; VS Code cuts what doesn't fit. */
const QUOTE_COLUMNS = 400;

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

/** What a row says behind its quotation, unless the rows above it say so. */
export type RowFact = 'doubt' | 'speaker' | 'stance' | 'date' | 'links' | 'article';

/** How many links lead to an annotation, and from it. */
interface LinkCounts {
  readonly toHere: number;
  readonly fromHere: number;
}

/** How a row stands among others. */
export interface RowPlace {
  /** Tells apart the rows of one annotation that stand below several parents. */
  readonly listId: string;
  /** What needn't be said again. */
  readonly isSaid?: readonly RowFact[];
  /** How it is linked to the row above it. */
  readonly linkType?: string;
  /** The rows below it; without, it can't be unfolded. */
  readonly children?: (row: AnnotationRow) => Row[];
  readonly isExpanded?: boolean;
  /** The finding that the row stands for. */
  readonly finding?: MarkedFinding;
}

/** A finding as a row stands for it. */
export interface MarkedFinding {
  readonly ref: FindingRef;
  readonly mark: FindingMark;
  /** Why it was set aside. */
  readonly reason?: string;
}

/** An annotation, below a group, a worklist, or the annotation that it links to. */
export class AnnotationRow implements Row {
  /** What commands started from the row work on. */
  readonly ref: AnnotationRef & { readonly finding?: FindingRef };
  private linkCounts: LinkCounts | undefined;

  constructor(
    private readonly sources: RowSources,
    readonly item: IndexedAnnotation,
    readonly parent: Row | undefined,
    readonly place: RowPlace,
  ) {
    const { finding } = place;
    this.ref = {
      id: item.annotation.id,
      uri: item.uri,
      ...(finding !== undefined && { finding: finding.ref }),
    };
  }

  /** Tells it from other rows. */
  get id(): string {
    return `${this.place.listId}:${this.item.article}:${this.item.annotation.id}`;
  }

  children(): Row[] {
    return this.place.children?.(this) ?? [];
  }

  toItem(): vscode.TreeItem {
    const { annotation, uri } = this.item;
    const { labels } = this.sources;
    const waiting = this.waiting();
    const doubt = this.doubt(waiting);
    const quote = excerpt(quoteOf(annotation), QUOTE_COLUMNS);
    const item = new vscode.TreeItem(quote, this.foldState());
    item.id = this.id;
    item.description = shownText(this.facts(doubt).join(' · '));
    item.iconPath = new vscode.ThemeIcon(
      roleIcon(annotation.role),
      // The words that say so may be cut off in a narrow sidebar.
      doubt === undefined ? undefined : new vscode.ThemeColor('list.warningForeground'),
    );
    const badge = badgeUri(annotation.stance);
    if (badge !== undefined) item.resourceUri = badge;
    const { finding, linkType } = this.place;
    const mark = finding === undefined ? '' : FINDING_MARKS[finding.mark];
    item.contextValue = KINDS[waiting ?? 'settled'] + mark;
    item.command = {
      command: waiting === 'withoutArticle' ? COMMANDS.openSidecar : COMMANDS.goTo,
      title: vscode.l10n.t('Go to Annotation'),
      // The focus stays here: keys pressed after a click mean the row, not the article's words.
      arguments: [{ ...linkArgument(this.ref), keepFocus: true }],
    };
    const spoken = [
      finding?.reason,
      doubt,
      linkType !== undefined && labels.link(linkType),
      labels.role(annotation.role),
      quote,
      this.speaker() ?? labels.noSpeaker,
      annotation.stance && labels.stance(annotation.stance),
      this.spokenDate(),
      ...this.spokenLinks(),
      articlePath(uri),
    ];
    item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
    return item;
  }

  tooltip(): vscode.MarkdownString {
    const { labels, index } = this.sources;
    const { annotation, article, uri } = this.item;
    const { role, stance, topic, note = '', tags = [] } = annotation;
    const facts = [
      labels.role(role),
      this.speaker(),
      stance && `${stanceMark(stance)} ${labels.stance(stance)}`,
      this.spokenDate(),
    ];
    const heading = facts.filter((fact) => fact !== undefined).join(' · ');
    const origin = originText(annotation);
    const more = [
      origin && vscode.l10n.t('{0}: {1}', fieldName('origin'), origin),
      topic && `${vscode.l10n.t('Topic')}: ${labels.topic(topic)}`,
      tags.length > 0 && `${vscode.l10n.t('Tags')}: ${tags.join(', ')}`,
      ...this.spokenLinks(),
      index.factsOf(article).title,
    ];
    const parts = [
      `**${escapeMarkdown(heading)}**`,
      ...[quoteOf(annotation), note].map(escapeMarkdown),
      ...more.map((line) => escapeMarkdown(line === false ? '' : (line ?? ''))),
      escapeMarkdown(articlePath(uri)),
    ];
    return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  }

  private foldState(): vscode.TreeItemCollapsibleState {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (this.place.children === undefined) return None;
    return this.place.isExpanded === true ? Expanded : Collapsed;
  }

  /** What stands behind the quotation. */
  private facts(doubt: string | undefined): string[] {
    const { stance } = this.item.annotation;
    const { labels, index } = this.sources;
    const { isSaid = [], linkType, finding } = this.place;
    const facts: Readonly<Record<RowFact, string | undefined>> = {
      doubt,
      speaker: this.speaker(),
      stance: stance && `${stanceMark(stance)} ${labels.stance(stance)}`,
      date: this.shownDate(),
      links: this.shownLinks(),
      article: articleTitle(index, this.item),
    };
    const order: readonly RowFact[] = ['doubt', 'speaker', 'stance', 'date', 'links', 'article'];
    const shown = order.flatMap((fact) => (isSaid.includes(fact) ? [] : (facts[fact] ?? [])));
    const first = [finding?.reason, linkType === undefined ? undefined : labels.link(linkType)];
    return [...first.filter((fact) => fact !== undefined), ...shown];
  }

  private speaker(): string | undefined {
    return this.sources.index.corpus.speakerOf(this.item.annotation);
  }

  /** When it was said; in brackets where only the article's date is known. */
  private shownDate(): string | undefined {
    const known = this.date();
    return known?.of === 'article' ? `(${known.date})` : known?.date;
  }

  private spokenDate(): string | undefined {
    const known = this.date();
    return known?.of === 'article'
      ? vscode.l10n.t('{0} (the article’s date)', known.date)
      : known?.date;
  }

  private date(): ReturnType<typeof statementDate> {
    const { published } = this.sources.index.factsOf(this.item.article);
    return statementDate(this.item.annotation, published);
  }

  /** How many links lead here, and from here. */
  private links(): LinkCounts {
    const { id, links = [] } = this.item.annotation;
    const { corpus } = this.sources.index;
    return (this.linkCounts ??= { toHere: corpus.countLinksTo(id), fromHere: links.length });
  }

  private shownLinks(): string | undefined {
    const { toHere, fromHere } = this.links();
    const parts = [toHere > 0 && `←${toHere}`, fromHere > 0 && `→${fromHere}`].filter(Boolean);
    return parts.length === 0 ? undefined : parts.join(' ');
  }

  private spokenLinks(): string[] {
    const { toHere, fromHere } = this.links();
    return [
      ...(toHere > 0 ? [vscode.l10n.t('Links to it: {0}', toHere)] : []),
      ...(fromHere > 0 ? [vscode.l10n.t('Links from it: {0}', fromHere)] : []),
    ];
  }

  private waiting(): Waiting {
    const { annotation, article, state } = this.item;
    if (this.sources.index.corpus.isMissing(article)) return 'withoutArticle';
    if ((annotation.conflicts ?? []).length > 0) return 'inConflict';
    if (needsDecision(state)) return 'undecided';
    return state === 'changed' ? 'changed' : undefined;
  }

  private doubt(waiting: Waiting): string | undefined {
    const { state } = this.item;
    if (waiting === 'withoutArticle') return vscode.l10n.t('without article');
    if (waiting === 'inConflict') return vscode.l10n.t('two versions');
    return state === undefined || state === 'anchored' ? undefined : stateName(state);
  }
}
