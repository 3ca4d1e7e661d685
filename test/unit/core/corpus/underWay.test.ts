import assert from 'node:assert/strict';
import { packArticles } from '../../../../src/core/corpus/packed/packArticles';
import { UnderWay } from '../../../../src/core/corpus/underWay';

describe('what became known while sidecars are read', () => {
  const read = () => ({
    packed: packArticles(
      ['a.md', '文.md', 'c.md'].map((name) => ({ name, metadata: {}, annotations: [], lines: [] })),
    ),
    found: [[1], 'missing', [2, 4]],
    careful: ['broken.md'],
    gone: ['旧.md'],
    done: 5,
    total: 7,
  });
  const keysOf = ({ packed, careful, gone }: ReturnType<typeof read>) => [
    ...packed.articles.map(({ name }) => name),
    ...careful,
    ...gone,
  ];

  it('leaves what is read as it is where nothing did', () => {
    const { kept, older } = new UnderWay().sift(read());
    assert.deepEqual(kept, read());
    assert.deepEqual(older, []);
  });

  it('takes out the sidecars that are known better, whatever was read of them', () => {
    const underWay = new UnderWay();
    for (const key of ['文.md', 'broken.md', '旧.md', 'else.md']) underWay.overtakeSidecar(key);
    const { kept, older } = underWay.sift(read());
    assert.deepEqual(keysOf(kept), ['a.md', 'c.md']);
    assert.deepEqual(kept.found, [[1], [2, 4]]);
    assert.deepEqual(older, ['文.md', 'broken.md', '旧.md']);
    assert.deepEqual([kept.done, kept.total], [5, 7]);
  });

  it('doubts what was found in articles that changed since', () => {
    const underWay = new UnderWay();
    underWay.overtakeArticle('文.md');
    underWay.overtakeArticle('c.md');
    const { kept, older } = underWay.sift(read());
    assert.deepEqual(kept.found, [[1], undefined, undefined]);
    assert.deepEqual(keysOf(kept), keysOf(read()));
    assert.deepEqual(older, []);
  });

  it('counts for what is under way only, not for what is read from now on', () => {
    const underWay = new UnderWay();
    underWay.overtakeSidecar('a.md');
    underWay.overtakeArticle('c.md');
    underWay.begin();
    const { kept, older } = underWay.sift(read());
    assert.deepEqual(kept, read());
    assert.deepEqual(older, []);
  });
});
