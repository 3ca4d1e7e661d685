import assert from 'node:assert/strict';
import { anchorAll, type Anchoring, type Selector } from '../../../../src/core/anchoring';
import { CHINESE, ENGLISH } from './articles';

/** Describes a passage at an offset with little context: the article has the same twice. */
function describeAt(text: string, start: number, words: string): Selector {
  const end = start + words.length;
  return {
    exact: words,
    prefix: text.slice(start - 24, start),
    suffix: text.slice(end, end + 24),
    start,
    end,
  };
}

/** Articles whose middle paragraphs stand twice; a sentence in the midst of them, and a change. */
const ARTICLES = [
  {
    text: `${ENGLISH}\nIn the appendix of the minutes:\n\n${ENGLISH.slice(ENGLISH.indexOf('Mayor'))}`,
    words: 'Its speaker called the plan a postcard without an address.',
    changed: 'Its speaker called the paper a postcard without any address.',
    neighbour: 'She asked for a survey of the eastern pier before winter.',
  },
  {
    text: `${CHINESE}\n会议记录附录：\n\n${CHINESE.slice(CHINESE.indexOf('市长'))}`,
    words: '工会发言人把这份计划称为没有地址的明信片。',
    changed: '工会发言人把这份文件叫做没有地址的明信片。',
    neighbour: '她要求在入冬之前完成东码头的勘测。',
  },
] as const;

function anchored(text: string, ...selectors: readonly Selector[]): Anchoring {
  return anchorAll(text, selectors)[0] as Anchoring;
}

describe('a passage that stands twice with the same context', () => {
  it('is not taken for its copy when it was deleted', () => {
    for (const { text, words } of ARTICLES) {
      for (const start of [text.indexOf(words), text.lastIndexOf(words)]) {
        const now = text.slice(0, start) + text.slice(start + words.length);
        const { state } = anchored(now, describeAt(text, start, words));
        assert.ok(state === 'orphaned' || state === 'ambiguous', state);
      }
    }
  });

  it('is ambiguous when it was changed, with its place among the candidates', () => {
    for (const { text, words, changed } of ARTICLES) {
      for (const start of [text.indexOf(words), text.lastIndexOf(words)]) {
        const now = text.slice(0, start) + changed + text.slice(start + words.length);
        const result = anchored(now, describeAt(text, start, words));
        assert.equal(result.state, 'ambiguous');
        assert.ok(result.candidates.some(({ range }) => range.start === start));
      }
    }
  });

  it('is found changed where its neighbours tell that it is there', () => {
    for (const { text, words, changed, neighbour } of ARTICLES) {
      const start = text.indexOf(words);
      const now = `${text.slice(0, start)}${changed}${text.slice(start + words.length)}`;
      const result = anchored(
        now,
        describeAt(text, start, words),
        describeAt(text, text.indexOf(neighbour), neighbour),
      );
      assert.equal(result.state, 'changed');
      assert.equal(result.range.start, start);
    }
  });

  it('is still found where it is unchanged, or moved with its context', () => {
    for (const { text, words } of ARTICLES) {
      const start = text.indexOf(words);
      const result = anchored(text, describeAt(text, start, words));
      assert.equal(result.state, 'anchored');
      assert.equal(result.range.start, start);
      const half = text.slice(0, text.length / 2);
      const moved = anchored(
        `${half.slice(0, 40)}\n`.repeat(9) + half,
        describeAt(half, start, words),
      );
      assert.equal(moved.state, 'anchored');
    }
  });
});
