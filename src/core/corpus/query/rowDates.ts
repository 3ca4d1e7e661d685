import { statementDate, type StatementDate } from '../../model/dates';
import type { CorpusItem } from '../corpus';
import type { Row } from './rows';

/** The dates of statements: their own, else their articles'. */
export class RowDates {
  /** The last article that was asked about: rows come article by article. */
  private last: { readonly key: string; readonly date: StatementDate | undefined } | undefined;

  /** Many articles come out on one day. */
  private readonly read = new Map<string, StatementDate | undefined>();

  /** @param publishedOf an article's date of publication, by its key, as it is written */
  constructor(private readonly publishedOf: (article: string) => string | undefined) {}

  dateOf<Item extends CorpusItem>(row: Row<Item>): string | undefined {
    return ownDate(row) ?? this.ofArticle(row.article.key)?.date;
  }

  /** The date, and whose it is. */
  statementDateOf<Item extends CorpusItem>(row: Row<Item>): StatementDate | undefined {
    const date = ownDate(row);
    if (date === undefined) return this.ofArticle(row.article.key);
    return statementDate({ date, dateInferred: row.article.content.isDateInferred(row.i) }, '');
  }

  private ofArticle(key: string): StatementDate | undefined {
    if (this.last?.key !== key) this.last = { key, date: this.readPublished(key) };
    return this.last.date;
  }

  private readPublished(key: string): StatementDate | undefined {
    const published = this.publishedOf(key);
    if (published === undefined) return undefined;
    if (!this.read.has(published)) this.read.set(published, statementDate({}, published));
    return this.read.get(published);
  }
}

function ownDate<Item extends CorpusItem>({ article, i }: Row<Item>): string | undefined {
  return article.content.valueOf(i, 'date');
}
