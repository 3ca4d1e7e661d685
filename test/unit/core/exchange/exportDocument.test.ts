import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { DEFAULT_CODEBOOK, EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import {
  placeAnnotations,
  type PlacedAnnotation,
  type PlacedPassage,
} from '../../../../src/core/placing/placeAnnotations';
import {
  codebookInUse,
  exportDocument,
  printExport,
  type ArticleForExport,
} from '../../../../src/core/exchange/exportDocument';
import { describePassage } from '../../../../src/core/placing/describePassage';
import { isMapping } from '../../../../src/core/model/sameValue';
import { exportSchema } from '../../../../src/core/model/schema';
import type { Annotation, ArticleMetadata, ExportDocument } from '../../../../src/core/model/types';
import { ArticleText } from '../../../../src/core/text/articleText';
import { annotation as anyAnnotation } from '../sidecar/annotations';

const FRONT_MATTER = '---\ntitle: 开源与闭源之争\nauthor: 某作者\ndate: 2024-07-11\n---\n\n';
const TEXT = `${FRONT_MATTER}李彦宏在𠮷野家说：“开源模型其实是一种智商税。”没有人回答他。\nAnn Li disagreed with him at some length, and the audience with her.\n`;

function articleOf(
  path: string,
  text: string | undefined,
  annotations: readonly Annotation[],
  override: ArticleMetadata = {},
): ArticleForExport {
  const article = text === undefined ? undefined : new ArticleText(text);
  const gone = (one: Annotation): PlacedAnnotation => ({
    annotation: one,
    passages: one.passages.map(() => ({ state: 'orphaned' })),
  });
  return {
    path,
    article,
    override,
    placed: article === undefined ? annotations.map(gone) : placeAnnotations(article, annotations),
  };
}
function tagged(
  id: string,
  words: string,
  more: Partial<Annotation> = {},
  text = TEXT,
): Annotation {
  const start = text.indexOf(words);
  return {
    id,
    role: 'claim',
    passages: [
      describePassage(text, { start, end: start + words.length }, new ArticleText(text).map),
    ],
    ...more,
  };
}

/** Checks the document against the schema, as its readers may. */
function valid(document: ExportDocument): ExportDocument {
  const { issues } = v.safeParse(exportSchema, JSON.parse(printExport(document)));
  assert.deepEqual(
    issues?.map(({ message, path }) => [message, path?.map(({ key }) => key)]) ?? [],
    [],
  );
  return document;
}

describe('exportDocument', () => {
  it('is what the contract shows', () => {
    const { codebook } = readCodebook(
      'version: 1\ntopics: [{id: closed-over-open, statement: 闭源大模型优于开源大模型}]\nspeakers: [{name: 李彦宏, aliases: [Robin Li], affiliation: 百度}]\n',
    );
    const claim = tagged('k3v9x2m7qa', '开源模型其实是一种智商税', {
      speaker: '李彦宏',
      stance: 'favor',
      links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
      creator: 'Zhang San',
      created: '2026-11-22T09:30:00Z',
      modified: '2026-11-22T09:31:00Z',
    });
    const {
      exact,
      prefix = '',
      suffix = '',
      start = 0,
      end = 0,
    } = claim.passages[0] ?? { exact: '' };
    const document = valid(
      exportDocument(
        [
          articleOf('articles/a.md', `甲\n\n${TEXT.slice(FRONT_MATTER.length)}`, [claim], {
            title: '另一个题目',
            url: 'https://example.org/a',
          }),
        ],
        codebook,
      ),
    );
    const now = 3 + start - Array.from(FRONT_MATTER).length;
    assert.equal(
      printExport(document),
      `${JSON.stringify(
        {
          format: 'claim-annotator',
          version: 1,
          articles: [
            {
              path: 'articles/a.md',
              title: '另一个题目',
              url: 'https://example.org/a',
              override: { title: '另一个题目', url: 'https://example.org/a' },
            },
          ],
          codebook: {
            roles: [],
            stances: [],
            links: [],
            topics: [{ id: 'closed-over-open', statement: '闭源大模型优于开源大模型' }],
            speakers: [{ name: '李彦宏', aliases: ['Robin Li'], affiliation: '百度' }],
          },
          annotations: [
            {
              id: 'k3v9x2m7qa',
              article: 'articles/a.md',
              role: 'claim',
              speaker: '李彦宏',
              stance: 'favor',
              passages: [
                {
                  exact,
                  prefix,
                  suffix,
                  state: 'anchored',
                  start: now,
                  end: now + end - start,
                  line: 3,
                  column: 11,
                  stored: { start, end },
                },
              ],
              state: 'anchored',
              links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
              creator: 'Zhang San',
              created: '2026-11-22T09:30:00Z',
              modified: '2026-11-22T09:31:00Z',
            },
          ],
        },
        undefined,
        2,
      )}\n`,
    );
  });

  it('tells of an article what its front matter says, and the sidecar above it', () => {
    const metadata = (override: ArticleMetadata, text: string | undefined = TEXT) =>
      exportDocument([articleOf('a.md', text, [], override)], EMPTY_CODEBOOK).articles[0];
    assert.deepEqual(metadata({}), {
      path: 'a.md',
      title: '开源与闭源之争',
      author: '某作者',
      published: '2024-07-11',
    });
    const whole = metadata({
      site: 'x',
      encoding: 'gb18030',
      url: 'https://example.org',
      author: '她',
    });
    assert.deepEqual(whole, {
      path: 'a.md',
      title: '开源与闭源之争',
      author: '她',
      published: '2024-07-11',
      url: 'https://example.org',
      encoding: 'gb18030',
      site: 'x',
      override: { author: '她', url: 'https://example.org', encoding: 'gb18030', site: 'x' },
    });
    assert.equal(
      Object.keys(whole).join(' '),
      'path title author published url encoding site override',
    );
    assert.deepEqual(
      exportDocument([articleOf('a.md', undefined, [], { title: 'gone' })], EMPTY_CODEBOOK)
        .articles,
      [{ path: 'a.md', title: 'gone', override: { title: 'gone' } }],
    );
  });

  it('is not misled by a sidecar’s own keys `path` and `override`', () => {
    assert.deepEqual(
      exportDocument([articleOf('a.md', '', [], { path: 'b.md', override: 1 })], EMPTY_CODEBOOK)
        .articles,
      [{ path: 'a.md', override: { path: 'b.md', override: 1 } }],
    );
  });

  it('goes through articles by path, annotations by present place, orphans last by stored place', () => {
    const lost = (id: string, start: number): Annotation => ({
      id,
      role: 'claim',
      passages: [{ exact: 'these words stand nowhere in any of the articles', start }],
    });
    const one = articleOf('b/a.md', TEXT, [
      lost('lost9', 900),
      tagged('late', 'Ann Li disagreed with him at some length'),
      lost('lost1', 100),
      tagged('wide', '开源模型其实是一种智商税'),
      { ...tagged('inner', '智商税'), role: 'evidence' },
      tagged('same', '开源模型其实是一种'),
    ]);
    const { articles, annotations } = exportDocument(
      [
        one,
        articleOf('a𠮷.md', TEXT, []),
        articleOf('aﬀ.md', TEXT, [tagged('other', '没有人回答他')]),
        articleOf('B.md', undefined, []),
      ],
      EMPTY_CODEBOOK,
    );
    assert.deepEqual(
      articles.map(({ path }) => path),
      ['B.md', 'aﬀ.md', 'a𠮷.md', 'b/a.md'],
      'by code point',
    );
    assert.deepEqual(
      annotations.map(({ id }) => id),
      ['other', 'wide', 'same', 'inner', 'late', 'lost1', 'lost9'],
    );
  });

  it('gives the codebook’s values, or, without one, those in use, each once', () => {
    const used: Annotation[] = [
      tagged('a', '智商税', {
        role: 'claim',
        speaker: '李彦宏',
        stance: 'favor',
        topic: 't',
        links: [
          { type: 'rebuts', target: 'b' },
          { type: 'quotes', target: 'c' },
        ],
      }),
      tagged('b', '没有人', {
        role: 'aside',
        speaker: 'Ann',
        stance: 'favor',
        links: [{ type: 'rebuts', target: 'a' }],
      }),
    ];
    assert.deepEqual(exportDocument([articleOf('a.md', TEXT, used)], undefined).codebook, {
      roles: [{ id: 'aside' }, { id: 'claim' }],
      stances: [{ id: 'favor' }],
      links: [{ id: 'quotes' }, { id: 'rebuts' }],
      topics: [{ id: 't' }],
      speakers: [{ name: 'Ann' }, { name: '李彦宏' }],
    });
    assert.deepEqual(
      exportDocument([articleOf('a.md', TEXT, used)], DEFAULT_CODEBOOK).codebook,
      DEFAULT_CODEBOOK,
    );
    assert.deepEqual(codebookInUse([]), EMPTY_CODEBOOK);
  });

  it('is a document also of nothing', () => {
    assert.deepEqual(valid(exportDocument([], undefined)), {
      format: 'claim-annotator',
      version: 1,
      articles: [],
      codebook: EMPTY_CODEBOOK,
      annotations: [],
    });
  });

  describe('of any annotations', () => {
    const place = fc.oneof(
      fc.record({
        state: fc.constantFrom('anchored' as const, 'changed' as const),
        range: fc
          .tuple(fc.nat(TEXT.length - 2), fc.nat(20))
          .map(([start, length]) => ({ start, end: Math.min(start + length + 1, TEXT.length) })),
      }),
      fc.record({ state: fc.constantFrom('ambiguous' as const, 'orphaned' as const) }),
    );
    const placed: fc.Arbitrary<PlacedAnnotation> = anyAnnotation.chain((annotation) =>
      fc.record({
        annotation: fc.constant(annotation),
        passages: fc.array(place, {
          minLength: annotation.passages.length,
          maxLength: annotation.passages.length,
        }),
      }),
    );
    const metadata = fc.dictionary(
      fc.constantFrom('title', 'author', 'url', 'encoding', 'path', 'override', 'mine'),
      fc.string(),
      { maxKeys: 3, noNullPrototype: true },
    );
    const articles: fc.Arbitrary<ArticleForExport[]> = fc.uniqueArray(
      fc.record({
        path: fc.stringMatching(/^[ab/𠮷]{1,3}$/),
        article: fc.constantFrom(undefined, new ArticleText(TEXT)),
        override: metadata,
        placed: fc.array(placed, { maxLength: 4 }),
      }),
      { selector: ({ path }) => path, maxLength: 4 },
    );

    it('fits the schema', () => {
      fc.assert(
        fc.property(articles, (given) => {
          valid(exportDocument(given, undefined));
        }),
        { numRuns: 150 },
      );
    });

    it('gives the same bytes, in whatever order the articles are found', () => {
      fc.assert(
        fc.property(
          articles.chain((given) =>
            fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
          ),
          ([given, shuffled]) => {
            assert.equal(
              printExport(exportDocument(shuffled, undefined)),
              printExport(exportDocument(given, undefined)),
            );
          },
        ),
        { numRuns: 100 },
      );
    });

    it('loses nothing: every sidecar’s annotation can be told from it', () => {
      /**
       * What an import makes of an exported mapping: its own keys out, what stood under them before
       * back in.
       */
      const back = (value: Record<string, unknown>, own: readonly string[]) => {
        const kept = Object.entries(value).filter(([key]) => !own.includes(key));
        return { ...Object.fromEntries(kept), ...(isMapping(value.stored) ? value.stored : {}) };
      };
      fc.assert(
        fc.property(articles, (given) => {
          const { annotations, articles: exported } = JSON.parse(
            printExport(exportDocument(given, undefined)),
          ) as ExportDocument;
          const read = annotations.map((one) => ({
            ...back(one, ['article', 'state', 'stored']),
            passages: one.passages.map((passage) =>
              back(passage, ['state', 'start', 'end', 'line', 'column', 'found', 'stored']),
            ),
          }));
          const meant = given.flatMap(({ placed: all }) => all.map(({ annotation }) => annotation));
          const byText = (values: readonly unknown[]) =>
            values.map((value) => JSON.stringify(sortedKeys(value))).sort();
          assert.deepEqual(byText(read), byText(meant));
          for (const { path, override } of given)
            assert.deepEqual(exported.find((one) => one.path === path)?.override ?? {}, override);
        }),
        { numRuns: 150 },
      );
    });

    it('has positions of found passages alone, each where its words are', () => {
      fc.assert(
        fc.property(articles, (given) => {
          const places = new Map<string, PlacedPassage[]>(
            given.flatMap((one) =>
              one.placed.map(({ annotation, passages }): [string, PlacedPassage[]] => [
                `${one.path} ${annotation.id}`,
                one.article === undefined
                  ? passages.map(({ state }) => ({ state }))
                  : [...passages],
              ]),
            ),
          );
          // Two annotations with one id can't be told apart by it.
          fc.pre(places.size === given.flatMap(({ placed }) => placed).length);
          for (const { id, article, passages } of exportDocument(given, undefined).annotations) {
            passages.forEach(({ state, start, end, line, column, found, exact }, i) => {
              const range = places.get(`${article} ${id}`)?.[i]?.range;
              if (range === undefined)
                return assert.deepEqual(
                  [start, end, line, column, found],
                  [undefined, undefined, undefined, undefined, undefined],
                );
              const before = Array.from(TEXT.slice(0, range.start));
              // A range that a test cuts through a character starts before it.
              if (
                /[\uD800-\uDBFF]$/.test(TEXT.slice(0, range.start)) ||
                /[\uD800-\uDBFF]$/.test(TEXT.slice(0, range.end))
              )
                return;
              const words = TEXT.slice(range.start, range.end);
              assert.deepEqual(
                [start, end, line, column],
                [
                  before.length,
                  before.length + Array.from(words).length,
                  before.filter((one) => one === '\n').length + 1,
                  before.length - before.lastIndexOf('\n'),
                ],
              );
              assert.equal(found, state === 'changed' && words !== exact ? words : undefined);
            });
          }
        }),
        { numRuns: 150 },
      );
    });
  });
});

/** The value with the keys of all its mappings in one order. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  return isMapping(value)
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, field]) => [key, sortedKeys(field)])
    : value;
}
