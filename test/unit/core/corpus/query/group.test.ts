import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusItem } from '../../../../../src/core/corpus/corpus';
import { groupRows, GROUPINGS, type Grouping } from '../../../../../src/core/corpus/query/group';
import { allRows, itemsOf, type Row } from '../../../../../src/core/corpus/query/rows';
import { sortRows, SORTINGS } from '../../../../../src/core/corpus/query/sort';
import type { Annotation } from '../../../../../src/core/model/types';
import { anyArticles, corpusOf, type Article } from './queries';

/** Articles of one annotation each; their paths are in the order in which they are given. */
function articlesOf(...all: readonly (readonly [more: object, published?: string])[]): Article[] {
  return all.map(([more, published], n) => ({
    path: `${n}.md`,
    published,
    isPacked: n % 2 === 0,
    held: [
      {
        annotation: { id: 'a', role: 'claim', passages: [{ exact: '一' }], ...more },
        state: 'anchored',
      },
    ],
  }));
}

const annotationsOf = (rows: readonly Row<CorpusItem>[]): Annotation[] =>
  itemsOf(rows).map(({ annotation }) => annotation);

describe('groups', () => {
  const valuesOf = (by: Grouping, articles: readonly Article[], order?: string[]) => {
    const context = corpusOf(articles);
    const groups = groupRows(allRows(context.corpus), by, context, order);
    return groups.map(({ value, rows }) => [value, rows.length]);
  };

  it('hold every annotation, in the given order, and only tags put it in several', () => {
    fc.assert(
      fc.property(anyArticles, fc.constantFrom(...GROUPINGS), (articles, by) => {
        const context = corpusOf(articles);
        const all = [...allRows(context.corpus)];
        const groups = groupRows(all, by, context);
        for (const { rows } of groups) {
          assert.ok(rows.length > 0);
          assert.deepEqual(
            rows,
            all.filter((row) => rows.includes(row)),
          );
        }
        const values = groups.map(({ value }) => value);
        assert.equal(new Set(values).size, values.length);
        const counts = all.map((row) => groups.filter(({ rows }) => rows.includes(row)).length);
        const expected = ({ tags = [] }: Annotation) =>
          by === 'tag' ? Math.max(1, new Set(tags).size) : 1;
        assert.deepEqual(counts, annotationsOf(all).map(expected));
      }),
    );
  });

  it('of speakers go by the canonical name, those without one last', () => {
    const speakers = ['安', 'Robin Li', undefined, 'Ann', '李彦宏', 'Bo'];
    const all = articlesOf(
      ...speakers.map((speaker) => [speaker === undefined ? {} : { speaker }] as const),
    );
    assert.deepEqual(valuesOf('speaker', all), [
      ['Ann', 2],
      ['Bo', 1],
      ['李彦宏', 2],
      [undefined, 1],
    ]);
  });

  it('come in the order of a codebook, others behind it', () => {
    const roles = ['zeta', 'claim', 'alpha', 'rebuttal'];
    const all = articlesOf(...roles.map((role) => [{ role }] as const));
    const order = valuesOf('role', all, ['claim', 'evidence', 'rebuttal']).map(([value]) => value);
    assert.deepEqual(order, ['claim', 'rebuttal', 'alpha', 'zeta']);
  });

  it('of dates are months in time, by the article where a statement has none', () => {
    const all = articlesOf(
      [{ date: '2024-07-04' }],
      [{}, '11 July 2024'],
      [{ date: '2024' }],
      [{}],
      [{ date: '2023-12' }, '2024-07'],
    );
    assert.deepEqual(valuesOf('date', all), [
      ['2023-12', 1],
      ['2024', 1],
      ['2024-07', 2],
      [undefined, 1],
    ]);
  });
});

describe('sorting', () => {
  it('moves nothing that has the same value, and puts last what has none', () => {
    fc.assert(
      fc.property(anyArticles, fc.constantFrom(...SORTINGS), (articles, by) => {
        const context = corpusOf(articles);
        const all = [...allRows(context.corpus)];
        const sorted = sortRows(all, by, context);
        assert.equal(sorted.length, all.length);
        assert.deepEqual(new Set(sorted), new Set(all));
        assert.deepEqual(sortRows(sorted, by, context), sorted);
        if (!['role', 'stance', 'topic', 'creator'].includes(by)) return;
        const valueOf = (row: Row<CorpusItem>) => annotationsOf([row])[0]?.[by];
        const values = sorted.map(valueOf);
        const set = values.filter((value) => value !== undefined);
        assert.deepEqual(values.slice(0, set.length), set);
        for (const value of new Set(values)) {
          const equals = (row: Row<CorpusItem>) => valueOf(row) === value;
          assert.deepEqual(sorted.filter(equals), all.filter(equals));
        }
      }),
    );
  });

  const sortedIds = (by: (typeof SORTINGS)[number], ...all: (readonly [object, string?])[]) => {
    const context = corpusOf(articlesOf(...all));
    const sorted = sortRows(allRows(context.corpus), by, context);
    return annotationsOf(sorted)
      .map(({ id }) => id)
      .join('');
  };

  it('by date goes through time, with the dates of articles', () => {
    assert.equal(
      sortedIds(
        'date',
        [{ id: 'a' }],
        [{ id: 'b', date: '2024-07-04' }],
        [{ id: 'c' }, '2024-07-03'],
        [{ id: 'd', date: '2024' }],
        [{ id: 'e', date: '2023-12' }],
      ),
      'edcba',
    );
  });

  it('by change takes the time at which it was made where it was never changed', () => {
    assert.equal(
      sortedIds(
        'modified',
        [{ id: 'a' }],
        [{ id: 'b', created: '2024-07-04T10:00:00Z' }],
        [{ id: 'c', created: '2020-01-01T00:00:00Z', modified: '2024-07-04T11:00:00+02:00' }],
      ),
      'cba',
    );
  });
});
