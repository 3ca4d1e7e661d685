import assert from 'node:assert/strict';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import type { Annotation } from '../../../../src/core/model/types';
import { randomEdit, turnNumbers } from './edits';
import {
  ARTICLES,
  CHINESE,
  ENGLISH,
  TEXT,
  annotation,
  edit,
  opened,
  passageAt,
  randomArticle,
  rangeOf,
  reload,
  saveTyped,
  statesOf,
  take,
  textOf,
  wordsOf,
} from './openArticles';

describe('LiveArticle', () => {
  describe('when the article is saved', () => {
    it('gives the passages typed in with their new words, and the first ones as `original`', () => {
      const live = opened();
      edit(live, '其实是一种', '从来都是一种');
      edit(live, '李彦宏在', '𠮷李彦宏在');
      const [updated, ...others] = saveTyped(live);
      const start = Array.from(textOf(live).slice(0, textOf(live).indexOf('开源'))).length;
      assert.deepEqual(others, []);
      assert.deepEqual(
        updated,
        annotation('a0', {
          ...passageAt(textOf(live), rangeOf(textOf(live), '开源模型从来都是一种智商税')),
          exact: '开源模型从来都是一种智商税',
          start,
          end: start + 13,
          original: CHINESE,
        }),
      );
      assert.equal(live.placed[0]?.annotation, updated);
      assert.deepEqual(
        [statesOf(live), saveTyped(live)],
        [['anchored', 'anchored', 'anchored'], []],
      );

      edit(live, '从来都是', '是');
      assert.deepEqual(
        saveTyped(live).map(({ passages }) =>
          passages.map(({ exact, original }) => [exact, original]),
        ),
        [[['开源模型是一种智商税', CHINESE]]],
        'the first words are kept',
      );
    });

    it('keeps what else the passage and the annotation have, and the passages not typed in', () => {
      const live = new LiveArticle(TEXT);
      const other = { exact: 'Closed ones', start: 3, page: 7 };
      take(live, [
        {
          ...annotation('a0', { ...passageAt(TEXT, rangeOf(TEXT, ENGLISH)), page: 2 }, other),
          speaker: 'Ann Li',
          mine: 1,
        },
      ]);
      edit(live, 'always cost', 'cost');
      const [updated] = saveTyped(live);
      assert.deepEqual(
        [updated?.speaker, updated?.mine, updated?.passages[0]?.page],
        ['Ann Li', 1, 2],
      );
      assert.equal(updated?.passages[1], other);
    });

    it('leaves out white space at the ends, in the words as in the place', () => {
      const live = opened();
      edit(live, ENGLISH, `${ENGLISH.slice(0, -3)}  `);
      assert.deepEqual(
        saveTyped(live)[0]?.passages[0]?.exact,
        'open models would always cost less to',
      );
      assert.deepEqual(
        [wordsOf(live)[1], statesOf(live)[1]],
        ['open models would always cost less to', 'anchored'],
      );
    });

    it('leaves a quote alone that has white space at its ends, and stands as it did', () => {
      const live = new LiveArticle('one two three');
      take(live, [annotation('a0', passageAt('one two three', { start: 3, end: 8 }))]);
      edit(live, 'two', '');
      edit(live, 'one  three', 'one two three');
      assert.deepEqual([saveTyped(live), wordsOf(live)], [[], [' two ']]);
    });

    it('keeps the quote where nothing but white space is left', () => {
      const live = new LiveArticle('one two three');
      take(live, [annotation('a0', passageAt('one two three', { start: 3, end: 8 }))]);
      edit(live, 'two', '');
      assert.deepEqual(
        [saveTyped(live), statesOf(live), live.placed[0]?.annotation.passages[0]?.exact],
        [[], ['changed'], ' two '],
      );
      edit(live, 'one  three', 'one 2 three');
      assert.deepEqual(saveTyped(live)[0]?.passages[0]?.exact, '2');
    });

    it('gives what was typed in an annotation that was gone for a while, as while another program writes the sidecar', () => {
      const live = opened();
      const annotations = live.placed.map((one) => one.annotation);
      edit(live, '智商税', '智商的税');
      take(live, []);
      assert.deepEqual([live.placed, saveTyped(live)], [[], []]);
      edit(live, '李彦宏在', '后来，李彦宏在');
      take(live, annotations.slice(1));
      take(live, annotations);
      assert.deepEqual(
        [statesOf(live), saveTyped(live).map(({ id, passages }) => [id, passages[0]?.exact])],
        [['changed', 'anchored', 'anchored'], [['a0', '开源模型其实是一种智商的税']]],
      );
    });

    it('forgets what was typed in an annotation that comes back with other words', () => {
      const live = opened();
      const [first, ...others] = live.placed.map((one) => one.annotation);
      edit(live, '智商税', '智商的税');
      take(live, others);
      take(live, [{ ...(first as Annotation), passages: [{ exact: '没有人回答他' }] }, ...others]);
      assert.deepEqual([wordsOf(live)[0], saveTyped(live)], ['没有人回答他', []]);
    });

    it('gives nothing of what was lost, or was changed from outside', () => {
      const live = opened();
      edit(live, ENGLISH, '');
      reload(live, textOf(live).replace('智商税', '智商的税'));
      assert.deepEqual(
        [saveTyped(live), statesOf(live)],
        [[], ['changed', 'orphaned', 'anchored']],
      );
      edit(live, '开源模型其实', '开源模型');
      assert.equal(
        saveTyped(live)[0]?.passages[0]?.exact,
        '开源模型是一种智商的税',
        'typing in a passage that changed outside says that it is meant',
      );
    });

    it('gives true quotes, contexts and numbers after any edits, once, and then knows them for anchored', () => {
      for (let turn = 1; turn <= ARTICLES / 2; turn++) {
        const random = turnNumbers(turn);
        const { live } = randomArticle(random);
        for (let done = 0; done < 5; done++) live.applyChanges(randomEdit(random, textOf(live)));
        const before = live.placed;
        const updated = saveTyped(live);
        const characters = Array.from(textOf(live));
        for (const { id, passages } of updated) {
          for (const {
            exact,
            prefix = '',
            suffix = '',
            start = 0,
            end = 0,
            original,
          } of passages) {
            assert.equal(characters.slice(start, end).join(''), exact);
            assert.equal(
              characters.slice(0, start).join('').endsWith(prefix) &&
                characters.slice(end).join('').startsWith(suffix),
              true,
            );
            assert.equal(exact.trim(), exact);
            assert.equal(
              original,
              before.find((one) => one.annotation.id === id)?.annotation.passages[0]?.exact,
            );
          }
        }
        live.placed.forEach(({ annotation, passages: [place] }, i) => {
          const words = place?.range && textOf(live).slice(place.range.start, place.range.end);
          assert.equal(
            place?.state,
            words === undefined
              ? 'orphaned'
              : words === annotation.passages[0]?.exact
                ? 'anchored'
                : 'changed',
          );
          if (place.state === 'changed') assert.equal(words?.trim(), '');
          if (before[i]?.passages[0]?.state === 'anchored')
            assert.equal(annotation, before[i].annotation, 'not touched, not changed');
        });
        assert.deepEqual(saveTyped(live), []);
      }
    });
  });
});
