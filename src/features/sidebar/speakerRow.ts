import * as vscode from 'vscode';
import { ROWS } from '../../contributions';
import { shownText } from '../../core/text/shownText';
import { spokenCount } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { AnnotationRow } from './annotationRow';
import { Pages } from './pages';
import { shownNumber } from '../../ui/numbers';
import type { Row, RowSources } from './row';

/** A speaker, or all annotations without one. */
export class SpeakerRow implements Row {
  readonly parent = undefined;
  private readonly pages: Pages<IndexedAnnotation>;

  constructor(
    private readonly sources: RowSources,
    private readonly speaker: string | undefined,
  ) {
    this.pages = new Pages(this, `speaker:${speaker ?? ''}`, (item: IndexedAnnotation) =>
      this.rowOf(item),
    );
  }

  /** Below it, annotations in reading order: articles by path. */
  children(): Row[] {
    const { corpus } = this.sources.index;
    return this.pages.rows(corpus.ofSpeaker(this.speaker), corpus.countOf(this.speaker));
  }

  /**
   * Makes sure that one of the speaker's annotations has its row among the children.
   *
   * @returns whether it had none so far
   */
  include(item: IndexedAnnotation): boolean {
    return this.pages.include(this.sources.index.corpus.rankOf(item));
  }

  /** The row of one of the speaker's annotations. */
  rowOf(item: IndexedAnnotation): AnnotationRow {
    return new AnnotationRow(this.sources, item, this, 'speaker');
  }

  toItem(): vscode.TreeItem {
    const count = this.sources.index.corpus.countOf(this.speaker);
    const name = shownText(this.speaker ?? this.sources.labels.noSpeaker);
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `speaker:${this.speaker ?? ''}`;
    item.description = shownNumber(count);
    item.iconPath = new vscode.ThemeIcon('person');
    item.contextValue = this.speaker === undefined ? ROWS.noSpeaker : ROWS.speaker;
    item.accessibilityInformation = { label: spokenCount(name, count) };
    return item;
  }
}
