import * as vscode from 'vscode';
import { itemsOf, type Row as CorpusRow } from '../../../core/corpus/query/rows';
import { orderedRows } from '../../../core/corpus/view/orderedRows';
import type { ViewGrouping } from '../../../core/corpus/view/viewSettings';
import { shownText } from '../../../core/text/shownText';
import { spokenCount } from '../../../ui/labels';
import { shownNumber } from '../../../ui/numbers';
import type { GroupRef } from '../../../ui/sidebar/groupRef';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import { AnnotationRow } from '../annotationRow';
import { Pages } from '../pages';
import type { Row, RowSources } from '../row';
import { groupLook, SAID_BY_GROUP, type GroupLook } from './groupLook';

/** A speaker, a topic, a month …, or all annotations without one. */
export class GroupRow implements Row {
  readonly parent = undefined;
  /** What commands started from the row work on. */
  readonly ref: GroupRef;
  private readonly pages: Pages<IndexedAnnotation>;
  private ordered: readonly CorpusRow<IndexedAnnotation>[] | undefined;

  constructor(
    private readonly sources: RowSources,
    private readonly by: ViewGrouping,
    readonly value: string | undefined,
    private readonly collator: Intl.Collator,
  ) {
    this.ref = { field: by, value: value ?? null };
    this.pages = new Pages(this, `${by}:${value ?? ''}`, (item: IndexedAnnotation) =>
      this.rowOf(item),
    );
  }

  get look(): GroupLook {
    return groupLook(this.sources, this.by, this.value, this.article());
  }

  get count(): number {
    return this.sources.view.groups.countOf(this.value);
  }

  /** Its annotations aren't what they were. */
  forgetOrder(): void {
    this.ordered = undefined;
  }

  /** Below it, annotations in the order of the view. */
  children(): Row[] {
    const { groups } = this.sources.view;
    const { sortBy } = this.sources.view.settings;
    const isInOrder = sortBy !== 'date' && sortBy !== 'title';
    const items = isInOrder ? groups.itemsOf(this.value) : this.inOrder();
    return this.pages.rows(items, this.count);
  }

  /**
   * Makes sure that one of the group's annotations has its row among the children.
   *
   * @returns whether it had none so far
   */
  include({ article, annotation }: IndexedAnnotation): boolean {
    let rank = 0;
    for (const row of this.rows()) {
      if (row.article.key === article && row.article.ids[row.i] === annotation.id) break;
      rank += 1;
    }
    return this.pages.include(rank);
  }

  /** The row of one of the group's annotations. */
  rowOf(item: IndexedAnnotation): AnnotationRow {
    const listId = `${this.by}:${this.value ?? ''}`;
    return new AnnotationRow(this.sources, item, this, { listId, isSaid: SAID_BY_GROUP[this.by] });
  }

  toItem(): vscode.TreeItem {
    const { count, look } = this;
    const name = shownText(look.name);
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${this.by}:${this.value ?? ''}`;
    const more = look.more === undefined ? [] : [shownText(look.more)];
    item.description = [shownNumber(count), ...more].join(' · ');
    item.iconPath = new vscode.ThemeIcon(look.icon);
    item.contextValue = look.kind;
    item.accessibilityInformation = { label: spokenCount(name, count) };
    return item;
  }

  private *inOrder(): Generator<IndexedAnnotation, void> {
    for (const row of this.rows()) yield* itemsOf([row]);
  }

  private rows(): Iterable<CorpusRow<IndexedAnnotation>> {
    const { index, view } = this.sources;
    const rows = view.groups.rowsOf(this.value);
    const { sortBy } = view.settings;
    if (sortBy !== 'date' && sortBy !== 'title') return rows;
    return (this.ordered ??= [
      ...orderedRows(rows, sortBy, {
        corpus: index.corpus,
        publishedOf: (article) => index.factsOf(article).published,
        titleOf: (article) => index.factsOf(article).title,
        compareTitles: this.collator.compare,
      }),
    ]);
  }

  /** The key of its article, where annotations are grouped by article. */
  private article(): string | undefined {
    if (this.by !== 'article') return undefined;
    const [row] = this.sources.view.groups.rowsOf(this.value);
    return row?.article.key;
  }
}
