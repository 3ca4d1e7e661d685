import assert from 'node:assert/strict';
import { allRows, itemsOf } from '../../../../../src/core/corpus/query/rows';
import { orderedGroups } from '../../../../../src/core/corpus/view/groupOrder';
import { orderedRows } from '../../../../../src/core/corpus/view/orderedRows';
import type { ViewGrouping, ViewOrder } from '../../../../../src/core/corpus/view/viewSettings';
import { corpusOf } from '../query/queries';

const compareNames = new Intl.Collator('zh').compare;

describe('the order of groups', () => {
  const groups = [
    { value: undefined, name: '未设', count: 9 },
    { value: 'b', name: '王', count: 1 },
    { value: 'a', name: '李', count: 3 },
    { value: 'c', name: '安', count: 3 },
  ];
  const order = (groupBy: ViewGrouping, sortBy: ViewOrder, codebook: string[] = []) =>
    orderedGroups(groups, { groupBy, sortBy, codebook, compareNames })
      .map(({ name }) => name)
      .join('');

  it('is by name, what has no value last', () => {
    assert.equal(order('speaker', 'position'), '安李王未设');
    assert.equal(order('speaker', 'date'), '安李王未设');
  });

  it('is that of the codebook, unless the name is asked for', () => {
    assert.equal(order('topic', 'position', ['b', 'a']), '王李安未设');
    assert.equal(order('topic', 'name', ['b', 'a']), '安李王未设');
  });

  it('is by number where that is asked for', () => {
    assert.equal(order('speaker', 'count'), '安李王未设');
    assert.equal(order('speaker', 'count', ['a']), '李安王未设');
  });

  it('is in time for dates, whatever they are called', () => {
    assert.equal(order('date', 'position'), '李王安未设');
  });
});

describe('the order within a group', () => {
  const held = (id: string, date?: string) => ({
    annotation: { id, role: 'claim', passages: [{ exact: '一' }], ...(date && { date }) },
    state: 'anchored' as const,
  });
  const context = corpusOf([
    { path: 'a.md', published: undefined, isPacked: true, held: [held('a1'), held('a2', '2024')] },
    {
      path: 'b.md',
      published: '2023-05-01',
      isPacked: false,
      held: [held('b1'), held('b2', '2022-01')],
    },
  ]);
  const order = (sortBy: ViewOrder) => {
    const rows = orderedRows(allRows(context.corpus), sortBy, {
      ...context,
      titleOf: (key) => (key === context.corpus.articleKeys()[0] ? '张' : '安'),
      compareTitles: compareNames,
    });
    return itemsOf([...rows])
      .map(({ annotation }) => annotation.id)
      .join(' ');
  };

  it('is that of the articles’ paths, of their titles, or of the statements’ dates', () => {
    assert.equal(order('position'), 'a1 a2 b1 b2');
    assert.equal(order('count'), 'a1 a2 b1 b2');
    assert.equal(order('title'), 'b1 b2 a1 a2');
    assert.equal(order('date'), 'b2 b1 a2 a1');
  });
});
