import { quoteOf } from '../../model/quote';
import type { Annotation } from '../../model/types';
import type { CorpusItem } from '../../corpus/corpus';
import type { RowContext } from '../../corpus/query/group';
import { LinksToHere } from '../../corpus/query/linksToHere';
import { RowDates } from '../../corpus/query/rowDates';
import { RowReader, tagsOf, valueOf, type Row } from '../../corpus/query/rows';
import type { GroupedColumn, TableColumn } from './columns';

/** What a table asks beside the corpus. */
export interface TableContext<Item extends CorpusItem> extends RowContext<Item> {
  /** An article's title, by its key; undefined if it has none. */
  readonly titleOf: (article: string) => string | undefined;
  /** Compares values as people sort them. */
  readonly compare: (a: string, b: string) => number;
  /** What a value is called on the screen. */
  readonly labelOf: (column: TableColumn, value: string) => string;
}

/** As much of a date `2024-07-04` as names a month. */
const MONTH = 'yyyy-mm'.length;

/**
 * The values that rows have in a table's columns, for sorting, filtering and grouping. Rows come
 * article by article: what must be unpacked is unpacked once an article then.
 */
export class ColumnValues<Item extends CorpusItem> {
  private readonly dates: RowDates;
  private readonly reader = new RowReader<Item>();
  private linksToHere: LinksToHere<Item>;

  constructor(private readonly context: TableContext<Item>) {
    this.dates = new RowDates(context.publishedOf);
    this.linksToHere = new LinksToHere(context.corpus);
  }

  /** Looks at links again: they are all read once somebody asks for those that lead to a row. */
  forgetLinks(): void {
    this.linksToHere = new LinksToHere(this.context.corpus);
  }

  /** The annotation itself; costly, see above. */
  annotationOf(row: Row<Item>): Annotation {
    return this.reader.itemOf(row).annotation;
  }

  /** The values that a row has in a column: none, one, or with tags and links several. */
  valuesOf(row: Row<Item>, column: TableColumn): readonly string[] {
    switch (column) {
      case 'tags':
        return tagsOf(row).filter((tag) => tag !== undefined);
      case 'links':
        return [...this.linkTypes(row)];
      default: {
        const value = this.valueOf(row, column);
        return value === undefined ? NONE : [value];
      }
    }
  }

  /** The value by which a row is grouped; dates by month. */
  groupOf(row: Row<Item>, column: GroupedColumn): string | undefined {
    const value = this.valueOf(row, column);
    return column === 'date' ? value?.slice(0, MONTH) : value;
  }

  /** How many links a row has, from it and to it. */
  countLinks({ article, i }: Row<Item>): number {
    const id = article.ids[i] ?? '';
    return article.linksFrom(i).length + this.context.corpus.countLinksTo(id);
  }

  private valueOf(
    row: Row<Item>,
    column: Exclude<TableColumn, 'tags' | 'links'>,
  ): string | undefined {
    switch (column) {
      case 'quote':
        return quoteOf(this.annotationOf(row));
      case 'note':
        return this.annotationOf(row).note;
      case 'date':
        return this.dates.dateOf(row);
      case 'article':
        return row.article.path;
      case 'state':
        return row.article.content.stateOf(row.i);
      case 'speaker':
        return this.context.corpus.speakerNamed(valueOf(row, 'speaker'));
      default:
        return valueOf(row, column);
    }
  }

  private *linkTypes({ article, i }: Row<Item>): Generator<string> {
    for (const type of new Set(article.linksFrom(i).map((link) => link.type))) yield `>${type}`;
    for (const type of this.linksToHere.typesTo(article.ids[i] ?? '')) yield `<${type}`;
  }
}

const NONE: readonly string[] = [];
