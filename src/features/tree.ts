import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../contributions';
import type { CorpusItem } from '../core/corpus/corpus';
import { annotationArguments, linkArgument, registerCommand, type AnnotationRef } from '../workspace/commands';
import { Disposable } from '../workspace/disposable';
import { excerpt, roleIcon, stanceMark } from '../workspace/labels';
import { escapeMarkdown } from '../workspace/markdown';
import type { Services } from '../workspace/services';
import { articlePath } from '../workspace/uris';

/** A row: a speaker, or one of his annotations. */
export type TreeRow = SpeakerRow | AnnotationRow;

interface SpeakerRow {
  readonly kind: 'speaker';
  readonly speaker: string | undefined;
}

interface AnnotationRow {
  readonly kind: 'annotation';
  readonly item: CorpusItem;
  /** What commands started from the row work on. */
  readonly ref: AnnotationRef;
}

/** The sidebar: speakers with the number of their annotations, below each its annotations in reading order. */
export class AnnotationTree extends Disposable implements vscode.TreeDataProvider<TreeRow> {
  private readonly changed = this.own(new vscode.EventEmitter<TreeRow | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  /** One object for each speaker, since VS Code refreshes a row by its object. */
  private readonly speakers = new Map<string | undefined, SpeakerRow>();
  private readonly view: vscode.TreeView<TreeRow>;

  constructor(private readonly services: Services) {
    super();
    this.view = this.own(vscode.window.createTreeView(VIEWS.annotations, { treeDataProvider: this, showCollapseAll: true }));
    this.own(services.index.onDidChange(({ speakers }) => this.refresh(speakers)));
    this.own(registerCommand(COMMANDS.showInSidebar, annotationArguments, async ({ id, uri }) => this.reveal(await services.target.resolve({ id, uri }))));
    this.own(registerCommand(COMMANDS.copyQuote, v.looseObject({ ...annotationArguments.entries, selected: v.exactOptional(v.boolean()) }), async (args) => {
      const found = await services.target.resolve(args);
      await vscode.env.clipboard.writeText(found?.annotation.passages.map(({ exact }) => exact).join(' … ') ?? '');
    }));
    services.target.setSelection(() => this.view.selection.flatMap((row) => (row.kind === 'annotation' ? [row.ref] : [])));
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    const { index } = this.services;
    if (row === undefined) {
      await index.load();
      return index.corpus.speakerGroups().map(({ speaker }) => this.speakerRow(speaker));
    }
    return row.kind === 'speaker' ? index.corpus.ofSpeaker(row.speaker).map(annotationRow) : [];
  }

  getParent(row: TreeRow): TreeRow | undefined {
    return row.kind === 'annotation' ? this.speakerRow(this.services.index.corpus.speakerOf(row.item.annotation)) : undefined;
  }

  getTreeItem(row: TreeRow): vscode.TreeItem {
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
    if (speakers === 'all') return this.changed.fire(undefined);
    const { corpus } = this.services.index;
    // A speaker that came or went changes the top rows; otherwise only the speakers' own rows are made again.
    const rows = [...speakers].map((speaker) => ({ row: this.speakers.get(speaker), left: corpus.countOf(speaker) > 0 }));
    if (rows.some(({ row, left }) => row === undefined || !left)) {
      for (const speaker of speakers) if (corpus.countOf(speaker) === 0) this.speakers.delete(speaker);
      this.changed.fire(undefined);
    } else {
      for (const { row } of rows) this.changed.fire(row);
    }
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

  private annotationItem({ item: { article, annotation }, ref }: AnnotationRow): vscode.TreeItem {
    const { labels } = this.services;
    const quote = excerpt(annotation.passages.map(({ exact }) => exact).join(' … '), 24);
    const item = new vscode.TreeItem(quote);
    const stance = annotation.stance === undefined ? undefined : `${stanceMark(annotation.stance)} ${labels.stance(annotation.stance)}`;
    const path = articlePath(vscode.Uri.parse(article));
    item.id = `annotation:${article}:${annotation.id}`;
    item.description = [stance, path.slice(path.lastIndexOf('/') + 1)].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon(roleIcon(annotation.role));
    item.contextValue = 'annotation';
    item.command = { command: COMMANDS.goTo, title: vscode.l10n.t('Go to Annotation'), arguments: [linkArgument({ id: ref.id, uri: ref.uri })] };
    const spoken = [labels.role(annotation.role), annotation.stance && labels.stance(annotation.stance), quote, path].filter(Boolean);
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

function annotationRow(item: CorpusItem): AnnotationRow {
  return { kind: 'annotation', item, ref: { id: item.annotation.id, uri: vscode.Uri.parse(item.article) } };
}
