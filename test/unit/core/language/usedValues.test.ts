import assert from 'node:assert/strict';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { UsedValues } from '../../../../src/core/language/usedValues';
import type { Annotation } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';

const annotation = (id: string, fields: Partial<Annotation>) => ({
  article: '',
  state: undefined,
  annotation: { id, role: 'claim', passages: [{ exact: 'x' }], ...fields } as Annotation,
});

describe('the values in use', () => {
  const set = (corpus: Corpus, key: string, ...all: readonly Partial<Annotation>[]) => {
    corpus.setArticle(
      key,
      key,
      all.map((fields, i) => annotation(`${key}${i}`, fields)),
    );
  };
  const speakers = (used: UsedValues) =>
    [...used.valuesOf('speaker')].sort().map((name) => `${name} ${used.countOf('speaker', name)}`);

  it('are counted by article, and follow what changes', () => {
    const [corpus, used] = [new Corpus(), new UsedValues()];
    set(corpus, 'a', { speaker: '李明', tags: ['cost', 'cost', 'time'] }, { speaker: '李明' });
    set(corpus, 'b', { speaker: '王芳', creator: 'me' });
    runAtOnce(used.update(corpus));
    assert.deepEqual(speakers(used), ['李明 2', '王芳 1']);
    assert.equal(used.countOf('tag', 'cost'), 1);
    assert.deepEqual([...used.articlesOf('creator', 'me').keys()], ['b']);

    set(corpus, 'a', { speaker: '王芳' });
    set(corpus, 'b');
    used.touch(new Set(['a', 'b']));
    runAtOnce(used.update(corpus));
    assert.deepEqual(speakers(used), ['王芳 1']);
    assert.deepEqual([...used.valuesOf('tag'), ...used.valuesOf('creator')], []);
  });

  it('are all there whoever broke off before', () => {
    const [corpus, used] = [new Corpus(), new UsedValues()];
    for (let i = 0; i < 250; i++) set(corpus, `a${i}`, { speaker: '李明' });
    used.update(corpus).next();
    assert.ok(used.countOf('speaker', '李明') < 250, 'not all at once');
    runAtOnce(used.update(corpus));
    assert.equal(used.countOf('speaker', '李明'), 250);
  });

  it('looks at nothing that didn’t change', () => {
    const [corpus, used] = [new Corpus(), new UsedValues()];
    for (let i = 0; i < 250; i++) set(corpus, `a${i}`, { speaker: '李明' });
    runAtOnce(used.update(corpus));
    const asked: string[] = [];
    const counting = {
      articleKeys: () => corpus.articleKeys(),
      contentOf: (key: string) => {
        asked.push(key);
        return corpus.contentOf(key);
      },
    };
    runAtOnce(used.update(counting));
    used.touch(new Set(['a7']));
    runAtOnce(used.update(counting));
    assert.deepEqual(asked, ['a7']);
  });
});
