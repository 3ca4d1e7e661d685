import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../contributions';
import type { CorpusItem } from '../core/corpus/corpus';
import { needsDecision } from '../core/corpus/placeAnnotations';
import { annotationArguments, linkArgument, registerCommand, type AnnotationRef } from '../workspace/commands';
import { Disposable } from '../workspace/disposable';
import { excerpt, roleIcon, stanceMark, stateName } from '../workspace/labels';
import { escapeMarkdown } from '../workspace/markdown';
import type { Services } from '../workspace/services';
import { articlePath } from '../workspace/uris';

/** A row: what waits for a decision, a speaker, or an annotation below one of them. */
export type TreeRow = DecisionsRow | SpeakerRow | AnnotationRow;

/** The annotations that the program has no place for. */
interface DecisionsRow {
  readonly kind: 'decisions';
}

interface SpeakerRow {
  readonly kind: 'speaker';
  readonly speaker: string | undefined;
}

interface AnnotationRow {
  readonly kind: 'annotation';
  readonly item: CorpusItem;
  readonly parent: 'decisions' | 'speaker';
  /** What commands started from the row work on. */
  readonly ref: AnnotationRef;
}

/** The sidebar: speakers with the number of their annotations, below each its annotations in reading order. */
export class AnnotationTree extends Disposable implements vscode.TreeDataProvider<TreeRow> {
  private readonly changed = this.own(new vscode.EventEmitter<TreeRow | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  /** One object for each speaker, since VS Code refreshes a row by its object. */
  private readonly speakers = new Map<string | undefined, SpeakerRow>();
  private readonly decisions: DecisionsRow = { kind: 'decisions' };
  private readonly view: vscode.TreeView<TreeRow>;

  constructor(private readonly services: Services) {
    super();
    this.view = this.own(vscode.window.createTreeView(VIEWS.annotations, { treeDataProvider: this, showCollapseAll: true }));
    this.own(services.index.onDidChange(({ speakers }) => this.refresh(speakers)));
    this.own(registerCommand(COMMANDS.showInSidebar, annotationArguments, async ({ id, uri }) => this.reveal(await services.target.resolve({ id, uri }))));
    this.own(registerCommand(COMMANDS.copyQuote, annotationArguments, async (args) => {
      const found = await services.target.resolve(args);
      if (found !== undefined) await vscode.env.clipboard.writeText(found.annotation.passages.map(({ exact }) => exact).join(' … '));
    }));
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    const { index } = this.services;
    if (row === undefined) {
      await index.load();
      const waiting = index.corpus.needingDecision().length > 0 ? [this.decisions] : [];
      return [...waiting, ...index.corpus.speakerGroups().map(({ speaker }) => this.speakerRow(speaker))];
    }
    if (row.kind === 'decisions') return index.corpus.needingDecision().map((item) => annotationRow(item, 'decisions'));
    return row.kind === 'speaker' ? index.corpus.ofSpeaker(row.speaker).map((item) => annotationRow(item)) : [];
  }

  getParent(row: TreeRow): TreeRow | undefined {
    if (row.kind !== 'annotation') return undefined;
    return row.parent === 'decisions' ? this.decisions : this.speakerRow(this.services.index.corpus.speakerOf(row.item.annotation));
  }

  getTreeItem(row: TreeRow): vscode.TreeItem {
    if (row.kind === 'decisions') return this.decisionsItem();
    return row.kind === 'speaker' ? this.speakerItem(row) : this.annotationItem(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: TreeRow): vscode.TreeItem {
    if (row.kind === 'annotation') item.tooltip = new vscode.MarkdownString(this.tooltip(row.item));
    return item;
  }

  /** Shows the annotation's row, with its speaker's unfolded. */
  private async reveal(item: CorpusItem | undefined): Promise<void> {
    if (item !== undefined) await this.view.reveal(annotationRow(item), { select: true, focus: true, expand: true });
  }

  private refresh(speakers: ReadonlySet<string | undefined> | 'all'): void {
    const { corpus } = this.services.index;
    const waiting = corpus.needingDecision().length;
    const before = this.view.badge?.value ?? 0;
    if (waiting !== before) this.view.badge = waiting === 0 ? undefined : { value: waiting, tooltip: vscode.l10n.t('Annotations that wait for your decision: {0}', waiting) };
    if (speakers === 'all' || (waiting === 0) !== (before === 0)) return this.changed.fire(undefined);
    if (waiting > 0) this.changed.fire(this.decisions);
    // A speaker that came or went changes the top rows; otherwise only the speakers' own rows are made again.
    const rows = [...speakers].map((speaker) => ({ row: this.speakers.get(speaker), left: corpus.countOf(speaker) > 0 }));
    if (rows.some(({ row, left }) => row === undefined || !left)) {
      for (const speaker of speakers) if (corpus.countOf(speaker) === 0) this.speakers.delete(speaker);
      this.changed.fire(undefined);
    } else {
      for (const { row } of rows) this.changed.fire(row);
    }
  }

  private decisionsItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(vscode.l10n.t('To be decided'), vscode.TreeItemCollapsibleState.Expanded);
    item.id = 'decisions';
    item.description = String(this.services.index.corpus.needingDecision().length);
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    item.tooltip = vscode.l10n.t('Their words are not found in the article any more, or at several places that are equally good. They are kept; choose their place, attach them to a selection, or delete them.');
    item.contextValue = 'decisions';
    return item;
  }

  private speakerRow(speaker: string | undefined): SpeakerRow {
    const row = this.speakers.get(speaker) ?? { kind: 'speaker', speaker };
    this.speakers.set(speaker, row);
    return row;
  }

  private speakerItem({ speaker }: SpeakerRow): vscode.TreeItem {
    const count = this.services.index.corpus.countOf(speaker);
    const item = new vscode.TreeItem(speaker ?? this.services.labels.noSpeaker, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `speaker:${speaker ?? ''}`;
    item.description = String(count);
    item.iconPath = new vscode.ThemeIcon('person');
    item.contextValue = speaker === undefined ? 'noSpeaker' : 'speaker';
    const label = speaker ?? this.services.labels.noSpeaker;
    item.accessibilityInformation = { label: count === 1 ? vscode.l10n.t('{0}, 1 annotation', label) : vscode.l10n.t('{0}, {1} annotations', label, count) };
    return item;
  }

  private annotationItem({ item: { article, annotation, state }, parent, ref }: AnnotationRow): vscode.TreeItem {
    const { labels } = this.services;
    const quote = excerpt(annotation.passages.map(({ exact }) => exact).join(' … '), 24);
    const item = new vscode.TreeItem(quote);
    const stance = annotation.stance === undefined ? undefined : `${stanceMark(annotation.stance)} ${labels.stance(annotation.stance)}`;
    const path = articlePath(vscode.Uri.parse(article));
    item.id = `${parent}:${article}:${annotation.id}`;
    const doubt = state === undefined || state === 'anchored' ? undefined : stateName(state);
    item.description = [doubt, stance, path.slice(path.lastIndexOf('/') + 1)].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon(roleIcon(annotation.role));
    item.contextValue = needsDecision(state) ? 'annotationUndecided' : state === 'changed' ? 'annotationChanged' : 'annotation';
    const command = needsDecision(state) ? COMMANDS.choosePlace : COMMANDS.goTo;
    item.command = { command, title: vscode.l10n.t('Go to Annotation'), arguments: [linkArgument({ id: ref.id, uri: ref.uri })] };
    const spoken = [doubt, labels.role(annotation.role), annotation.stance && labels.stance(annotation.stance), quote, path].filter(Boolean);
    item.accessibilityInformation = { label: spoken.join(', ') };
    return item;
  }

  private tooltip({ article, annotation }: CorpusItem): string {
    const { labels } = this.services;
    const facts = [labels.role(annotation.role), annotation.speaker, annotation.stance && labels.stance(annotation.stance), annotation.date].filter((fact) => fact !== undefined);
    return [`**${escapeMarkdown(facts.join(' · '))}**`, escapeMarkdown(annotation.passages.map(({ exact }) => exact).join(' … ')), escapeMarkdown(annotation.note ?? ''), escapeMarkdown(articlePath(vscode.Uri.parse(article)))]
      .filter((part) => part !== '').join('\n\n');
  }
}

function annotationRow(item: CorpusItem, parent: AnnotationRow['parent'] = 'speaker'): AnnotationRow {
  return { kind: 'annotation', item, parent, ref: { id: item.annotation.id, uri: vscode.Uri.parse(item.article) } };
}
