import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UNITS } from '../../../../src/core/network/days';
import { makeNetwork } from '../../../../src/core/network/network';
import { requireNetworkOptions } from '../../../../src/core/network/options';
import type { Statement } from '../../../../src/core/network/statement';
import { networkWindows } from '../../../../src/core/network/windows';

const said = (date: string | undefined, speaker = 'a'): Statement => ({
  speaker,
  topic: 't',
  stance: 'favor',
  date,
  article: 'x.md',
});
const options = requireNetworkOptions({ kind: 'two-mode' });
const stretches = (
  dates: readonly (string | undefined)[],
  unit: (typeof UNITS)[number],
  size = 1,
  step = 1,
  more: object = {},
) =>
  [
    ...networkWindows(
      dates.map((date) => said(date)),
      { ...options, ...more },
      { unit, size, step },
    ),
  ].map(({ since, until, network }) => `${since} ${until} ${network.matrix.flat().join()}`);

describe('a moving window', () => {
  it('goes from the first unit to the last one, months as long as they are', () => {
    assert.deepEqual(stretches(['2024-01-31', '2024-03-01', undefined], 'month'), [
      '2024-01-01 2024-01-31 1',
      '2024-02-01 2024-02-29 ',
      '2024-03-01 2024-03-31 1',
    ]);
    assert.deepEqual(stretches(['2024-01-03', '2024-01-08'], 'week'), [
      '2024-01-01 2024-01-07 1',
      '2024-01-08 2024-01-14 1',
    ]);
    assert.deepEqual(stretches(['2024-02-28', '2024-03-01'], 'day', 2), [
      '2024-02-28 2024-02-29 1',
      '2024-02-29 2024-03-01 1',
    ]);
    assert.deepEqual(stretches(['2020-05', '2023'], 'year', 2, 2), [
      '2020-01-01 2021-12-31 1',
      '2022-01-01 2023-12-31 1',
    ]);
  });

  it('has a statement of a year in all windows of the year', () => {
    assert.equal(stretches(['2024'], 'month').length, 12);
    assert.ok(stretches(['2024'], 'month').every((one) => one.endsWith(' 1')));
  });

  it('keeps to the time that is asked for, and is none without dates', () => {
    assert.deepEqual(stretches(['2023-05-05', '2024-02-02'], 'year', 1, 1, { since: '2024' }), [
      '2024-01-01 2024-12-31 1',
    ]);
    assert.deepEqual(stretches([undefined], 'year'), []);
  });

  it('is refused without a length, and where there are too many', () => {
    assert.throws(() => stretches(['2024'], 'day', 0), /1 or more/);
    assert.throws(() => stretches(['2024'], 'day', 1, 0.5), /1 or more/);
    assert.throws(() => stretches(['1000', '2024'], 'day'), /larger step/);
  });

  it('gives the network of its days, and leaves out no statement that is dated', () => {
    const date = fc
      .date({ min: new Date('2019-11-01'), max: new Date('2021-03-01'), noInvalidDate: true })
      .chain((day) =>
        fc.constantFrom(4, 7, 10).map((length) => day.toISOString().slice(0, length)),
      );
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...UNITS),
        fc.integer({ min: 1, max: 5 }),
        (dates, unit, size) => {
          const statements = dates.map((one, n) => said(one, `s${n}`));
          const windows = [...networkWindows(statements, options, { unit, size, step: size })];
          const seen = new Set(windows.flatMap(({ network }) => network.rows));
          assert.equal(seen.size, statements.length);
          for (const { since, until, network } of windows)
            assert.deepEqual(network, makeNetwork(statements, { ...options, since, until }));
        },
      ),
    );
  });
});
