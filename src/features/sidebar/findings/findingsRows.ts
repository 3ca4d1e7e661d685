import * as vscode from 'vscode';
import { ROWS } from '../../../contributions';
import type { Found } from '../../../core/corpus/findings/found';
import type { Turn, TurnEnd } from '../../../core/corpus/findings/turns';
import { shownText } from '../../../core/text/shownText';
import { spokenCount, stanceMark } from '../../../ui/labels';
import { shownNumber } from '../../../ui/numbers';
import { AnnotationRow } from '../annotationRow';
import { Pages } from '../pages';
import type { Row, RowSources } from '../row';

/** One of a list: an annotation, or what makes a row of its own. */
export type FindingRow = (parent: Row) => Row;

interface Look {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
}

/** The row of an annotation that was found; none if it is gone meanwhile. */
function annotationRow(
  sources: RowSources,
  { article, id }: Found,
  parent: Row,
  listId: string,
): AnnotationRow | undefined {
  const item = sources.index.corpus.withId(id).find((one) => one.article === article);
  return item && new AnnotationRow(sources, item, parent, { listId });
}

/** One kind of findings, with how many there are. */
export class FindingsRow implements Row {
  readonly parent = undefined;
  private readonly pages: Pages<Found | FindingRow>;

  constructor(
    private readonly sources: RowSources,
    private readonly look: Look,
    private readonly found: readonly (Found | FindingRow)[],
  ) {
    this.pages = new Pages<Found | FindingRow>(this, `findings:${look.id}`, (one) =>
      typeof one === 'function'
        ? one(this)
        : (annotationRow(this.sources, one, this, `findings:${this.look.id}`) ?? new GoneRow(this)),
    );
  }

  get count(): number {
    return this.found.length;
  }

  children(): Row[] {
    return this.pages.rows(this.found, this.count);
  }

  toItem(): vscode.TreeItem {
    const { id, name, icon } = this.look;
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `findings:${id}`;
    item.description = shownNumber(this.count);
    item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = ROWS.findings;
    item.accessibilityInformation = { label: spokenCount(name, this.count) };
    return item;
  }
}

/** A speaker who turned; below, both statements with their dates. */
export class TurnRow implements Row {
  constructor(
    private readonly sources: RowSources,
    private readonly turn: Turn,
    readonly parent: Row,
  ) {}

  children(): Row[] {
    const { from, to } = this.turn;
    return [from, to].flatMap((end) => annotationRow(this.sources, end, this, this.id) ?? []);
  }

  toItem(): vscode.TreeItem {
    const { labels } = this.sources;
    const { speaker, topic, from, to } = this.turn;
    const marks = `${stanceMark(from.stance)} → ${stanceMark(to.stance)}`;
    const item = new vscode.TreeItem(
      shownText(`${speaker} ${marks}`),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    item.id = this.id;
    const dates = `${shownDate(from)} → ${shownDate(to)}`;
    item.description = shownText(`${dates} · ${labels.topic(topic)}`);
    item.iconPath = new vscode.ThemeIcon('git-compare');
    item.contextValue = ROWS.turn;
    item.accessibilityInformation = {
      label: vscode.l10n.t(
        '{0} on “{1}”: {2}, then {3}',
        speaker,
        labels.topic(topic),
        `${labels.stance(from.stance)} ${spokenDate(from)}`,
        `${labels.stance(to.stance)} ${spokenDate(to)}`,
      ),
    };
    return item;
  }

  private get id(): string {
    const { speaker, topic, from, to } = this.turn;
    return `turn:${speaker}:${topic}:${from.id}:${to.id}`;
  }
}

/** What was found, but is gone by now. */
class GoneRow implements Row {
  constructor(readonly parent: Row) {}

  children(): Row[] {
    return [];
  }

  toItem(): vscode.TreeItem {
    return new vscode.TreeItem(vscode.l10n.t('deleted meanwhile'));
  }
}

/** In brackets where it is only the article's. */
function shownDate({ date, dateOf }: TurnEnd): string {
  return dateOf === 'article' ? `(${date})` : date;
}

function spokenDate({ date, dateOf }: TurnEnd): string {
  return dateOf === 'article' ? vscode.l10n.t('{0} (the article’s date)', date) : date;
}
