import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SpeakerNames } from '../../../../../src/core/codebook/speakerNames';
import { Corpus, type CorpusItem } from '../../../../../src/core/corpus/corpus';
import { packArticles } from '../../../../../src/core/corpus/packed/packArticles';
import {
  adoptPacked,
  PackedContent,
  packState,
} from '../../../../../src/core/corpus/packed/packedContent';
import { StringTable } from '../../../../../src/core/corpus/packed/stringTable';
import type { RowContext } from '../../../../../src/core/corpus/query/group';
import { passageStates, quoteTypes } from '../../../../../src/core/model/schema';
import type { Annotation, State } from '../../../../../src/core/model/types';
import { compareText } from '../../../../../src/core/text/compare';

/** An annotation with all that a query asks about it. */
export interface Item {
  readonly annotation: Annotation;
  readonly state: State | undefined;
  readonly path: string;
  readonly published: string | undefined;
}

/** One article of a corpus, as a test draws it. */
export interface Article {
  readonly path: string;
  readonly published: string | undefined;
  /** Whether its annotations are packed, or objects. */
  readonly isPacked: boolean;
  readonly held: readonly Pick<Item, 'annotation' | 'state'>[];
}

export const NAMES = new SpeakerNames([
  { name: '李彦宏', aliases: ['Robin Li', '百度创始人'] },
  { name: 'Ann', aliases: ['安'] },
]);

/** The key of an article by its number, in the order of the articles' paths. */
export const keyOf = (n: number) => `key-${String(n).padStart(3, '0')}`;

/** Articles as a corpus holds them, some packed and some not, and what else a query asks. */
export function corpusOf(articles: readonly Article[]): RowContext<CorpusItem> {
  const corpus = new Corpus((speaker) => NAMES.listedAs(speaker));
  const table = new StringTable();
  const packed = packArticles(
    articles.map(({ path, held }) => ({
      name: path,
      metadata: {},
      annotations: held.map(({ annotation }) => annotation),
      lines: [],
    })),
  );
  const adopted = adoptPacked(packed, table);
  articles.forEach(({ path, held, isPacked }, n) => {
    const article = keyOf(n);
    const items = held.map((one) => ({ article, ...one }));
    const states = Uint8Array.from(held, ({ state }) => (state ? packState(state) : 0));
    const content = new PackedContent<CorpusItem>(
      table,
      adopted,
      adopted.articles[n] ?? assert.fail(),
      (one) => ({ article, ...one }),
      states,
    );
    corpus.setArticle(article, path, isPacked ? content : items);
  });
  const published = new Map(articles.map((article, n) => [keyOf(n), article.published]));
  return { corpus, publishedOf: (key) => published.get(key) };
}

/** The same as a plain list, in the corpus's order. */
export function listOf(articles: readonly Article[]): Item[] {
  return [...articles]
    .sort((a, b) => compareText(a.path, b.path))
    .flatMap(({ held, path, published }) => held.map((one) => ({ ...one, path, published })));
}

export const SPEAKERS = ['李彦宏', 'Robin Li', 'ROBIN LI', 'Ann', '安', '𠮷野', ' Bo '];
export const DATES = ['2023', '2024', '2023-12', '2024-01', '2024-02', '2023-12-31', '2024-02-29'];
export const PATHS = [
  'a.md',
  'articles/a.md',
  'articles/2024/b.md',
  'articles/[草稿].md',
  '文.txt',
];
const PUBLISHED = [...DATES, 'July 11, 2024', '2024年2月1日', 'no date', ''];
const IDS = ['a', 'b', 'c'];
export const TYPES = ['supports', 'rebuts', 'refines'];

const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));

/** A record without the keys that have no value. */
function withoutNulls(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}

const annotation = fc
  .record({
    id: fc.constantFrom(...IDS),
    role: fc.constantFrom('claim', 'evidence', 'aside'),
    speaker: optional(SPEAKERS),
    stance: optional(['favor', 'against']),
    topic: optional(['cost', '成本']),
    quoteType: optional(quoteTypes),
    creator: optional(['Zhang San', '张三']),
    date: optional(DATES),
    dateInferred: optional([true, false]),
    note: optional(['“ＡＢ” says', 'Straße', '备注']),
    tags: fc.option(fc.array(fc.constantFrom('cost', '成本', 'x'), { maxLength: 3 })),
    links: fc.option(
      fc.array(
        fc.record({ type: fc.constantFrom(...TYPES), target: fc.constantFrom(...IDS, 'z') }),
        {
          maxLength: 2,
        },
      ),
    ),
    passages: fc.array(
      fc.record({ exact: fc.constantFrom('开源是“智商税”', 'Open  models\nare a tax', '「ab」') }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map((record) => JSON.parse(JSON.stringify(withoutNulls(record))) as Annotation);

/** Articles of few values, so that filters find some of their annotations. */
export const anyArticles: fc.Arbitrary<Article[]> = fc.array(
  fc.record({
    path: fc.constantFrom(...PATHS),
    published: fc.constantFrom(...PUBLISHED, undefined),
    isPacked: fc.boolean(),
    held: fc.array(fc.record({ annotation, state: fc.constantFrom(...passageStates, undefined) }), {
      maxLength: 4,
    }),
  }),
  { maxLength: 4 },
);

/** A value or a list of values; null among them. */
function valuesOf(values: readonly string[]): fc.Arbitrary<unknown> {
  const value = fc.option(fc.constantFrom(...values), { freq: 6 });
  return fc.oneof(value, fc.array(value, { maxLength: 3 }));
}

/** With more keys, hardly anything is found. */
const MOST_KEYS = 3;

/** What `parseFilter` takes, with one to three keys. */
export const anyGivenFilter: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      text: valuesOf(['智商税', '"智商税"', 'AB', '『ＡＢ』', ' models are', 'strasse', '备']),
      speaker: valuesOf(SPEAKERS),
      role: valuesOf(['claim', 'evidence']),
      stance: valuesOf(['favor', 'against', 'neutral']),
      topic: valuesOf(['cost', '成本']),
      tag: valuesOf(['cost', 'x']),
      article: valuesOf([
        ...PATHS,
        './a.md',
        '*.md',
        '**/*.md',
        'articles/*',
        'articles/**',
        '**/[ab].md',
        '{a.md,文.*}',
      ]),
      creator: valuesOf(['Zhang San', '张三']),
      state: valuesOf(passageStates),
      quoteType: valuesOf(quoteTypes),
      linked: valuesOf(TYPES.flatMap((type) => [`>${type}`, `<${type}`])),
      since: valuesOf([...DATES, '2025']),
      until: valuesOf([...DATES, '2022-12-31']),
    },
    { requiredKeys: [] },
  )
  .chain((record) =>
    fc
      .shuffledSubarray(Object.entries(record))
      .map((entries) => Object.fromEntries(entries.slice(0, MOST_KEYS))),
  );
