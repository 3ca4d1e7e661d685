import * as vscode from 'vscode';
import { ROWS } from '../../contributions';
import { spokenCount } from '../../ui/labels';
import { articlePath, nameOf, sidecarOf, uriOfKey } from '../../workspace/platform/uris';
import { AnnotationRow } from './annotationRow';
import type { Row, RowSources, Worklist } from './row';
import { FEW, Pages } from './pages';
import { ShownVersion } from './shownVersion';

/** “Without article”: the sidecars whose articles don't exist. */
export class WithoutArticleRow implements Worklist {
  readonly parent = undefined;
  private readonly shown = new ShownVersion();
  private readonly pages: Pages<string>;

  constructor(private readonly sources: RowSources) {
    this.pages = new Pages(
      this,
      'lost',
      (article: string) => new SidecarRow(sources, article, this),
    );
  }

  get isEmpty(): boolean {
    return this.sources.index.corpus.missingCount === 0;
  }

  hasChanged(): boolean {
    return this.shown.isOther(this.sources.index.corpus.missingVersion);
  }

  children(): Row[] {
    const articles = this.articles();
    return this.pages.rows(articles, articles.length);
  }

  toItem(): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const count = this.sources.index.corpus.missingCount;
    const item = new vscode.TreeItem(
      vscode.l10n.t('Without article'),
      count <= FEW ? Expanded : Collapsed,
    );
    item.id = 'lost';
    item.description = String(count);
    item.iconPath = new vscode.ThemeIcon(
      'question',
      new vscode.ThemeColor('list.warningForeground'),
    );
    item.tooltip = vscode.l10n.t(
      'The articles of these annotations were moved, renamed or deleted. The annotations are kept; say which article they belong to now, or delete them.',
    );
    item.contextValue = ROWS.lost;
    return item;
  }

  private articles(): string[] {
    return this.sources.index.corpus.missingArticles();
  }
}

/** One of them. */
class SidecarRow implements Row {
  /** What commands started from the row work on. */
  readonly ref: { readonly uri: vscode.Uri };

  constructor(
    private readonly sources: RowSources,
    private readonly article: string,
    readonly parent: Row,
  ) {
    this.ref = { uri: uriOfKey(article) };
  }

  children(): Row[] {
    return this.sources.index.corpus.ofArticle(this.article).map(
      (item) =>
        new AnnotationRow(this.sources, item, this, {
          listId: 'sidecar',
          isSaid: ['doubt', 'article'],
        }),
    );
  }

  toItem(): vscode.TreeItem {
    const count = this.sources.index.corpus.ofArticle(this.article).length;
    const path = articlePath(this.ref.uri);
    const name = nameOf(this.ref.uri);
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `sidecar:${this.article}`;
    item.description = [String(count), path.slice(0, -name.length - 1)].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon('file');
    item.tooltip = articlePath(sidecarOf(this.ref.uri));
    item.contextValue = ROWS.sidecarWithoutArticle;
    item.accessibilityInformation = { label: spokenCount(path, count) };
    return item;
  }
}
