import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  PlacedAnnotation,
  PlacedPassage,
} from '../../../../src/core/placing/placeAnnotations';
import {
  exportDocument,
  printExport,
  type ArticleForExport,
} from '../../../../src/core/exchange/exportDocument';
import { isMapping } from '../../../../src/core/model/sameValue';
import type { ExportDocument } from '../../../../src/core/model/types';
import { ArticleText } from '../../../../src/core/text/articleText';
import { annotation as anyAnnotation } from '../sidecar/annotations';
import { TEXT, valid, sortedKeys } from './exportedArticles';

describe('exportDocument', () => {
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
