import { itemReader, type ArticleContent, type ContentField } from '../articleContent';
import type { ContentLink } from '../contentLinks';
import type { Corpus, CorpusItem } from '../corpus';

/** One article of a corpus while a query looks at it. */
export class QueriedArticle<Item extends CorpusItem> {
  private knownIds: readonly string[] | undefined;
  private knownLinks: ReadonlyMap<number, readonly ContentLink[]> | undefined;

  constructor(
    readonly key: string,
    /** As results have it. */
    readonly path: string,
    readonly content: ArticleContent<Item>,
  ) {}

  get ids(): readonly string[] {
    return (this.knownIds ??= this.content.ids());
  }

  /** Whether any annotation of the article links to another one. */
  get hasLinks(): boolean {
    return this.content.hasLinks();
  }

  /** The links from an annotation. */
  linksFrom(i: number): readonly ContentLink[] {
    if (!this.hasLinks) return NO_LINKS;
    this.knownLinks ??= linksByNumber(this.content.links());
    return this.knownLinks.get(i) ?? NO_LINKS;
  }
}

const NO_LINKS: readonly ContentLink[] = [];

function linksByNumber(links: readonly ContentLink[]): Map<number, ContentLink[]> {
  const found = new Map<number, ContentLink[]>();
  for (const link of links) {
    const known = found.get(link.i);
    if (known === undefined) found.set(link.i, [link]);
    else known.push(link);
  }
  return found;
}

/**
 * One annotation of a corpus, by its number in its article: most questions are answered without an
 * object for it. It holds as long as nothing is put into the corpus.
 */
export interface Row<Item extends CorpusItem> {
  readonly article: QueriedArticle<Item>;
  readonly i: number;
}

/** A corpus's articles, in its order. */
export function* queriedArticles<Item extends CorpusItem>(
  corpus: Corpus<Item>,
): Generator<QueriedArticle<Item>, void> {
  for (const key of corpus.articleKeys()) {
    const content = corpus.contentOf(key);
    if (content !== undefined) yield new QueriedArticle(key, corpus.pathOf(key) ?? key, content);
  }
}

/** All annotations of a corpus: articles by path, each in reading order. */
export function* allRows<Item extends CorpusItem>(
  corpus: Corpus<Item>,
): Generator<Row<Item>, void> {
  for (const article of queriedArticles(corpus))
    for (let i = 0; i < article.content.count; i++) yield { article, i };
}

/** A field's value; of `tags`, all in one as JSON. */
export function valueOf<Item extends CorpusItem>(
  { article, i }: Row<Item>,
  field: ContentField,
): string | undefined {
  return article.content.valueOf(i, field);
}

/** An annotation's tags; one that isn't set where it has none. */
export function tagsOf<Item extends CorpusItem>(row: Row<Item>): readonly (string | undefined)[] {
  const tags = JSON.parse(valueOf(row, 'tags') ?? '[]') as string[];
  return tags.length > 0 ? tags : NO_TAG;
}

const NO_TAG: readonly undefined[] = [undefined];

/**
 * Reads the annotations behind rows. What was unpacked of an article is kept until another article
 * is asked for: rows come article by article.
 */
export class RowReader<Item extends CorpusItem> {
  private last: ArticleContent<Item> | undefined;
  private read: (i: number) => Item | undefined = () => undefined;

  itemOf({ article: { key, content }, i }: Row<Item>): Item {
    if (this.last !== content) this.read = itemReader(content);
    this.last = content;
    const item = this.read(i);
    if (item === undefined) throw new Error(`There is no annotation ${i} in ${key}.`);
    return item;
  }
}

/** The annotations behind rows, in their order. */
export function itemsOf<Item extends CorpusItem>(rows: readonly Row<Item>[]): Item[] {
  const found = new Map<ArticleContent<Item>, (i: number) => Item | undefined>();
  return rows.map((row) => {
    const { content } = row.article;
    const read = found.get(content) ?? itemReader(content);
    found.set(content, read);
    return read(row.i) as Item;
  });
}
