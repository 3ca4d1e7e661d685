import assert from 'node:assert/strict';
import fc from 'fast-check';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';
import { parseFilter } from '../../../../src/core/corpus/query/filter';
import { findRows } from '../../../../src/core/corpus/query/findRows';
import { MATRIX_COLUMNS, MATRIX_ORDERS } from '../../../../src/core/debate';
import { similarityOrder } from '../../../../src/core/debate/matrix/similarityOrder';
import { runAtOnce } from '../../../../src/core/text/steps';
import { anyArticles, corpusOf } from '../corpus/query/queries';
import { debateOf, modelOf, SMALL_DEBATE } from './debates';

const WIDTH = 800;

describe('the matrix', () => {
  it('has in each cell what the list finds for its speaker and column', () => {
    fc.assert(
      fc.property(
        anyArticles,
        fc.constantFrom(...MATRIX_COLUMNS),
        fc.constantFrom(...MATRIX_ORDERS),
        (articles, columns, order) => {
          const queried = corpusOf(articles);
          const vocabulary = vocabularyOf(undefined);
          const context = { ...queried, vocabulary, titleOf: () => undefined };
          const model = modelOf(context, { view: 'matrix', columns, order, width: WIDTH });
          for (const [r, { value: speaker }] of model.rows.entries())
            for (const [c, { value }] of model.columns.entries()) {
              // A month finds the year that it lies in, too: those are looked for by themselves.
              if (columns === 'month') continue;
              const given = { speaker: speaker ?? null, [columns]: value ?? null };
              const { filter } = parseFilter(given);
              // A path may have the signs of patterns.
              if (filter === undefined || /[[{]/.test(value ?? '')) continue;
              const rows = [...findRows(context.corpus, filter, context)];
              const listed = rows.map(({ article, i }) => article.ids[i]);
              const cell = model.cells.find(({ row, column }) => row === r && column === c);
              assert.deepEqual(cell?.ids ?? [], listed);
            }
          const all = model.cells.flatMap(({ ids }) => ids);
          assert.equal(all.length, model.total);
          for (const { ids, count, stances, shares } of model.cells) {
            assert.equal(count, ids.length);
            assert.equal(
              stances.favor +
                stances.against +
                stances.neutral +
                stances.otherStance +
                stances.uncoded,
              count,
            );
            const sum = shares.reduce((total, { share }) => total + share, 0);
            assert.ok(Math.abs(sum - 1) < 1e-9);
          }
          const counts = model.rows.reduce((sum, { count }) => sum + count, 0);
          assert.equal(counts, model.total);
        },
      ),
    );
  });

  it('has the largest rows and columns first, and what is not set last', () => {
    const { rows, columns, cells } = modelOf(debateOf(SMALL_DEBATE), {
      view: 'matrix',
      width: WIDTH,
    });
    assert.deepEqual(
      rows.map(({ text, count }) => [text, count]),
      [
        ['Ann', 3],
        ['李明', 2],
        ['Bo', 1],
        ['No speaker', 1],
      ],
    );
    assert.deepEqual(
      columns.map(({ value }) => value),
      ['bridge', '大桥', undefined],
    );
    assert.deepEqual(cells[0]?.text, '▲1 ▼1 ◆1');
    assert.equal(cells[0].label, 'Ann, bridge: 3 (1 favor, 1 against, 1 neutral)');
  });

  it('stands those next to each other that say the same', () => {
    const same = [
      [9, 0],
      [0, 9],
      [8, 1],
      [1, 7],
      [0, 0],
    ];
    const vectors = same.map((one) => Float64Array.from(one));
    assert.deepEqual(runAtOnce(similarityOrder(vectors)), [0, 2, 3, 1, 4]);
    assert.deepEqual(runAtOnce(similarityOrder([])), []);
  });

  it('has months in time, with the last one where there are many', () => {
    const model = modelOf(debateOf(SMALL_DEBATE), {
      view: 'matrix',
      columns: 'month',
      width: WIDTH,
    });
    assert.deepEqual(
      model.columns.map(({ value }) => value),
      ['2023', '2023-05', '2023-12', '2024-01', '2024-07', undefined],
    );
  });

  it('says how to begin where there are no topics, and where there is nothing', () => {
    const untopical = modelOf(debateOf({ 'a.md': [{ id: 'a', speaker: 'Ann' }] }), {
      ...{ view: 'matrix', width: WIDTH },
    });
    assert.match(untopical.notices.join(), /has a topic yet/);
    assert.equal(untopical.isEmpty, false);
    const nothing = modelOf(debateOf({}), { view: 'matrix', width: WIDTH });
    assert.match(nothing.notices.join(), /no annotations/);
    assert.equal(nothing.isEmpty, true);
  });

  it('shows the largest of 5,000 speakers, and says how many are left out', () => {
    const said = Array.from({ length: 5_001 }, (_, n) => ({
      ...{ id: `x${n}`, speaker: `Speaker ${n % 5_000}`, topic: `topic ${n % 100}` },
    }));
    const model = modelOf(debateOf({ 'a.md': said }), {
      ...{ view: 'matrix', order: 'similarity', width: WIDTH },
    });
    assert.equal(model.rows.length, 300);
    assert.equal(model.rows[0]?.value, 'Speaker 0');
    assert.deepEqual(model.notices, [
      'Speakers: the 300 largest of 5000 are shown, 4700 are left out. Filter to see them.',
      'Topics: the 60 largest of 100 are shown, 40 are left out. Filter to see them.',
    ]);
  });
});
