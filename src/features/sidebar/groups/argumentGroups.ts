import * as vscode from 'vscode';
import { ROWS } from '../../../contributions';
import type { Corpus } from '../../../core/corpus/corpus';
import { ArgumentTree } from '../../../core/corpus/view/argumentTree';
import type { IndexChange, IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import { inSteps } from '../../../workspace/platform/pace/inSteps';
import { spokenCount } from '../../../ui/labels';
import { shownNumber } from '../../../ui/numbers';
import { AnnotationRow } from '../annotationRow';
import { Pages } from '../pages';
import type { Row, RowSources } from '../row';
import type { FoundRow, RowGroups } from './rowGroups';

/** So many arguments are unfolded without being asked. */
const FEW = 30;

/**
 * The sidebar's annotations as arguments: evidence and rebuttals under what they support and rebut.
 * Of an argument in which the filter finds anything, all is shown.
 */
export class ArgumentGroups implements RowGroups {
  private tree = new ArgumentTree();
  private reading: Promise<void> | undefined;
  private readonly unlinked: UnlinkedRow;
  private readonly pages: Pages<IndexedAnnotation>;

  constructor(private readonly sources: RowSources) {
    this.unlinked = new UnlinkedRow(sources, (id) => this.tree.isLinked(id));
    this.pages = new Pages<IndexedAnnotation>(undefined, 'argument', (item) => this.topRow(item));
  }

  async all(): Promise<Row[]> {
    await this.whenRead();
    const tops = this.tree.top().flatMap((id) => this.shownAtTop(id));
    const rows = this.pages.rows(tops, tops.length);
    this.unlinked.refresh();
    return this.unlinked.count === 0 ? rows : [...rows, this.unlinked];
  }

  async find(item: IndexedAnnotation): Promise<FoundRow | undefined> {
    await this.whenRead();
    const { id } = item.annotation;
    if (!this.tree.isLinked(id)) return this.unlinked.find(item);
    const path = [id];
    const tops = new Set(this.tree.top());
    for (let at = id; !tops.has(at);) {
      const above = this.tree.above(at);
      if (above === undefined || path.includes(above)) break;
      path.unshift(above);
      at = above;
    }
    let row: AnnotationRow | undefined;
    for (const one of path) {
      const [found] = this.sources.index.corpus.withId(one);
      if (found === undefined) return undefined;
      row = row === undefined ? this.topRow(found) : this.rowBelow(row, found);
    }
    return row && { row, changed: [] };
  }

  changedBy(change: IndexChange): Row[] | 'all' {
    this.sources.view.takeOver(change);
    this.reading = undefined;
    return 'all';
  }

  private async whenRead(): Promise<void> {
    const { view, index } = this.sources;
    await view.whenFilled();
    const tree = new ArgumentTree();
    this.reading ??= inSteps(readTree(tree, index.corpus)).then(() => {
      this.tree = tree;
    });
    await this.reading;
  }

  /** The annotation at the top of an argument, if the filter finds anything in it. */
  private shownAtTop(id: string): readonly IndexedAnnotation[] {
    const { index, view } = this.sources;
    const [item] = index.corpus.withId(id);
    if (item === undefined) return [];
    if (!view.isFiltered) return [item];
    const isFound = [...this.tree.within(id)].some((one) =>
      index.corpus.withId(one).some((other) => view.groups.groupsWith(other).length > 0),
    );
    return isFound ? [item] : [];
  }

  private topRow(item: IndexedAnnotation): AnnotationRow {
    return new AnnotationRow(this.sources, item, undefined, {
      listId: 'argument',
      isExpanded: this.tree.top().length <= FEW,
      children: (row) => this.rowsBelow(row),
    });
  }

  private rowsBelow(row: AnnotationRow): Row[] {
    const { corpus } = this.sources.index;
    const above = idsAbove(row);
    return corpus
      .linksTo(row.item.annotation.id)
      .filter(({ source }) => !above.has(source.annotation.id))
      .map(({ source }) => this.rowBelow(row, source));
  }

  private rowBelow(parent: AnnotationRow, item: IndexedAnnotation): AnnotationRow {
    const { id } = item.annotation;
    const target = parent.item.annotation.id;
    const linkType = item.annotation.links?.find((link) => link.target === target)?.type;
    // What is above it already ends a circle.
    const above = idsAbove(parent).add(id);
    const hasMore = [...this.tree.below(id)].some((one) => !above.has(one));
    return new AnnotationRow(this.sources, item, parent, {
      listId: parent.id,
      ...(linkType !== undefined && { linkType }),
      ...(hasMore && { children: (row: AnnotationRow) => this.rowsBelow(row) }),
    });
  }
}

/** Reads links in steps. */
function* readTree(
  tree: ArgumentTree,
  corpus: Corpus<IndexedAnnotation>,
): Generator<void, void, void> {
  for (const step of tree.read(corpus)) yield step;
}

/** The ids of a row's annotation and of those above it. */
function idsAbove(row: AnnotationRow): Set<string> {
  const ids = new Set<string>();
  for (let at: Row | undefined = row; at instanceof AnnotationRow; at = at.parent)
    ids.add(at.item.annotation.id);
  return ids;
}

/** The annotations that are part of no argument. */
class UnlinkedRow implements Row {
  readonly parent = undefined;
  private items: readonly IndexedAnnotation[] | undefined;
  private readonly pages: Pages<IndexedAnnotation>;

  constructor(
    private readonly sources: RowSources,
    private readonly isLinked: (id: string) => boolean,
  ) {
    this.pages = new Pages<IndexedAnnotation>(this, 'unlinked', (item) => this.rowOf(item));
  }

  get count(): number {
    return this.all().length;
  }

  refresh(): void {
    this.items = undefined;
  }

  find(item: IndexedAnnotation): FoundRow | undefined {
    const at = this.all().findIndex(
      (one) => one.article === item.article && one.annotation.id === item.annotation.id,
    );
    if (at < 0) return undefined;
    return { row: this.rowOf(item), changed: this.pages.include(at) ? [this] : [] };
  }

  children(): Row[] {
    return this.pages.rows(this.all(), this.count);
  }

  toItem(): vscode.TreeItem {
    const name = vscode.l10n.t('Not linked');
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = 'unlinked';
    item.description = shownNumber(this.count);
    item.iconPath = new vscode.ThemeIcon('circle-slash');
    item.contextValue = ROWS.noValue;
    item.accessibilityInformation = { label: spokenCount(name, this.count) };
    return item;
  }

  private rowOf(item: IndexedAnnotation): AnnotationRow {
    return new AnnotationRow(this.sources, item, this, { listId: 'unlinked' });
  }

  private all(): readonly IndexedAnnotation[] {
    const { groups } = this.sources.view;
    return (this.items ??= groups
      .values()
      .flatMap((value) => [...groups.itemsOf(value)])
      .filter(({ annotation }) => !this.isLinked(annotation.id)));
  }
}
