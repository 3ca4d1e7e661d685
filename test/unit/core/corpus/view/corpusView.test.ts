import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusItem } from '../../../../../src/core/corpus/corpus';
import { parseFilter, type Filter } from '../../../../../src/core/corpus/query/filter';
import { findRows } from '../../../../../src/core/corpus/query/findRows';
import type { RowContext } from '../../../../../src/core/corpus/query/group';
import { groupValues } from '../../../../../src/core/corpus/query/groupValues';
import { itemsOf, type Row } from '../../../../../src/core/corpus/query/rows';
import { CorpusView } from '../../../../../src/core/corpus/view/corpusView';
import {
  VIEW_GROUPINGS,
  type ViewGrouping,
} from '../../../../../src/core/corpus/view/viewSettings';
import { anyArticles, anyGivenFilter, corpusOf, keyOf, type Article } from '../query/queries';

type Groups = Map<string | undefined, CorpusItem[]>;

const parsed = (given: unknown): Filter => parseFilter(given).filter ?? assert.fail();

/** All groups, worked out from nothing. */
function naiveGroups(context: RowContext<CorpusItem>, by: ViewGrouping, filter: Filter): Groups {
  const rows = new Map<string | undefined, Row<CorpusItem>[]>();
  const valuesOf = groupValues(by, context);
  for (const row of findRows(context.corpus, filter, context))
    for (const value of valuesOf(row)) rows.set(value, [...(rows.get(value) ?? []), row]);
  return new Map([...rows].map(([value, some]) => [value, itemsOf(some)]));
}

function viewOf(context: RowContext<CorpusItem>, by: ViewGrouping, given: unknown = {}) {
  const view = new CorpusView(context.corpus, by, parsed(given), context);
  Array.from(view.fill());
  return view;
}

const groupsOf = (view: CorpusView<CorpusItem>): Groups =>
  new Map(view.values().map((value) => [value, [...view.itemsOf(value)]]));

const article = (path: string, ...fields: object[]): Article => ({
  path,
  published: '2024-07-11',
  isPacked: true,
  held: fields.map((more, n) => ({
    annotation: { id: `${path[0]}${n}`, role: 'claim', passages: [{ exact: '一' }], ...more },
    state: 'anchored',
  })),
});

describe('a view of the corpus', () => {
  it('groups what its filter finds, also after any changes of articles', () => {
    const changes = fc.array(anyArticles, { maxLength: 3 });
    fc.assert(
      fc.property(
        anyArticles,
        changes,
        fc.constantFrom(...VIEW_GROUPINGS),
        anyGivenFilter,
        fc.boolean(),
        (articles, later, by, given, isAskedBefore) => {
          const context = corpusOf(articles);
          const view = viewOf(context, by, given);
          assert.deepEqual(groupsOf(view), naiveGroups(context, by, parsed(given)));
          for (const next of later) {
            const keys = Array.from({ length: 4 }, (_, n) => keyOf(n));
            const { corpus } = corpusOf(next);
            const before = groupsOf(view);
            for (const key of keys)
              context.corpus.setArticle(key, corpus.pathOf(key) ?? '', corpus.contentOf(key) ?? []);
            // Somebody may look before it is told what changed.
            if (isAskedBefore) groupsOf(view);
            if (view.dependsOnOthers) Array.from(view.fill());
            const touched = view.update(keys);
            const after = groupsOf(view);
            assert.deepEqual(after, naiveGroups(context, by, parsed(given)));
            if (view.dependsOnOthers) continue;
            for (const value of new Set([...before.keys(), ...after.keys()]))
              if (!touched.has(value)) assert.deepEqual(after.get(value), before.get(value));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts groups, and says in which an annotation stands', () => {
    const context = corpusOf([
      article('a.md', { tags: ['x', '成本', 'x'] }, { tags: ['x'] }),
      article('b.md', {}),
    ]);
    const view = viewOf(context, 'tag');
    assert.deepEqual(
      [view.countOf('x'), view.countOf('成本'), view.countOf(undefined), view.countOf('no')],
      [2, 1, 1, 0],
    );
    assert.equal(view.count, 4);
    const [first] = context.corpus.all();
    assert.deepEqual(first && view.groupsWith(first), ['x', '成本']);
    const filtered = viewOf(context, 'tag', { tag: '成本' });
    assert.deepEqual(filtered.values(), ['x', '成本']);
    const [, second] = context.corpus.all();
    assert.deepEqual(second && filtered.groupsWith(second), []);
  });

  it('groups dates by year, month or day, as exact as they are', () => {
    const context = corpusOf([article('a.md', { date: '2024' }, { date: '2024-02-01' }, {})]);
    const valuesBy = (by: ViewGrouping) => viewOf(context, by).values();
    assert.deepEqual(valuesBy('year'), ['2024']);
    assert.deepEqual(valuesBy('date'), ['2024', '2024-02', '2024-07']);
    assert.deepEqual(valuesBy('day'), ['2024', '2024-02-01', '2024-07-11']);
  });

  it('looks at the changed article alone', () => {
    const context = corpusOf(
      Array.from({ length: 50 }, (_, n) => article(`${n}.md`, { role: 'r' })),
    );
    const view = viewOf(context, 'role');
    for (const key of context.corpus.articleKeys().filter((one) => one !== keyOf(3)))
      Object.assign(context.corpus.contentOf(key) ?? {}, { valueOf: () => assert.fail('looked') });
    context.corpus.setArticle(keyOf(3), '3.md', []);
    assert.deepEqual([...view.update([keyOf(3)])], ['r']);
    assert.equal(view.count, 49);
  });
});
