import assert from 'node:assert/strict';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { knownSpeakers } from '../../../../src/core/corpus/knownSpeakers';

describe('known speakers', () => {
  it('are those of the codebook, and then those in use, each once', () => {
    const corpus = new Corpus((name) => (name === 'Lin' ? '林涛' : name));
    const items = ['Lin', '周敏', '安娜', undefined].map((speaker, index) => ({
      article: 'a.md',
      annotation: {
        id: `a${index}`,
        role: 'claim',
        passages: [{ exact: 'x' }],
        ...(speaker !== undefined && { speaker }),
      },
      state: 'anchored' as const,
    }));
    corpus.setArticle('a.md', 'a.md', items);
    assert.deepEqual(knownSpeakers(corpus, [{ name: '林涛', aliases: ['Lin'] }]), [
      { name: '林涛', aliases: ['Lin'] },
      { name: '周敏', aliases: [] },
      { name: '安娜', aliases: [] },
    ]);
  });
});
