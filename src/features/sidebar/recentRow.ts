import * as vscode from 'vscode';
import { ROWS } from '../../contributions';
import { allRows, itemsOf, type Row as CorpusRow } from '../../core/corpus/query/rows';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { AnnotationRow } from './annotationRow';
import type { Row, RowSources, Worklist } from './row';

/** How many are listed. */
const COUNT = 20;

/** “Recent”: the annotations that were made or changed last. */
export class RecentRow implements Worklist {
  readonly parent = undefined;

  constructor(private readonly sources: RowSources) {}

  get isEmpty(): boolean {
    const { index } = this.sources;
    // Of few, one sees all.
    return !index.isLoaded || index.corpus.size <= COUNT;
  }

  hasChanged(): boolean {
    // To find out would cost more than to make the row again.
    return true;
  }

  children(): Row[] {
    return this.latest().map(
      (item) => new AnnotationRow(this.sources, item, this, { listId: 'recent' }),
    );
  }

  toItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('Recent'),
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = 'recent';
    item.iconPath = new vscode.ThemeIcon('history');
    item.tooltip = vscode.l10n.t('The annotations that were made or changed last');
    item.contextValue = ROWS.recent;
    return item;
  }

  /** The latest ones, the last first. */
  private latest(): IndexedAnnotation[] {
    const latest: { readonly row: CorpusRow<IndexedAnnotation>; readonly time: number }[] = [];
    for (const row of allRows(this.sources.index.corpus)) {
      const time = row.article.content.timeOf(row.i);
      const oldest = latest.at(-1);
      if (latest.length === COUNT && oldest !== undefined && time <= oldest.time) continue;
      const at = latest.findIndex((one) => one.time < time);
      latest.splice(at < 0 ? latest.length : at, 0, { row, time });
      if (latest.length > COUNT) latest.pop();
    }
    return itemsOf(latest.map(({ row }) => row));
  }
}
