import { statementDate } from '../../model/dates';
import type { CorpusItem } from '../corpus';
import type { Row } from './rows';

/** The dates of statements: their own, else their articles'. */
export class RowDates {
  /** The last article that was asked about: rows come article by article. */
  private last: { readonly key: string; readonly date: string | undefined } | undefined;

  /** @param publishedOf an article's date of publication, by its key, as it is written */
  constructor(private readonly publishedOf: (article: string) => string | undefined) {}

  dateOf<Item extends CorpusItem>({ article, i }: Row<Item>): string | undefined {
    const own = article.content.valueOf(i, 'date');
    return own === undefined
      ? this.ofArticle(article.key)
      : statementDate({ date: own }, undefined)?.date;
  }

  private ofArticle(key: string): string | undefined {
    if (this.last?.key !== key)
      this.last = { key, date: statementDate({}, this.publishedOf(key))?.date };
    return this.last.date;
  }
}
