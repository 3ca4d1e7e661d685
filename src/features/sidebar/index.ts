import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import type { CorpusItem } from '../../core/corpus/corpus';
import { needsDecision } from '../../core/placing/placeAnnotations';
import {
  annotationArguments,
  linkArgument,
  registerCommand,
  type AnnotationRef,
} from '../../ui/commands';
import { Disposable } from '../../workspace/platform/disposable';
import { excerpt } from '../../core/text/excerpt';
import { roleIcon, stanceMark, stateName } from '../../ui/labels';
import { escapeMarkdown } from '../../ui/markdown';
import type { Services } from '../services';
import { articlePath, nameOf, sidecarOf } from '../../workspace/platform/uris';

/**
 * A row: what waits for a decision, sidecars without article, a speaker, or an annotation below one
 * of them.
 */
export type TreeRow = DecisionsRow | LostRow | SidecarRow | SpeakerRow | AnnotationRow;

/** The annotations that the program has no place for. */
interface DecisionsRow {
  readonly kind: 'decisions';
}

/** The sidecars whose articles don't exist. */
interface LostRow {
  readonly kind: 'lost';
}

/** One of them. */
interface SidecarRow {
  readonly kind: 'sidecar';
  readonly article: string;
  /** What commands started from the row work on. */
  readonly ref: { readonly uri: vscode.Uri };
}

interface SpeakerRow {
  readonly kind: 'speaker';
  readonly speaker: string | undefined;
}

interface AnnotationRow {
  readonly kind: 'annotation';
  readonly item: CorpusItem;
  readonly parent: 'decisions' | 'sidecar' | 'speaker';
  /** What commands started from the row work on. */
  readonly ref: AnnotationRef;
}

/**
 * The sidebar: speakers with the number of their annotations, below each its annotations in reading
 * order.
 */
export class AnnotationTree extends Disposable implements vscode.TreeDataProvider<TreeRow> {
  private readonly changed = this.own(new vscode.EventEmitter<TreeRow | TreeRow[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  /** One object for each speaker, since VS Code refreshes a row by its object. */
  private readonly speakers = new Map<string | undefined, SpeakerRow>();
  private readonly decisions: DecisionsRow = { kind: 'decisions' };
  private readonly lost: LostRow = { kind: 'lost' };
  private readonly sidecars = new Map<string, SidecarRow>();
  /** Whether the rows above the speakers are shown. */
  private above = '';
  /** The annotations that were last shown in each of them. */
  private readonly shown = new Map<TreeRow['kind'], readonly CorpusItem[]>();
  private readonly view: vscode.TreeView<TreeRow>;

  constructor(private readonly services: Services) {
    super();
    this.view = this.own(
      vscode.window.createTreeView(VIEWS.annotations, {
        treeDataProvider: this,
        showCollapseAll: true,
      }),
    );
    this.own(services.index.onDidChange(({ speakers }) => this.refresh(speakers)));
    this.own(
      registerCommand(COMMANDS.showInSidebar, annotationArguments, async ({ id, uri }) =>
        this.reveal(await services.target.resolve({ id, uri })),
      ),
    );
    this.own(
      registerCommand(COMMANDS.copyQuote, annotationArguments, async (args) => {
        const found = await services.target.resolve(args);
        if (found !== undefined)
          await vscode.env.clipboard.writeText(
            found.annotation.passages.map(({ exact }) => exact).join(' … '),
          );
      }),
    );
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    const { index } = this.services;
    switch (row?.kind) {
      case undefined: {
        await index.load();
        return [
          ...this.rowsAbove(),
          ...index.corpus.speakerGroups().map(({ speaker }) => this.speakerRow(speaker)),
        ];
      }
      case 'decisions':
        return index.corpus.needingDecision().map((item) => annotationRow(item, 'decisions'));
      case 'lost':
        return index.corpus.missingArticles().map((article) => this.sidecarRow(article));
      case 'sidecar':
        return index.corpus.ofArticle(row.article).map((item) => annotationRow(item, 'sidecar'));
      case 'speaker':
        return index.corpus.ofSpeaker(row.speaker).map((item) => annotationRow(item));
      case 'annotation':
        return [];
    }
  }

  getParent(row: TreeRow): TreeRow | undefined {
    if (row.kind === 'sidecar') return this.lost;
    if (row.kind !== 'annotation') return undefined;
    switch (row.parent) {
      case 'decisions':
        return this.decisions;
      case 'sidecar':
        return this.sidecarRow(row.item.article);
      case 'speaker':
        return this.speakerRow(this.services.index.corpus.speakerOf(row.item.annotation));
    }
  }

  getTreeItem(row: TreeRow): vscode.TreeItem {
    switch (row.kind) {
      case 'decisions':
        return this.decisionsItem();
      case 'lost':
        return this.lostItem();
      case 'sidecar':
        return this.sidecarItem(row);
      case 'speaker':
        return this.speakerItem(row);
      case 'annotation':
        return this.annotationItem(row);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, row: TreeRow): vscode.TreeItem {
    if (row.kind === 'annotation') item.tooltip = new vscode.MarkdownString(this.tooltip(row.item));
    return item;
  }

  /** Shows the annotation's row, with its speaker's unfolded. */
  private async reveal(item: CorpusItem | undefined): Promise<void> {
    if (item !== undefined)
      await this.view.reveal(annotationRow(item), { select: true, focus: true, expand: true });
  }

  private refresh(speakers: ReadonlySet<string | undefined> | 'all'): void {
    const { corpus } = this.services.index;
    this.showBadge();
    const above = this.rowsAbove();
    const changed = above.map(({ kind }) => kind).join();
    if (speakers === 'all' || changed !== this.above) {
      this.above = changed;
      return this.changed.fire(undefined);
    }
    // A speaker that came or went changes the top rows; otherwise only the speakers' own rows are
    // made again.
    const rows = [...speakers].map((speaker) => ({
      row: this.speakers.get(speaker),
      left: corpus.countOf(speaker) > 0,
    }));
    if (rows.some(({ row, left }) => row === undefined || !left)) {
      for (const speaker of speakers)
        if (corpus.countOf(speaker) === 0) this.speakers.delete(speaker);
      this.changed.fire(undefined);
    } else {
      // In one event, and no row that stays: while a row is made anew, VS Code has no command for a
      // click on it (https://github.com/microsoft/vscode/issues/173233).
      this.changed.fire([
        ...above.filter((row) => this.hasChanged(row)),
        ...rows.flatMap(({ row }) => row ?? []),
      ]);
    }
  }

  /**
   * Whether a row above the speakers, or what is below it, isn't what it was when this was asked
   * last.
   */
  private hasChanged(row: TreeRow): boolean {
    const { corpus } = this.services.index;
    const articles = row.kind === 'lost' ? corpus.missingArticles() : [];
    const items =
      row.kind === 'lost'
        ? articles.flatMap((article) => corpus.ofArticle(article))
        : corpus.needingDecision();
    const before = this.shown.get(row.kind);
    this.shown.set(row.kind, items);
    return (
      before?.length !== items.length ||
      items.some(
        (item, i) => item.annotation !== before[i]?.annotation || item.state !== before[i].state,
      )
    );
  }

  /** Counts what waits for the analyst: annotations, and sidecars without article as one each. */
  private showBadge(): void {
    const { corpus } = this.services.index;
    const [undecided, lost] = [corpus.needingDecision().length, corpus.missingArticles().length];
    if (undecided + lost === 0) {
      this.view.badge = undefined;
      return;
    }
    const facts = [
      ...(undecided === 0
        ? []
        : [vscode.l10n.t('Annotations that wait for your decision: {0}', undecided)]),
      ...(lost === 0 ? [] : [vscode.l10n.t('Sidecars without article: {0}', lost)]),
    ];
    const tooltip = facts.join('\n');
    if (this.view.badge?.value !== undecided + lost || this.view.badge.tooltip !== tooltip)
      this.view.badge = { value: undecided + lost, tooltip };
  }

  private rowsAbove(): TreeRow[] {
    const { corpus } = this.services.index;
    return [
      ...(corpus.needingDecision().length > 0 ? [this.decisions] : []),
      ...(corpus.missingArticles().length > 0 ? [this.lost] : []),
    ];
  }

  private sidecarRow(article: string): SidecarRow {
    const row = this.sidecars.get(article) ?? {
      kind: 'sidecar',
      article,
      ref: { uri: vscode.Uri.parse(article) },
    };
    this.sidecars.set(article, row);
    return row;
  }

  private lostItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('Without article'),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    item.id = 'lost';
    item.description = String(this.services.index.corpus.missingArticles().length);
    item.iconPath = new vscode.ThemeIcon(
      'question',
      new vscode.ThemeColor('list.warningForeground'),
    );
    item.tooltip = vscode.l10n.t(
      'The articles of these annotations were moved, renamed or deleted. The annotations are kept; say which article they belong to now, or delete them.',
    );
    item.contextValue = 'lost';
    return item;
  }

  private sidecarItem({ article, ref }: SidecarRow): vscode.TreeItem {
    const count = this.services.index.corpus.ofArticle(article).length;
    const path = articlePath(ref.uri);
    const name = nameOf(ref.uri);
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `sidecar:${article}`;
    item.description = [String(count), path.slice(0, -name.length - 1)].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon('file');
    item.tooltip = articlePath(sidecarOf(ref.uri));
    item.contextValue = 'sidecarWithoutArticle';
    item.accessibilityInformation = {
      label:
        count === 1
          ? vscode.l10n.t('{0}, 1 annotation', path)
          : vscode.l10n.t('{0}, {1} annotations', path, count),
    };
    return item;
  }

  private decisionsItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('To be decided'),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    item.id = 'decisions';
    item.description = String(this.services.index.corpus.needingDecision().length);
    item.iconPath = new vscode.ThemeIcon(
      'warning',
      new vscode.ThemeColor('list.warningForeground'),
    );
    item.tooltip = vscode.l10n.t(
      'Their words are not found in the article any more, or at several places that are equally good; or there are two versions of a field. They are kept: choose their place, attach them to a selection, decide between the versions, or delete them.',
    );
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
    const item = new vscode.TreeItem(
      speaker ?? this.services.labels.noSpeaker,
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = `speaker:${speaker ?? ''}`;
    item.description = String(count);
    item.iconPath = new vscode.ThemeIcon('person');
    item.contextValue = speaker === undefined ? 'noSpeaker' : 'speaker';
    const label = speaker ?? this.services.labels.noSpeaker;
    item.accessibilityInformation = {
      label:
        count === 1
          ? vscode.l10n.t('{0}, 1 annotation', label)
          : vscode.l10n.t('{0}, {1} annotations', label, count),
    };
    return item;
  }

  private annotationItem({
    item: { article, annotation, state },
    parent,
    ref,
  }: AnnotationRow): vscode.TreeItem {
    const { labels } = this.services;
    const quote = excerpt(annotation.passages.map(({ exact }) => exact).join(' … '), 24);
    const item = new vscode.TreeItem(quote);
    const stance =
      annotation.stance === undefined
        ? undefined
        : `${stanceMark(annotation.stance)} ${labels.stance(annotation.stance)}`;
    const path = articlePath(vscode.Uri.parse(article));
    item.id = `${parent}:${article}:${annotation.id}`;
    const isLost = this.services.index.corpus.isMissing(article);
    const inConflict = !isLost && (annotation.conflicts ?? []).length > 0;
    const doubt = inConflict
      ? vscode.l10n.t('two versions')
      : isLost
        ? vscode.l10n.t('without article')
        : state === undefined || state === 'anchored'
          ? undefined
          : stateName(state);
    // Below its sidecar, a row needn't say again that there is no article, nor which.
    item.description = (
      parent === 'sidecar' ? [annotation.speaker, stance] : [doubt, stance, nameOf(ref.uri)]
    )
      .filter(Boolean)
      .join(' · ');
    item.iconPath = new vscode.ThemeIcon(roleIcon(annotation.role));
    item.contextValue = isLost
      ? 'annotationWithoutArticle'
      : inConflict
        ? 'annotationInConflict'
        : needsDecision(state)
          ? 'annotationUndecided'
          : state === 'changed'
            ? 'annotationChanged'
            : 'annotation';
    const command = isLost
      ? COMMANDS.openSidecar
      : inConflict
        ? COMMANDS.decide
        : needsDecision(state)
          ? COMMANDS.choosePlace
          : COMMANDS.goTo;
    item.command = {
      command,
      title: vscode.l10n.t('Go to Annotation'),
      arguments: [linkArgument({ id: ref.id, uri: ref.uri })],
    };
    const spoken = [
      doubt,
      labels.role(annotation.role),
      annotation.stance && labels.stance(annotation.stance),
      quote,
      path,
    ].filter(Boolean);
    item.accessibilityInformation = { label: spoken.join(', ') };
    return item;
  }

  private tooltip({ article, annotation }: CorpusItem): string {
    const { labels } = this.services;
    const facts = [
      labels.role(annotation.role),
      annotation.speaker,
      annotation.stance && labels.stance(annotation.stance),
      annotation.date,
    ].filter((fact) => fact !== undefined);
    return [
      `**${escapeMarkdown(facts.join(' · '))}**`,
      escapeMarkdown(annotation.passages.map(({ exact }) => exact).join(' … ')),
      escapeMarkdown(annotation.note ?? ''),
      escapeMarkdown(articlePath(vscode.Uri.parse(article))),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  }
}

function annotationRow(
  item: CorpusItem,
  parent: AnnotationRow['parent'] = 'speaker',
): AnnotationRow {
  return {
    kind: 'annotation',
    item,
    parent,
    ref: { id: item.annotation.id, uri: vscode.Uri.parse(item.article) },
  };
}
