import assert from 'node:assert/strict';
import { bundleRows } from '../../bench/bundle';

describe('the benchmark of the bundles', () => {
  it('builds them as shipped, and activates the desktop’s outside of VS Code', function () {
    this.timeout(20_000);
    const rows = bundleRows(1);
    assert.match(rows[0]?.what ?? '', /^activation: load \(\d+ ms\)/);
    assert.ok(rows.slice(1).every(({ ours }) => /^\d{2,4} kB/.test(ours)));
  });
});
