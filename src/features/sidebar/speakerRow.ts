import * as vscode from 'vscode';
import { ROWS } from '../../contributions';
import { shownText } from '../../core/text/shownText';
import { spokenCount } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/annotationIndex';
import { AnnotationRow } from './annotationRow';
import type { Row, RowSources } from './row';

/** A speaker, or all annotations without one. */
export class SpeakerRow implements Row {
  readonly parent = undefined;

  constructor(
    private readonly sources: RowSources,
    private readonly speaker: string | undefined,
  ) {}

  /** Below it, annotations in reading order: articles by path. */
  children(): Row[] {
    return this.sources.index.corpus.ofSpeaker(this.speaker).map((item) => this.rowOf(item));
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
    item.description = String(count);
    item.iconPath = new vscode.ThemeIcon('person');
    item.contextValue = this.speaker === undefined ? ROWS.noSpeaker : ROWS.speaker;
    item.accessibilityInformation = { label: spokenCount(name, count) };
    return item;
  }
}
