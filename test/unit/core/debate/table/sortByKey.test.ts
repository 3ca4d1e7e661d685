import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortByKey } from '../../../../../src/core/debate/table/sortByKey';
import { runAtOnce, sortInSteps } from '../../../../../src/core/text/steps';

const compare = (a: number, b: number) => a - b;

describe('sorting in steps', () => {
  it('sorts as at once, those alike as they stand', () => {
    const many = Array.from({ length: 9_001 }, (_, n) => ({ key: (n * 7919) % 100, n }));
    const before = [...many];
    const sorted = runAtOnce(sortInSteps(many, (a, b) => a.key - b.key));
    assert.deepEqual(
      sorted,
      [...many].sort((a, b) => a.key - b.key || a.n - b.n),
    );
    assert.deepEqual(many, before);
  });

  it('by keys has what has none last, and those alike as they stand', () => {
    const anyKeys = fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }));
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const numbers = Uint32Array.from(keys.keys());
        const sorted = runAtOnce(sortByKey(numbers, (n) => keys[n], compare));
        const expected = [...keys.keys()].sort((a, b) => {
          const [one, other] = [keys[a] ?? Infinity, keys[b] ?? Infinity];
          return one === other ? a - b : one - other;
        });
        assert.deepEqual([...sorted], expected);
      }),
    );
  });

  it('takes many steps for many', () => {
    const numbers = Uint32Array.from({ length: 20_000 }, (_, n) => n);
    const steps = sortByKey(numbers, (n) => (n * 31) % 19_997, compare);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    assert.ok(count > 30, `${count} steps`);
  });
});
