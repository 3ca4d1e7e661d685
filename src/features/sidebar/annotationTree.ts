import type { IndexChange, IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { changedRow, decisionsRow } from './annotationsWorklist';
import type { MoreRow } from './pages';
import { RecentRow } from './recentRow';
import type { Row, RowSources, Worklist } from './row';
import { ArgumentGroups } from './groups/argumentGroups';
import { FilterRow } from './filterRow';
import type { FoundRow, RowGroups } from './groups/rowGroups';
import { ValueGroups } from './groups/valueGroups';
import { RowTree } from './rowTree';
import { WithoutArticleRow } from './withoutArticleRow';

/** What is read within so many milliseconds is shown in one go. */
const AT_ONCE = 300;

/** The rows of the sidebar: what waits for the analyst on top, then the annotations in groups. */
export class AnnotationTree extends RowTree {
  private readonly worklists: readonly Worklist[];
  private readonly filterRow: FilterRow;
  private groups: RowGroups;
  /** The worklists that were shown last. */
  private shown: readonly Worklist[] = [];

  constructor(private readonly sources: RowSources) {
    super();
    this.worklists = [
      decisionsRow(sources),
      changedRow(sources),
      new WithoutArticleRow(sources),
      new RecentRow(sources),
    ];
    this.filterRow = new FilterRow(sources);
    this.groups = this.makeGroups();
    this.own(
      sources.view.onDidChange(() => {
        this.groups = this.makeGroups();
        this.refreshRows();
      }),
    );
    this.own(sources.index.onDidChange((change) => this.refresh(change)));
  }

  protected async top(): Promise<Row[]> {
    await this.beginToRead();
    const { groups } = this;
    const rows = await groups.all();
    // Asked for something else meanwhile: that is shown.
    const current = groups === this.groups ? rows : await this.groups.all();
    const top = this.sources.view.isFiltered ? [this.filterRow] : this.worklistsToShow();
    // An empty view says how to clear the filter.
    return this.sources.view.isFiltered && current.length === 0 ? [] : [...top, ...current];
  }

  /** The row of an annotation, ready to be shown; undefined if the filter doesn't find it. */
  async rowOf(item: IndexedAnnotation): Promise<Row | undefined> {
    const found: FoundRow | undefined = await this.groups.find(item);
    if (found === undefined) return undefined;
    if (found.changed.length > 0) this.refreshRows([...found.changed]);
    return found.row;
  }

  /** Hands out the next page of a group. */
  showMore(row: MoreRow): void {
    row.showNext();
    this.refreshRows(row.parent && [row.parent]);
  }

  private refresh(change: IndexChange): void {
    if (change.annotations.length === 0) return;
    const worklists = this.worklistsToShow();
    const isSame =
      worklists.length === this.shown.length && worklists.every((one, i) => one === this.shown[i]);
    this.shown = worklists;
    const groups = this.groups.changedBy(change);
    if (groups === 'all' || !isSame) return this.refreshRows();
    // In one event, and no row that stays: while a row is made again, VS Code has no command for a
    // click on it (https://github.com/microsoft/vscode/issues/173233).
    const filter = this.sources.view.isFiltered ? [this.filterRow] : [];
    const others = worklists.filter((one) => one.hasChanged());
    this.refreshRows([...filter, ...others, ...groups]);
  }

  /** Has everything be read; waits a moment, so that what is read quickly is shown at once. */
  private async beginToRead(): Promise<void> {
    const { index } = this.sources;
    if (index.isLoaded) return;
    index.startLoading();
    await Promise.race([
      index.loadWorkspace(),
      new Promise((resolve) => setTimeout(resolve, AT_ONCE)),
    ]);
  }

  private makeGroups(): RowGroups {
    const { groupBy } = this.sources.view.settings;
    return groupBy === 'argument'
      ? new ArgumentGroups(this.sources)
      : new ValueGroups(this.sources, groupBy);
  }

  /** What waits isn't what the filter asks for. */
  private worklistsToShow(): Worklist[] {
    if (this.sources.view.isFiltered) return [];
    return this.worklists.filter(({ isEmpty }) => !isEmpty);
  }
}
