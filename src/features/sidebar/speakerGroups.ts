import * as vscode from 'vscode';
import type { IndexChange, IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Row, RowSources } from './row';
import { SpeakerRow } from './speakerRow';

/** The sidebar's annotations grouped by speaker. */
export class SpeakerGroups {
  /** One object for each speaker, since VS Code refreshes a row by its object. */
  private readonly rows = new Map<string | undefined, SpeakerRow>();

  /** In a Chinese window, Chinese names by pinyin. */
  private readonly collator = new Intl.Collator(vscode.env.language, { numeric: true });

  constructor(private readonly sources: RowSources) {}

  /** The groups, speakers as people sort names, annotations without one last. */
  all(): Row[] {
    const groups = this.sources.index.corpus.speakerGroups();
    const names = groups.flatMap(({ speaker }) => speaker ?? []).sort(this.collator.compare);
    const hasUnnamed = names.length < groups.length;
    return [...names, ...(hasUnnamed ? [undefined] : [])].map((name) => this.groupOf(name));
  }

  /** The group of an annotation. */
  groupWith({ annotation }: IndexedAnnotation): SpeakerRow {
    return this.groupOf(this.sources.index.corpus.speakerOf(annotation));
  }

  /** The groups whose rows must be made again; 'all' if one came or went. */
  changedBy({ annotations }: IndexChange): Row[] | 'all' {
    if (annotations === 'many') return 'all';
    const { corpus } = this.sources.index;
    const speakers = [
      ...new Set(annotations.map(({ annotation }) => corpus.speakerOf(annotation))),
    ];
    const gone = speakers.filter((speaker) => corpus.countOf(speaker) === 0);
    const hasNew = speakers.some((speaker) => !this.rows.has(speaker));
    for (const speaker of gone) this.rows.delete(speaker);
    if (gone.length > 0 || hasNew) return 'all';
    return speakers.map((speaker) => this.groupOf(speaker));
  }

  private groupOf(speaker: string | undefined): SpeakerRow {
    const row = this.rows.get(speaker) ?? new SpeakerRow(this.sources, speaker);
    this.rows.set(speaker, row);
    return row;
  }
}
