import * as vscode from 'vscode';
import { FINDING_MARKS, ROWS } from '../../../contributions';
import type { Finding, FindingRef } from '../../../core/corpus/findings/allFindings';
import type { Found } from '../../../core/corpus/findings/found';
import type { Turn, TurnEnd } from '../../../core/corpus/findings/turns';
import { entryName } from '../../../core/codebook/sections';
import { quoteOf } from '../../../core/model/quote';
import { excerpt } from '../../../core/text/excerpt';
import { shownText } from '../../../core/text/shownText';
import { fieldName, stanceMark } from '../../../ui/labels';
import { AnnotationRow, type MarkedFinding } from '../annotationRow';
import type { Row, RowSources } from '../row';

/** VS Code cuts what doesn't fit. */
const QUOTE_COLUMNS = 400;

/** The row of a finding. */
export function findingRow(
  sources: RowSources,
  finding: Finding,
  marked: MarkedFinding,
  parent: Row,
): Row {
  const { turn, annotations } = finding;
  if (turn !== undefined) return new TurnRow(sources, turn, marked, parent);
  if (annotations.length > 1) return new SameWordsRow(sources, finding, marked, parent);
  const [first] = annotations;
  const listId = listName(marked);
  return (
    (first && annotationRow(sources, first, parent, listId, marked)) ??
    new GoneRow(sources, marked, vscode.l10n.t('deleted meanwhile'), parent)
  );
}

/** The row of an annotation that was found; none if it is gone meanwhile. */
function annotationRow(
  sources: RowSources,
  { article, id }: Found,
  parent: Row,
  listId: string,
  finding?: MarkedFinding,
): AnnotationRow | undefined {
  const item = sources.index.corpus.withId(id).find((one) => one.article === article);
  return item && new AnnotationRow(sources, item, parent, { listId, ...(finding && { finding }) });
}

function listName({ ref, mark }: MarkedFinding): string {
  return `${mark}:${entryName('findings', ref) ?? ''}`;
}

/** What rows of findings have in common that are no annotation's. */
abstract class FindingRow implements Row {
  /** What commands started from the row work on. */
  readonly ref: { readonly finding: FindingRef };

  constructor(
    protected readonly sources: RowSources,
    protected readonly marked: MarkedFinding,
    /** The annotations that show it. */
    private readonly found: readonly Found[],
    readonly parent: Row,
  ) {
    this.ref = { finding: marked.ref };
  }

  children(): Row[] {
    const { id } = this;
    return this.found.flatMap((one) => annotationRow(this.sources, one, this, id) ?? []);
  }

  abstract toItem(): vscode.TreeItem;

  /**
   * @param kind what menus know it by
   * @param facts what stands behind its name
   * @param spoken the whole of it in words
   */
  protected item(
    name: string,
    kind: typeof ROWS.turn | typeof ROWS.finding,
    icon: string,
    facts: string,
    spoken: string,
  ): vscode.TreeItem {
    const { reason, mark } = this.marked;
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const isOpen = mark === 'open' ? Expanded : Collapsed;
    const hasChildren = this.children().length > 0;
    const item = new vscode.TreeItem(shownText(name), hasChildren ? isOpen : None);
    item.id = this.id;
    item.description = shownText([reason, facts].filter(Boolean).join(' · '));
    item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = kind + FINDING_MARKS[mark];
    item.accessibilityInformation = { label: [reason, spoken].filter(Boolean).join(', ') };
    return item;
  }

  /** With the articles: an article may be copied with its annotations' ids. */
  private get id(): string {
    return [listName(this.marked), ...this.found.map(({ article }) => article)].join(' ');
  }
}

/** A speaker who turned; below, both statements with their dates. */
class TurnRow extends FindingRow {
  constructor(
    sources: RowSources,
    private readonly turn: Turn,
    marked: MarkedFinding,
    parent: Row,
  ) {
    super(sources, marked, [turn.from, turn.to], parent);
  }

  toItem(): vscode.TreeItem {
    const { labels } = this.sources;
    const { speaker, topic, from, to } = this.turn;
    return this.item(
      `${speaker} ${stanceMark(from.stance)} → ${stanceMark(to.stance)}`,
      ROWS.turn,
      'git-compare',
      `${shownDate(from)} → ${shownDate(to)} · ${labels.topic(topic)}`,
      vscode.l10n.t(
        '{0} on “{1}”: {2}, then {3}',
        speaker,
        labels.topic(topic),
        `${labels.stance(from.stance)} ${spokenDate(from)}`,
        `${labels.stance(to.stance)} ${spokenDate(to)}`,
      ),
    );
  }
}

/** Annotations of the same words that don't agree; below, each of them. */
class SameWordsRow extends FindingRow {
  constructor(
    sources: RowSources,
    private readonly finding: Finding,
    marked: MarkedFinding,
    parent: Row,
  ) {
    super(sources, marked, finding.annotations, parent);
  }

  toItem(): vscode.TreeItem {
    const { annotations, fields = [] } = this.finding;
    const [first] = this.sources.index.corpus.withId(annotations[0]?.id ?? '');
    const quote = first === undefined ? '' : excerpt(quoteOf(first.annotation), QUOTE_COLUMNS);
    const differing = fields.map(fieldName).join(' · ');
    return this.item(quote, ROWS.finding, 'diff', differing, `${quote}, ${differing}`);
  }
}

/** A finding that isn't there any more: it can only be taken out of those set aside. */
export class GoneRow extends FindingRow {
  constructor(
    sources: RowSources,
    marked: MarkedFinding,
    private readonly why: string,
    parent: Row,
  ) {
    super(sources, marked, [], parent);
  }

  toItem(): vscode.TreeItem {
    const { ids } = this.marked.ref;
    const { corpus } = this.sources.index;
    const [first] = ids.flatMap((id) => corpus.withId(id));
    const name =
      first === undefined ? ids.join(', ') : excerpt(quoteOf(first.annotation), QUOTE_COLUMNS);
    return this.item(name, ROWS.finding, 'circle-slash', this.why, `${name}, ${this.why}`);
  }
}

/** In brackets where it is only the article's. */
function shownDate({ date, dateOf }: TurnEnd): string {
  return dateOf === 'article' ? `(${date})` : date;
}

function spokenDate({ date, dateOf }: TurnEnd): string {
  return dateOf === 'article' ? vscode.l10n.t('{0} (the article’s date)', date) : date;
}
