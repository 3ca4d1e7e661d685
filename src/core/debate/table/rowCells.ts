import type { CorpusItem } from '../../corpus/corpus';
import { RowDates } from '../../corpus/query/rowDates';
import type { Row } from '../../corpus/query/rows';
import { quoteOf } from '../../model/quote';
import type { Annotation } from '../../model/types';
import { shownQuote } from '../../text/excerpt';
import { shownText } from '../../text/shownText';
import type { TableContext } from './columnValues';
import type { TableColumn } from './columns';

/** The words of what a table shows that aren't values. */
export interface CellWords {
  /** The mark of a stance, which doesn't rely on colour. */
  readonly stanceMark: (stance: string) => string;
  /** A type of links with where they lead. */
  readonly linkArrow: (type: string, isFromHere: boolean) => string;
}

/** What a row of the table says in each column, as it is shown. */
export type RowCells = Readonly<Record<TableColumn, string>>;

/** What a row shows, and whose date it is. */
export interface ShownRow {
  readonly article: string;
  readonly id: string;
  readonly cells: RowCells;
  /** The date is the article's, or taken over from it. */
  readonly isArticleDate: boolean;
}

/** Shows rows of a table; texts of files without what would disguise them. */
export class RowPrinter<Item extends CorpusItem> {
  private readonly dates: RowDates;

  constructor(
    private readonly context: TableContext<Item>,
    private readonly words: CellWords,
  ) {
    this.dates = new RowDates(context.publishedOf);
  }

  /** @param annotation the one in that row */
  show(row: Row<Item>, annotation: Annotation): ShownRow {
    const { article, i } = row;
    const { role, speaker, stance, topic, tags = [], note, creator } = annotation;
    const { labelOf, titleOf } = this.context;
    const labelled = (column: TableColumn, value: string | undefined) =>
      value === undefined ? '' : labelOf(column, value);
    const date = this.dates.statementDateOf(row);
    const cells: RowCells = {
      quote: shownQuote(quoteOf(annotation)),
      role: labelled('role', role),
      speaker: labelled('speaker', speaker),
      stance:
        stance === undefined
          ? ''
          : `${this.words.stanceMark(stance)} ${labelled('stance', stance)}`,
      topic: labelled('topic', topic),
      date: date?.date ?? '',
      tags: tags.join(', '),
      note: note ?? '',
      article: titleOf(article.key) ?? article.path,
      creator: creator ?? '',
      state: labelled('state', article.content.stateOf(i)),
      links: this.printLinks(annotation),
    };
    return {
      article: article.key,
      id: annotation.id,
      cells: Object.fromEntries(
        Object.entries(cells).map(([column, text]) => [column, shownText(text)]),
      ) as Record<TableColumn, string>,
      isArticleDate: date !== undefined && date.of === 'article',
    };
  }

  /** How many links of which types lead from here and to here. */
  private printLinks({ id, links = [] }: Annotation): string {
    const counts = new Map<string, number>();
    const add = (type: string, isFromHere: boolean) => {
      const name = this.words.linkArrow(this.context.labelOf('links', type), isFromHere);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    };
    for (const { type } of links) add(type, true);
    for (const { type } of this.context.corpus.linksTo(id)) add(type, false);
    return [...counts]
      .map(([name, count]) => (count === 1 ? name : `${name} ×${count}`))
      .join(' · ');
  }
}
