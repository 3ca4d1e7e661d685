import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoWeek } from '../../../../src/core/network/isoWeek';
import { makeNetwork, networkInSteps } from '../../../../src/core/network/network';
import {
  DUPLICATES,
  NODES,
  ONE_MODE_AGGREGATIONS,
  ONE_MODE_NORMALIZATIONS,
  requireNetworkOptions,
  TWO_MODE_AGGREGATIONS,
  TWO_MODE_NORMALIZATIONS,
  type NetworkOptions,
} from '../../../../src/core/network/options';
import type { Statement } from '../../../../src/core/network/statement';
import { naiveNetwork } from './naiveNetwork';

const DATES = ['2020', '2020-12', '2020-12-28', '2021-01-01', '2021-01-03', '2021-01-04', '2021'];

const aStatement: fc.Arbitrary<Statement> = fc.record({
  speaker: fc.constantFrom('a', 'é', '李', '\u{20000}'),
  topic: fc.constantFrom('t', '成本', '\uff5e'),
  stance: fc.constantFrom('favor', 'against'),
  date: fc.constantFrom(...DATES, undefined),
  article: fc.constantFrom('x.md', 'y.md'),
});

const maybeDate = fc.constantFrom(...DATES, undefined);
const anyOptions: fc.Arbitrary<NetworkOptions> = fc
  .oneof(
    fc.record({
      kind: fc.constant('one-mode'),
      nodes: fc.constantFrom(...NODES),
      aggregation: fc.constantFrom(...ONE_MODE_AGGREGATIONS),
      normalization: fc.constantFrom(...ONE_MODE_NORMALIZATIONS),
      duplicates: fc.constantFrom(...DUPLICATES),
      since: maybeDate,
      until: maybeDate,
    }),
    fc.record({
      kind: fc.constant('two-mode'),
      aggregation: fc.constantFrom(...TWO_MODE_AGGREGATIONS),
      normalization: fc.constantFrom(...TWO_MODE_NORMALIZATIONS),
      duplicates: fc.constantFrom(...DUPLICATES),
      since: maybeDate,
      until: maybeDate,
    }),
  )
  .map(requireNetworkOptions);

describe('a network', () => {
  it('is what the formulas say, cell by cell', () => {
    fc.assert(
      fc.property(fc.array(aStatement, { maxLength: 14 }), anyOptions, (statements, options) => {
        const { rows, columns, matrix } = makeNetwork(statements, options);
        const naive = naiveNetwork(statements, options);
        assert.deepEqual([rows, columns], [naive.rows, naive.columns]);
        assert.deepEqual(
          matrix.map((row) => row.length),
          naive.matrix.map((row) => row.length),
        );
        matrix.forEach((row, i) =>
          row.forEach((value, j) => {
            assert.ok(Math.abs(value - (naive.matrix[i]?.[j] ?? NaN)) <= 1e-12);
            assert.ok(!Object.is(value, -0));
          }),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('is symmetric between nodes of one mode, with nothing on the diagonal', () => {
    fc.assert(
      fc.property(fc.array(aStatement, { maxLength: 14 }), anyOptions, (statements, options) => {
        if (options.kind === 'two-mode') return;
        const { matrix } = makeNetwork(statements, options);
        matrix.forEach((row, i) =>
          row.forEach((value, j) => assert.equal(value, i === j ? 0 : matrix[j]?.[i])),
        );
      }),
    );
  });

  it('of many statements lets others have their turn, whatever is left out', () => {
    const statements = Array.from({ length: 40_000 }, (_, n) => ({
      ...{ article: `a${n % 90}.md`, speaker: `S${n % 50}`, topic: `t${n % 20}` },
      ...{ stance: 'favor' as const, date: `20${10 + (n % 15)}-0${1 + (n % 9)}-11` },
    }));
    const stepsWith = (given: object) => [
      ...networkInSteps(statements, requireNetworkOptions(given)),
    ];
    const all = stepsWith({}).length;
    // Sorting them by date takes twenty runs and some merges alone.
    assert.ok(stepsWith({ duplicates: 'week' }).length > 30 && all > 0);
    assert.ok(stepsWith({ since: '2012' }).length > all);
  });

  it('is empty without statements', () => {
    const empty = { rows: [], columns: [], matrix: [] };
    assert.deepEqual(makeNetwork([], requireNetworkOptions({})), empty);
    assert.deepEqual(makeNetwork([], requireNetworkOptions({ kind: 'two-mode' })), empty);
  });

  it('keeps the earliest of two stances where stances don’t matter', () => {
    const said = (stance: Statement['stance'], date: string): Statement => ({
      speaker: 'a',
      topic: 't',
      stance,
      date,
      article: 'x.md',
    });
    const other: Statement = { ...said('favor', '2020'), speaker: 'b' };
    const weight = (...own: Statement[]) =>
      makeNetwork(
        [...own, other],
        requireNetworkOptions({
          aggregation: 'ignore',
          normalization: 'jaccard',
          duplicates: 'document',
        }),
      ).matrix[0]?.[1];
    assert.equal(weight(said('against', '2021'), said('favor', '2020')), 1);
    assert.equal(weight(said('against', '2020'), said('favor', '2021')), 0.5);
  });
});

describe('the week of a day', () => {
  it('has the year of its Thursday', () => {
    assert.deepEqual(
      ['2020-12-27', '2020-12-28', '2021-01-03', '2021-01-04', '2024-12-30', '2027-01-01'].map(
        isoWeek,
      ),
      ['2020-W52', '2020-W53', '2020-W53', '2021-W01', '2025-W01', '2026-W53'],
    );
  });
});

describe('the options of a network', () => {
  it('have a usual value each', () => {
    assert.deepEqual(requireNetworkOptions({}), {
      kind: 'one-mode',
      nodes: 'speaker',
      aggregation: 'congruence',
      normalization: 'no',
      duplicates: 'include',
    });
    assert.deepEqual(requireNetworkOptions({ kind: 'two-mode', since: '2024' }), {
      kind: 'two-mode',
      aggregation: 'ignore',
      normalization: 'no',
      duplicates: 'include',
      since: '2024',
    });
  });

  it('are refused where they aren’t possible, with those that are', () => {
    const refused = (given: object, message: RegExp) =>
      assert.throws(() => requireNetworkOptions(given), message);
    refused({ kind: 'three-mode' }, /“kind” must be "one-mode" \| "two-mode"/);
    refused({ aggregation: 'combine' }, /“aggregation” must be "ignore" \| "congruence"/);
    refused({ kind: 'two-mode', aggregation: 'conflict' }, /"combine"/);
    refused({ kind: 'two-mode', normalization: 'cosine' }, /"activity"/);
    refused({ nodes: 'article' }, /“nodes” must be "speaker" \| "topic"/);
    refused({ duplicates: true }, /acrossrange/);
    refused({ since: '2024-02-30' }, /“since” must be a date/);
    refused({ until: 2024 }, /“until” must be a date/);
  });
});
