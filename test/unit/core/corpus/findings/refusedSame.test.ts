import { strict as assert } from 'node:assert';
import { Corpus } from '../../../../../src/core/corpus/corpus';
import type { Annotation } from '../../../../../src/core/model/types';
import { pairsWith, refusedPairs } from '../../../../../src/core/corpus/findings/refusedSame';
import { groupsOf, indexCorpus } from '../../../../../src/core/same/sameInCorpus';
import { runAtOnce } from '../../../../../src/core/text/steps';

const finding = (...ids: string[]) => ({ kind: 'same', ids });

describe('refused groups of same statements', () => {
  it('part each of a list from each other one', () => {
    const isRefused = refusedPairs([
      finding('a', 'b', 'c'),
      finding('a', 'd'),
      { kind: 'turn', ids: ['x', 'y'] },
    ]);
    assert.ok(isRefused('a', 'c') && isRefused('c', 'b') && isRefused('d', 'a'));
    assert.ok(!isRefused('b', 'd') && !isRefused('x', 'y') && !isRefused('e', 'a'));
  });

  it('part one from all others when it is taken out', () => {
    assert.deepEqual(pairsWith('b', ['a', 'b', 'c']), [
      ['b', 'a'],
      ['b', 'c'],
    ]);
  });

  it('aren’t proposed again', () => {
    const said = (id: string): Annotation => ({
      id,
      role: 'claim',
      speaker: '林岚',
      passages: [{ exact: '渡口不能关，关了谁也过不了河，孩子上不了学' }],
    });
    const corpus = new Corpus((name) => name);
    for (const id of ['a', 'b', 'c'])
      corpus.setArticle(id, id, [{ article: id, annotation: said(id), state: 'anchored' }]);
    const index = runAtOnce(indexCorpus(corpus));
    const groups = (...findings: ReturnType<typeof finding>[]) =>
      runAtOnce(groupsOf(index, corpus, refusedPairs(findings))).map(({ ids }) => ids.join());
    assert.deepEqual(groups(), ['a,b,c']);
    assert.deepEqual(groups(finding('a', 'b', 'c')), []);
    assert.deepEqual(groups(...pairsWith('b', ['a', 'b', 'c']).map((pair) => finding(...pair))), [
      'a,c',
    ]);
  });
});
