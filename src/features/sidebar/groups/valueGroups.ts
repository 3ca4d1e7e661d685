import * as vscode from 'vscode';
import { orderedGroups } from '../../../core/corpus/view/groupOrder';
import type { ViewGrouping } from '../../../core/corpus/view/viewSettings';
import type { IndexChange, IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import type { Row, RowSources } from '../row';
import { GroupRow } from './groupRow';
import type { FoundRow, RowGroups } from './rowGroups';

/** The sidebar's annotations grouped by a value: by speaker, topic, month … */
export class ValueGroups implements RowGroups {
  /** One object for each group, since VS Code refreshes a row by its object. */
  private readonly rows = new Map<string | undefined, GroupRow>();

  /** In a Chinese window, Chinese names by pinyin. */
  private readonly collator = new Intl.Collator(vscode.env.language, { numeric: true });

  constructor(
    private readonly sources: RowSources,
    private readonly by: ViewGrouping,
  ) {}

  async all(): Promise<Row[]> {
    const { view } = this.sources;
    await view.whenFilled();
    const groups = view.groups.values().map((value) => {
      const row = this.groupOf(value);
      return { value, row, name: row.look.name, count: row.count };
    });
    return orderedGroups(groups, {
      groupBy: this.by,
      sortBy: view.settings.sortBy,
      codebook: this.codebookOrder(),
      compareNames: this.collator.compare,
    }).map(({ row }) => row);
  }

  async find(item: IndexedAnnotation): Promise<FoundRow | undefined> {
    const { view } = this.sources;
    await view.whenFilled();
    const groups = view.groups.groupsWith(item);
    if (groups.length === 0) return undefined;
    const group = this.groupOf(groups[0]);
    return { changed: group.include(item) ? [group] : [], row: group.rowOf(item) };
  }

  changedBy(change: IndexChange): Row[] | 'all' {
    const { view } = this.sources;
    const touched = view.takeOver(change);
    if (touched === 'all') {
      for (const row of this.rows.values()) row.forgetOrder();
      return 'all';
    }
    const gone = [...touched].filter((value) => view.groups.countOf(value) === 0);
    const hasNew = [...touched].some((value) => !this.rows.has(value));
    for (const value of gone) this.rows.delete(value);
    const rows = [...touched].flatMap((value) => this.rows.get(value) ?? []);
    for (const row of rows) row.forgetOrder();
    // By number, another group may be the largest now.
    const isByCount = view.settings.sortBy === 'count' && touched.size > 0;
    return gone.length > 0 || hasNew || isByCount ? 'all' : rows;
  }

  private groupOf(value: string | undefined): GroupRow {
    const row = this.rows.get(value) ?? new GroupRow(this.sources, this.by, value, this.collator);
    this.rows.set(value, row);
    return row;
  }

  /** The codebook's order, where it has one: speakers are found by their names. */
  private codebookOrder(): readonly string[] {
    const { roles, stances, topics } = this.sources.codebooks.vocabulary;
    const entries = { role: roles, stance: stances, topic: topics };
    return this.by in entries ? entries[this.by as keyof typeof entries].map(({ id }) => id) : [];
  }
}
