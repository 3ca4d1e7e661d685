import assert from 'node:assert/strict';
import fc from 'fast-check';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';
import { Axis, movedSpan, zoomedSpan } from '../../../../src/core/debate/timeline/axis';
import { anyArticles, corpusOf } from '../corpus/query/queries';
import { debateOf, modelOf, SMALL_DEBATE } from './debates';

const WIDTH = 900;

describe('the timeline', () => {
  it('shows every annotation in exactly one mark of its row', () => {
    fc.assert(
      fc.property(anyArticles, fc.constantFrom('speaker', 'topic'), (articles, by) => {
        const context = {
          ...corpusOf(articles),
          vocabulary: vocabularyOf(undefined),
          titleOf: () => undefined,
        };
        const model = modelOf(context, { view: 'timeline', by, width: WIDTH });
        const shown = model.marks.flatMap(({ ids }) => ids);
        assert.equal(shown.length, model.total);
        for (const [row, { count }] of model.rows.entries()) {
          const ofRow = model.marks.filter((mark) => mark.row === row);
          assert.equal(
            ofRow.reduce((sum, mark) => sum + mark.count, 0),
            count,
          );
        }
        for (const { x, isUndated, ids, count } of model.marks) {
          assert.equal(ids.length, count);
          const isOnAxis = x >= model.axis.from && x <= model.axis.to;
          assert.equal(isOnAxis, !isUndated);
        }
      }),
    );
  });

  it('places statements by their own dates, hollow where only the article’s is known', () => {
    const published = { 'a.md': '2025-06-01', 'b.md': '2025-06-02' };
    const model = modelOf(debateOf(SMALL_DEBATE, { published }), {
      view: 'timeline',
      width: WIDTH,
    });
    const markOf = (id: string) => model.marks.find(({ ids }) => ids.includes(id));
    const [said, reported] = [markOf('b1'), markOf('a2')];
    assert.ok(said && reported);
    assert.deepEqual([said.date, said.isHollow], ['2024-07-11', false]);
    assert.deepEqual([reported.date, reported.isHollow], ['2025-06-01', true]);
    assert.ok(said.x < reported.x);
  });

  it('draws dates of a year or a month as long as they are', () => {
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'timeline', width: WIDTH });
    const lengthOf = (id: string) => {
      const { period } = model.marks.find(({ ids }) => ids.includes(id)) ?? {};
      return period && period.to - period.from;
    };
    const [year = 0, month = 0] = [lengthOf('a3'), lengthOf('a1')];
    assert.ok(Math.abs(year / month - 365 / 31) < 0.1);
    assert.equal(lengthOf('b1'), undefined);
  });

  it('has undated statements in the margin', () => {
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'timeline', width: WIDTH });
    const undated = model.marks.filter(({ isUndated }) => isUndated);
    assert.deepEqual(undated.flatMap(({ ids }) => ids).sort(), ['a2', 'b4']);
    for (const { x } of undated) assert.equal(x, model.undatedAt);
  });

  it('draws a turn from the mark that is turned away from to the other one', () => {
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'timeline', width: WIDTH });
    const [turn, ...others] = model.turns;
    assert.deepEqual([turn?.ids, others], [['a1', 'b1'], []]);
    const [from, to] = ['a1', 'b1'].map((id) => model.marks.find(({ ids }) => ids.includes(id)));
    assert.deepEqual([turn?.from.x, turn?.from.y], [from?.x, from?.y]);
    assert.deepEqual([turn?.to.x, turn?.to.y], [to?.x, to?.y]);
    assert.equal(turn?.label, 'Ann on bridge: against in 2023-05, favor in 2024-07-11');
  });

  it('shows no more than the time that is asked for', () => {
    const span = { since: '2024-01-01', until: '2024-12-31' };
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'timeline', width: WIDTH, ...span });
    const dated = model.marks.filter(({ isUndated }) => !isUndated);
    assert.deepEqual(dated.flatMap(({ ids }) => ids).sort(), ['b1', 'b3']);
    assert.deepEqual(model.turns, []);
    assert.deepEqual([model.since, model.until], [span.since, span.until]);
  });
});

describe('the axis of time', () => {
  it('has as many ticks as there is space for, at beginnings of years, months and weeks', () => {
    const ticks = (since: string, until: string) =>
      new Axis({ since, until }, 0, 900).ticks().map(({ text }) => text);
    assert.deepEqual(ticks('2019-05-01', '2024-06-30'), ['2020', '2021', '2022', '2023', '2024']);
    assert.deepEqual(ticks('2024-01-15', '2024-04-15'), ['2024-02', '2024-03', '2024-04']);
    assert.deepEqual(ticks('2024-01-30', '2024-02-02').slice(0, 2), ['2024-01-30', '2024-01-31']);
    assert.ok(ticks('1000-01-01', '9999-12-31').length <= 11);
  });

  it('zooms around a point and back, and never out of the calendar', () => {
    const span = { since: '2024-01-01', until: '2024-12-29' };
    const nearer = zoomedSpan(span, 0.5, 0);
    assert.deepEqual(nearer, { since: '2024-01-01', until: '2024-06-30' });
    assert.deepEqual(movedSpan(nearer, 1), { since: '2024-07-01', until: '2024-12-29' });
    const all = zoomedSpan(span, 1e6, 0.5);
    assert.deepEqual(all, { since: '1000-01-01', until: '9999-12-31' });
    assert.deepEqual(movedSpan(all, 0.2), all);
  });
});
