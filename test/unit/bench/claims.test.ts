import assert from 'node:assert/strict';
import { claimsRows } from '../../bench/claims';

describe('the benchmark of claims', () => {
  it('counts the same as a program that reads all, cold and warm, on corpora of two sizes', function () {
    this.timeout(120_000);
    const rows = claimsRows([10, 60], 1);
    assert.deepEqual(
      rows.map(({ goal }) => goal),
      ['≤ 1.5 ×', undefined, '≤ 0.3 ×', undefined],
    );
    for (const { ours, floor } of rows) assert.match(`${ours} ${floor}`, /\d.*\d/);
  });
});
