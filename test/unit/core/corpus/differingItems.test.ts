import assert from 'node:assert/strict';
import type { CorpusItem } from '../../../../src/core/corpus/corpus';
import { differingItems } from '../../../../src/core/corpus/differingItems';

const item = (id: string, state: CorpusItem['state'] = 'anchored'): CorpusItem => ({
  article: 'a.md',
  annotation: { id, role: 'claim', passages: [{ exact: id }] },
  state,
});

describe('differingItems', () => {
  const [a, b, c] = [item('a'), item('b'), item('c')];

  it('has none where nothing changed', () => {
    assert.deepEqual(differingItems([], []), []);
    assert.deepEqual(differingItems([a, b], [{ ...a }, b]), []);
  });

  it('has what came and went', () => {
    assert.deepEqual(differingItems([a, b], [b, c]), [a, c]);
  });

  it('has both sides of what changed', () => {
    const [renamed, gone] = [item('a'), { ...b, state: 'orphaned' as const }];
    assert.deepEqual(differingItems([a, b, c], [renamed, gone, c]), [a, b, renamed, gone]);
  });

  it('has what is typed in now, or isn’t any more', () => {
    const typed = { ...a, isTypedIn: true };
    assert.deepEqual(differingItems([a, b], [typed, b]), [a, typed]);
    assert.deepEqual(differingItems([a], [{ ...a, isTypedIn: false }]), []);
  });

  it('has all where only their order changed', () => {
    assert.deepEqual(differingItems([a, b], [b, a]), [b, a]);
  });
});
