import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCodedDifferently } from '../../../../../src/core/corpus/findings/codedDifferently';
import { findContradictions } from '../../../../../src/core/corpus/findings/contradictions';
import { findGaps } from '../../../../../src/core/corpus/findings/gaps';
import { findTurns } from '../../../../../src/core/corpus/findings/turns';
import { allRows } from '../../../../../src/core/corpus/query/rows';
import type { Annotation } from '../../../../../src/core/model/types';
import { runAtOnce } from '../../../../../src/core/text/steps';
import { corpusOf, DATES, listOf, type Article } from '../query/queries';
import {
  naiveCodedDifferently,
  naiveContradictions,
  naiveGaps,
  naivePairs,
  naiveTurns,
} from './naiveFindings';

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 6 });

const content = fc.record({
  role: fc.constantFrom('claim', 'rebuttal', 'evidence'),
  speaker: maybe('Ann', '安', 'Robin Li', '李彦宏'),
  stance: maybe('favor', 'against', 'neutral'),
  topic: maybe('cost', '成本'),
  date: maybe(...DATES),
  links: fc.array(
    fc.record({
      type: fc.constantFrom('supports', 'rebuts', 'restates', 'refines'),
      target: fc.integer({ min: 0, max: 9 }).map((n) => `n${n}`),
    }),
    { maxLength: 2 },
  ),
  passages: fc.constantFrom(
    [{ exact: '“ＡＢ”  c' }],
    [{ exact: '「ab」 C' }],
    [{ exact: '"ab"' }, { exact: 'c' }],
    [{ exact: 'other' }],
  ),
});

/** Ten annotations at most, numbered through, of few values. */
const anyCorpus: fc.Arbitrary<Article[]> = fc
  .array(
    fc.record({
      isPacked: fc.boolean(),
      published: maybe('2024-01-15', '2023', 'no date'),
      contents: fc.array(content, { maxLength: 4 }),
    }),
    { maxLength: 3 },
  )
  .map((articles) => {
    let next = 0;
    return articles.map(({ isPacked, published, contents }, n) => ({
      path: `${n}.md`,
      isPacked,
      published: published ?? undefined,
      held: contents.map((one) => {
        const fields = Object.entries(one).filter(([, value]) => value !== null);
        const annotation = { id: `n${next++}`, ...Object.fromEntries(fields) } as Annotation;
        return { annotation: annotation, state: undefined };
      }),
    }));
  });

describe('findings', () => {
  it('have the gaps that the definitions say', () => {
    fc.assert(
      fc.property(anyCorpus, (articles) => {
        const { corpus } = corpusOf(articles);
        const gaps = runAtOnce(findGaps(corpus, allRows(corpus)));
        assert.deepEqual(
          Object.fromEntries(Object.entries(gaps).map(([gap, all]) => [gap, all.map(idOf)])),
          naiveGaps(listOf(articles)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('have the turns that the definitions say, and their pairs exactly', () => {
    fc.assert(
      fc.property(anyCorpus, (articles) => {
        const context = corpusOf(articles);
        const turns = runAtOnce(findTurns(allRows(context.corpus), context));
        const end = ({ date, stance }: (typeof turns)[number]['from']) => `${date} ${stance}`;
        const all = listOf(articles);
        assert.deepEqual(
          turns
            .map(({ speaker, topic, from, to }) => [speaker, topic, end(from), end(to)].join(', '))
            .sort(),
          naiveTurns(all),
        );
        const pairs = turns.map(({ speaker, topic }) => `${speaker}, ${topic}`);
        assert.deepEqual([...new Set(pairs)].sort(), naivePairs(all));
      }),
      { numRuns: 2_000 },
    );
  });

  it('have the contradictions that the definitions say, with links that make them', () => {
    fc.assert(
      fc.property(anyCorpus, (articles) => {
        const { corpus } = corpusOf(articles);
        const found = runAtOnce(findContradictions(corpus));
        const all = listOf(articles);
        assert.deepEqual(
          found.map(({ rebuts: { from, to } }) => `${from}>${to}`),
          naiveContradictions(all),
        );
        for (const { id, rebuts, affirms } of found) {
          assert.equal(id, rebuts.from);
          assert.ok(affirms.length > 0);
          for (const { from, type, to } of affirms) {
            const source = all.find(({ annotation }) => annotation.id === from);
            assert.ok(
              source?.annotation.links?.some((link) => link.type === type && link.target === to),
            );
            assert.ok(type !== 'rebuts');
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('have the same words that are coded differently', () => {
    fc.assert(
      fc.property(anyCorpus, (articles) => {
        const { corpus } = corpusOf(articles);
        const ids = listOf(articles).map(({ annotation }) => annotation.id);
        const found = runAtOnce(findCodedDifferently(corpus));
        assert.deepEqual(
          found.map(({ annotations }) => annotations.map((one) => ids.indexOf(one.id)).join()),
          naiveCodedDifferently(listOf(articles)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

const idOf = ({ id }: { readonly id: string }) => id;

/** One article, packed, of annotations that have a topic and a speaker. */
function oneArticle(annotations: readonly Partial<Annotation>[], published?: string): Article[] {
  const held = annotations.map((more, n) => {
    const annotation: Annotation = {
      id: `n${n}`,
      role: 'claim',
      speaker: 'Ann',
      topic: 'cost',
      passages: [{ exact: `quote ${n}` }],
      ...more,
    };
    return { annotation, state: undefined };
  });
  return [{ path: 'a.md', published, isPacked: true, held }];
}

describe('a turn', () => {
  const turnsOf = (annotations: readonly Partial<Annotation>[], published?: string) => {
    const context = corpusOf(oneArticle(annotations, published));
    return runAtOnce(findTurns(allRows(context.corpus), context)).map(
      ({ from, to }) => `${from.id} ${from.date} ${from.dateOf} > ${to.id} ${to.date} ${to.dateOf}`,
    );
  };

  it('says whether the dates are the statements’ or the article’s', () => {
    assert.deepEqual(
      turnsOf(
        [
          { stance: 'favor', date: '2023' },
          { stance: 'against' },
          { stance: 'favor', date: '2024-08', dateInferred: true },
        ],
        'July 11, 2024',
      ),
      ['n0 2023 statement > n1 2024-07-11 article', 'n1 2024-07-11 article > n2 2024-08 article'],
    );
  });

  it('needs one period to end before the other begins', () => {
    const against = { stance: 'against', date: '2024-07-04' };
    assert.deepEqual(turnsOf([{ stance: 'favor', date: '2024' }, against]), []);
    assert.deepEqual(turnsOf([{ stance: 'favor', date: '2024-07' }, against]), []);
    assert.deepEqual(turnsOf([{ stance: 'favor', date: '2024-07-04' }, against]), []);
    assert.equal(turnsOf([{ stance: 'favor', date: '2024-06' }, against]).length, 1);
  });

  it('doesn’t see what is neutral, open or of nobody', () => {
    const said = (date: string, more: Partial<Annotation>) => ({ date, ...more });
    assert.deepEqual(
      turnsOf([
        said('2021', { stance: 'favor' }),
        said('2022', { stance: 'neutral' }),
        said('2023', {}),
        said('2024', { stance: 'against' }),
        said('2025', { stance: 'favor', topic: 'other' }),
      ]),
      ['n0 2021 statement > n3 2024 statement'],
    );
  });

  it('is one where several said the same on a day: from the last one to the first one', () => {
    const on = (date: string, stance: string) => ({ date, stance });
    assert.deepEqual(
      turnsOf([
        on('2021', 'favor'),
        on('2021', 'favor'),
        on('2022', 'against'),
        on('2022', 'against'),
      ]),
      ['n1 2021 statement > n2 2022 statement'],
    );
  });
});

describe('a contradiction', () => {
  it('names the links that say the opposite, also by way of other annotations', () => {
    const to = (type: string, target: string) => ({ type, target });
    const { corpus } = corpusOf(
      oneArticle([
        { links: [to('restates', 'n1')] },
        { links: [to('restates', 'n2')] },
        {},
        { links: [to('rebuts', 'n0'), to('supports', 'n2')] },
        { links: [to('rebuts', 'n3')] },
        { links: [] },
        { links: [to('rebuts', 'n5')] },
        { links: [to('restates', 'n8'), to('rebuts', 'n9')] },
        {},
        { links: [to('restates', 'n8')] },
      ]),
    );
    const print = ({ from, type, to: target }: { from: string; type: string; to: string }) =>
      `${from} ${type} ${target}`;
    assert.deepEqual(
      runAtOnce(findContradictions(corpus)).map(({ rebuts, affirms }) => [
        print(rebuts),
        ...affirms.map(print),
      ]),
      [
        ['n3 rebuts n0', 'n3 supports n2'],
        ['n7 rebuts n9', 'n7 restates n8', 'n9 restates n8'],
      ],
    );
  });
});

describe('the same words', () => {
  it('are told with the fields in which they differ', () => {
    const { corpus } = corpusOf(
      oneArticle([
        { passages: [{ exact: '“Ｏpen” models' }], speaker: 'Ann', stance: 'favor' },
        { passages: [{ exact: '「open」  models' }], speaker: '安' },
        { passages: [{ exact: 'else' }] },
        { passages: [{ exact: 'Else' }] },
      ]),
    );
    assert.deepEqual(
      runAtOnce(findCodedDifferently(corpus)).map(({ annotations, fields }) => [
        annotations.map(idOf),
        fields,
      ]),
      [[['n0', 'n1'], ['stance']]],
    );
  });
});
