import assert from 'node:assert/strict';
import { Corpus, type CorpusItem } from '../../../../src/core/corpus/corpus';
import { linkCandidates } from '../../../../src/core/corpus/linkCandidates';

const item = (article: string, id: string, exact: string, more: object = {}): CorpusItem => ({
  article,
  annotation: { id, role: 'claim', passages: [{ exact }], ...more },
  state: undefined,
});

function candidates(source: CorpusItem, ...items: CorpusItem[]): string[] {
  const corpus = new Corpus();
  const all = [source, ...items];
  for (const key of new Set(all.map(({ article }) => article)))
    corpus.setArticle(
      key,
      key,
      all.filter(({ article }) => article === key),
    );
  const steps = linkCandidates(corpus, source);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.map(({ annotation }) => annotation.id);
  }
}

describe('candidates for a link', () => {
  it('have words, topic and article in common with the annotation, the more the better', () => {
    const source = item('a', 'r', '说桥要塌是危言耸听', { role: 'rebuttal', topic: '桥' });
    const found = candidates(
      source,
      item('a', 'other', '税要涨'),
      item('a', 'near', '桥要塌了', { topic: '桥' }),
      item('b', 'far', '桥很快就要塌', { topic: '桥' }),
      item('b', 'topic', '修桥太贵', { topic: '桥' }),
      item('b', 'unrelated', '桥要塌了', { topic: 'else' }),
    );
    assert.deepEqual(found, ['near', 'far', 'topic', 'other']);
  });

  it('are the article’s own where no topic is set, never the annotation itself', () => {
    const source = item('a', 'r', 'It is not true');
    assert.deepEqual(candidates(source, item('a', 'x', 'So'), item('b', 'y', 'So')), ['x']);
  });
});
