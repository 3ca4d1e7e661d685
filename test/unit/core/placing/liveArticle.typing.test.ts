import assert from 'node:assert/strict';
import { inverse, MarkedText, randomEdit, turnNumbers, smallest } from './edits';
import {
  ARTICLES,
  CHINESE,
  EDITS,
  ENGLISH,
  QUOTES,
  TEXT,
  edit,
  opened,
  randomArticle,
  rangeOf,
  saveTyped,
  statesOf,
  textOf,
  wordsOf,
} from './openArticles';

describe('LiveArticle', () => {
  describe('while the analyst types', () => {
    it('moves passages along and leaves them untouched otherwise', () => {
      const live = opened();
      const before = live.placed.map((one) => one.annotation);
      for (const [was, now] of [
        ['李彦宏在', '𠮷李彦宏昨天在'],
        ['Later that evening', 'Later'],
        ['没有人', ''],
        ['“Closed ones,” she added, ', ''],
        [`said that ${ENGLISH}.`, `said that ${ENGLISH}, she thinks.`],
      ] as const)
        edit(live, was, now);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [[...QUOTES], ['anchored', 'anchored', 'anchored']],
      );
      assert.deepEqual(saveTyped(live), []);
      live.placed.forEach((one, i) => assert.equal(one.annotation, before[i]));
    });

    it('says when something must be drawn again', () => {
      const live = opened();
      const at = (offset: number, text: string) =>
        live.applyChanges([{ start: offset, end: offset, text }]);
      const { start, end } = rangeOf(TEXT, ENGLISH);
      assert.deepEqual(at(0, 'x'), { redraw: false, lost: false, torn: false });
      assert.deepEqual(
        at(start + 1, 'x'),
        { redraw: false, lost: false, torn: false },
        'at the edge, moved by one before',
      );
      assert.deepEqual(at(start + 5, 'x'), { redraw: true, lost: false, torn: false });
      assert.deepEqual(live.applyChanges([{ start: start + 5, end: start + 6, text: '' }]), {
        redraw: true,
        lost: false,
        torn: false,
      });
      assert.deepEqual(live.applyChanges([{ start: 0, end: end + 10, text: '' }]), {
        redraw: true,
        lost: true,
        torn: false,
      });
      assert.deepEqual(
        at(0, 'x'),
        { redraw: false, lost: true, torn: false },
        'nothing new, but something to look for',
      );
    });

    it('knows a passage for changed while it has other words, and for anchored once it has its own again', () => {
      const live = opened();
      const undo = edit(live, '一种智商税', '一种慈善');
      assert.deepEqual(
        [statesOf(live)[0], wordsOf(live)[0]],
        ['changed', '开源模型其实是一种慈善'],
      );
      live.applyChanges(undo);
      assert.deepEqual([statesOf(live)[0], wordsOf(live)[0]], ['anchored', CHINESE]);
      assert.deepEqual(saveTyped(live), []);
    });

    it('changes nothing when the whole text is put in anew, or its line ends alone change', () => {
      const live = opened();
      const { article } = live;
      for (const text of [TEXT, TEXT.replaceAll('\n', '\r\n').replace(/\r\n?/g, '\n')]) {
        assert.deepEqual(live.applyChanges([{ start: 0, end: TEXT.length, text }]), {
          redraw: false,
          lost: false,
          torn: false,
        });
      }
      assert.deepEqual(live.applyChanges([]), { redraw: false, lost: false, torn: false });
      assert.equal(live.article, article);
      assert.deepEqual([wordsOf(live), saveTyped(live)], [[...QUOTES], []]);
    });

    it('follows a formatter that puts in the whole text with a few words changed', () => {
      const live = opened();
      live.applyChanges([
        { start: 0, end: TEXT.length, text: TEXT.replace('always cost', 'always, always cost') },
      ]);
      assert.deepEqual(statesOf(live), ['anchored', 'changed', 'anchored']);
      assert.equal(wordsOf(live)[1], 'open models would always, always cost less to run');
    });

    it('keeps characters of two units whole at a passage’s edges', () => {
      const live = opened(['😀。\n\nAnn', '回答他'], TEXT);
      edit(live, '他😀', '');
      assert.deepEqual(wordsOf(live), ['。\n\nAnn', '回答'], 'cut across both edges: what remains');
      const emoji = opened(['😀。\n\nAnn'], TEXT);
      edit(emoji, '😀', '😁');
      assert.deepEqual([wordsOf(emoji), statesOf(emoji)], [['😁。\n\nAnn'], ['changed']]);
      edit(emoji, '回答他😁', '回答他𝘀');
      assert.deepEqual(saveTyped(emoji)[0]?.passages[0]?.exact, '𝘀。\n\nAnn');
    });

    it('follows any edits of any texts as if every character carried its passages’ marks', () => {
      for (let turn = 1; turn <= ARTICLES; turn++) {
        const random = turnNumbers(turn);
        const { live, ranges } = randomArticle(random);
        const marked = new MarkedText(textOf(live), ranges);
        for (let done = 0; done < EDITS; done++) {
          const before = textOf(live);
          const changes = randomEdit(random, before);
          live.applyChanges(changes);
          marked.apply(changes.map((one) => smallest(one, before)));
          const context = () => JSON.stringify({ turn, done, before, changes });
          assert.equal(textOf(live), marked.text, context());
          live.placed.forEach(
            (
              {
                annotation: {
                  passages: [quote],
                },
                passages: [place],
              },
              mark,
            ) => {
              const [range, expected] = [place?.range, marked.rangeOf(mark)];
              const words = range && marked.text.slice(range.start, range.end);
              assert.equal(
                place?.state,
                range === undefined ? 'orphaned' : words === quote?.exact ? 'anchored' : 'changed',
                context(),
              );
              // Words cut from an edge may have come back beside what was left: then the quote
              // stands whole again.
              if (
                range &&
                expected &&
                words === quote?.exact &&
                range.start <= expected.start &&
                range.end >= expected.end
              )
                marked.mark(mark, range);
              else assert.deepEqual(range, expected, context());
            },
          );
        }
      }
    });

    it('is back where it was once an edit is taken back, unless nothing of a passage was left', () => {
      for (let turn = 1; turn <= ARTICLES; turn++) {
        const random = turnNumbers(turn);
        // No character twice: else a quote might be whole for a while with another one's help.
        const { live } = randomArticle(
          random,
          Array.from({ length: 50 }, (_, i) =>
            String.fromCodePoint((i % 7 === 0 ? 0x21000 : 0x4e00) + i),
          ).join(''),
        );
        for (let done = 0; done < 10; done++) {
          const before = textOf(live);
          const changes = randomEdit(random, before);
          const places = live.placed.map(({ passages }) =>
            passages.map(({ state, range }) => [state, range]),
          );
          live.applyChanges(changes);
          const lost = statesOf(live).map((state) => state === 'orphaned');
          live.applyChanges(inverse(changes, before));
          assert.equal(textOf(live), before);
          live.placed.forEach(({ passages }, i) => {
            assert.deepEqual(
              passages.map(({ state, range }) => [state, range]),
              lost[i] === true ? [['orphaned', undefined]] : places[i],
              JSON.stringify({ turn, done, before, changes }),
            );
          });
        }
        assert.deepEqual(saveTyped(live), []);
      }
    });
  });
});
