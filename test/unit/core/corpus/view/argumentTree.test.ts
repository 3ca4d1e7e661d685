import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ArgumentTree } from '../../../../../src/core/corpus/view/argumentTree';
import { corpusOf, type Article } from '../query/queries';

/** Annotations of one article, each with the ids that it links to. */
function treeOf(links: Readonly<Record<string, readonly string[]>>): ArgumentTree {
  const held = Object.entries(links).map(([id, targets]) => ({
    annotation: {
      id,
      role: 'claim',
      passages: [{ exact: '一' }],
      links: targets.map((target) => ({ type: 'rebuts', target })),
    },
    state: undefined,
  }));
  const article: Article = { path: 'a.md', published: undefined, isPacked: true, held };
  const tree = new ArgumentTree();
  Array.from(tree.read(corpusOf([article]).corpus));
  return tree;
}

describe('arguments', () => {
  it('have what links to an annotation below it', () => {
    const tree = treeOf({
      evidence: ['claim'],
      claim: [],
      rebuttal: ['claim'],
      answer: ['rebuttal'],
    });
    assert.deepEqual(tree.top(), ['claim']);
    assert.deepEqual([...tree.below('claim')], ['evidence', 'rebuttal']);
    assert.deepEqual([...tree.below('rebuttal')], ['answer']);
    assert.equal(tree.above('answer'), 'rebuttal');
    assert.deepEqual([...tree.within('rebuttal')].sort(), ['answer', 'rebuttal']);
  });

  it('leave out what isn’t linked, links to nothing and to itself', () => {
    const tree = treeOf({ alone: [], lost: ['gone'], vain: ['vain'], a: ['b'], b: [] });
    assert.deepEqual(tree.top(), ['b']);
    assert.deepEqual(
      ['alone', 'lost', 'vain', 'a', 'b'].filter((id) => tree.isLinked(id)),
      ['a', 'b'],
    );
  });

  it('begin a circle with what is read first', () => {
    assert.deepEqual(treeOf({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }).top(), ['a']);
  });

  it('show every linked annotation somewhere', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const links = fc.dictionary(id, fc.array(id, { maxLength: 3 }), { maxKeys: 6 });
    fc.assert(
      fc.property(links, (given) => {
        const tree = treeOf(given);
        const shown = new Set(tree.top().flatMap((top) => [...tree.within(top)]));
        assert.deepEqual(
          [...shown].sort(),
          Object.keys(given)
            .filter((one) => tree.isLinked(one))
            .sort(),
        );
      }),
    );
  });
});
