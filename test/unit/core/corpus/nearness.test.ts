import assert from 'node:assert/strict';
import { byNearness } from '../../../../src/core/corpus/nearness';

describe('the nearest paths first', () => {
  it('goes by the folders that they have in common', () => {
    const paths = [
      'file:///c/2024/b.md',
      'file:///c/2025/五月/a.md',
      'file:///x/y.md',
      'file:///c/2025/z.md',
    ];
    assert.deepEqual(byNearness(paths, 'file:///c/2025/五月/b.md'), [
      'file:///c/2025/五月/a.md',
      'file:///c/2025/z.md',
      'file:///c/2024/b.md',
      'file:///x/y.md',
    ]);
  });

  it('leaves those that are as near in their order', () => {
    const paths = ['b/2.md', 'b/1.md', 'a/1.md'];
    assert.deepEqual(byNearness(paths, ''), paths);
    assert.deepEqual(byNearness([], 'a/b.md'), []);
  });
});
