import { quoteOf } from '../../../model/quote';
import type { Annotation } from '../../../model/types';
import type { Corpus, CorpusItem } from '../../corpus';
import { foldForSearch } from '../../searchAnnotations';
import { dateTest } from './dateTest';
import { columnTest, isOneOf } from './columnTest';
import type { Filter, FilterKey, FilterValue } from '../filter';
import { linkTest } from './linkTest';
import { pathTest } from './pathTest';
import type { QueriedArticle, Row } from '../rows';

/** What a query must be told beside the corpus. */
export interface QueryKnowledge {
  /** An article's date of publication, by its key, as it is written. */
  readonly publishedOf: (article: string) => string | undefined;
  /**
   * What isn't known before the article itself is read (a state, the date of a statement without
   * one) holds: what is found then is all that may be meant.
   */
  readonly unknownHolds?: boolean;
}

/** What a filter needs that a corpus doesn't know, so that nothing else is read. */
export interface FilterNeeds {
  /** Where the passages are now. */
  readonly places: boolean;
  /** What articles say of themselves. */
  readonly published: boolean;
  /** The links of all other annotations. */
  readonly backlinks: boolean;
}

export function needsOf({ state, since, until, linked }: Filter): FilterNeeds {
  return {
    places: state !== undefined,
    published: since !== undefined || until !== undefined,
    backlinks: linked?.some((value) => value === null || value.startsWith('<')) === true,
  };
}

/** Whether a filter finds the annotations of one article. */
export interface FilterTest<Item extends CorpusItem> {
  /** Whether it may find any, by the article's path. */
  isWantedArticle(article: QueriedArticle<Item>): boolean;
  /** @param read the annotation itself; only called where columns don't answer */
  isWanted(row: Row<Item>, read: (row: Row<Item>) => Annotation): boolean;
}

/** A key's test; the keys in the order of what they cost. */
type Test<Item extends CorpusItem> = (
  row: Row<Item>,
  read: (row: Row<Item>) => Annotation,
) => boolean;

type MakeTest = <Item extends CorpusItem>(
  wanted: readonly FilterValue[],
  corpus: Corpus<Item>,
  knowledge: QueryKnowledge,
) => Test<Item>;

/**
 * Makes a filter ready to be asked about a corpus. Of an annotation, what costs least is looked at
 * first: columns, then links, then what must be unpacked; nothing more once one doesn't hold.
 */
export function filterTest<Item extends CorpusItem>(
  filter: Filter,
  corpus: Corpus<Item>,
  knowledge: QueryKnowledge,
): FilterTest<Item> {
  const paths = filter.article && texts(filter.article).map(pathTest);
  const tests = TESTED_KEYS.flatMap((key) => {
    const wanted = filter[key];
    return wanted === undefined ? [] : [TESTS[key](wanted, corpus, knowledge)];
  });
  return {
    isWantedArticle: ({ path }) => paths?.some((matches) => matches(path)) !== false,
    isWanted: (row, read) => tests.every((test) => test(row, read)),
  };
}

/** The keys that are asked of each annotation, the cheapest first. */
const TESTED_KEYS = [
  'state',
  'role',
  'speaker',
  'stance',
  'topic',
  'creator',
  'tag',
  'since',
  'until',
  'linked',
  'quoteType',
  'text',
] as const satisfies readonly FilterKey[];

const TESTS: Readonly<Record<(typeof TESTED_KEYS)[number], MakeTest>> = {
  state:
    (wanted, _corpus, { unknownHolds }) =>
    ({ article, i }) => {
      const state = article.content.stateOf(i);
      return (state === undefined && unknownHolds === true) || wanted.includes(state ?? null);
    },
  role: (wanted) => columnTest('role', isOneOf(wanted)),
  stance: (wanted) => columnTest('stance', isOneOf(wanted)),
  topic: (wanted) => columnTest('topic', isOneOf(wanted)),
  creator: (wanted) => columnTest('creator', isOneOf(wanted)),
  speaker: (wanted, corpus) => {
    // Any name of a speaker means the speaker.
    const canonical = (speaker: string | undefined) => corpus.speakerNamed(speaker);
    const isWanted = isOneOf(wanted.map((speaker) => canonical(speaker ?? undefined) ?? null));
    return columnTest('speaker', (speaker) => isWanted(canonical(speaker)));
  },
  tag: (wanted) =>
    columnTest('tags', (json) => {
      const tags = json === undefined ? [] : (JSON.parse(json) as string[]);
      return tags.length === 0 ? wanted.includes(null) : tags.some((tag) => wanted.includes(tag));
    }),
  since: (wanted, _corpus, { publishedOf, unknownHolds = false }) =>
    dateTest(wanted, (period, limit) => period.last >= limit.first, publishedOf, unknownHolds),
  until: (wanted, _corpus, { publishedOf, unknownHolds = false }) =>
    dateTest(wanted, (period, limit) => period.first <= limit.last, publishedOf, unknownHolds),
  linked: linkTest,
  quoteType: (wanted) => (row, read) => wanted.includes(read(row).quoteType ?? null),
  text: (wanted) => {
    const folded = texts(wanted).map((words) => foldForSearch(words).trim());
    return (row, read) => {
      const annotation = read(row);
      const { note } = annotation;
      // A quote is always set: without words, there is nothing that could be meant by null.
      return [quoteOf(annotation), ...(note === undefined ? [] : [note])]
        .map(foldForSearch)
        .some((text) => folded.some((words) => text.includes(words)));
    };
  },
};

function texts(wanted: readonly FilterValue[]): string[] {
  return wanted.filter((value) => value !== null);
}
