import assert from 'node:assert/strict';
import { Corpus, type CorpusItem } from '../../../../../src/core/corpus/corpus';
import { SameStatements } from '../../../../../src/workspace/annotations/suggestions/sameStatements';

const WORDS = '渡口每年要亏三十万元，镇里早就付不起这笔钱了。';

function item(article: string, id: string): CorpusItem {
  const annotation = { id, role: 'claim', speaker: '林岚', passages: [{ exact: WORDS }] };
  return { article, annotation, state: 'anchored' };
}

type Listener = (change: { articles: ReadonlySet<string>; annotations: 'many' }) => void;

describe('groups of same statements', () => {
  it('are never kept from before a change that came while they were looked for', async () => {
    const corpus = new Corpus();
    const listeners: Listener[] = [];
    const put = (key: string, held: CorpusItem[]) => {
      corpus.setArticle(key, key, held);
      for (const tell of listeners) tell({ articles: new Set([key]), annotations: 'many' });
    };
    const noEvent = () => ({ dispose: () => undefined });
    const index = {
      corpus,
      loadWorkspace: () => Promise.resolve(),
      onDidChange: (listener: Listener) => (listeners.push(listener), noEvent()),
    };
    let isFirst = true;
    const codebooks = {
      all: () => {
        // In the middle of a question, behind the words that it has read already.
        if (isFirst) queueMicrotask(() => put('c.md', [item('c.md', 'c1')]));
        isFirst = false;
        return [];
      },
      loadCodebooks: () => Promise.resolve(),
      onDidChange: noEvent,
    };
    put('a.md', [item('a.md', 'a1')]);
    put('b.md', [item('b.md', 'b1')]);
    const same = new SameStatements(index as never, codebooks as never);
    await same.groups();
    const [group] = await same.groups();
    assert.deepEqual([...(group?.ids ?? [])].sort(), ['a1', 'b1', 'c1']);
  });
});
