import assert from 'node:assert/strict';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import {
  CHINESE,
  ENGLISH,
  LATER,
  QUOTES,
  TEXT,
  annotation,
  edit,
  opened,
  passageAt,
  rangeOf,
  reload,
  saveTyped,
  statesOf,
  take,
  wordsOf,
} from './openArticles';

describe('LiveArticle', () => {
  describe('when the sidecar changes', () => {
    it('keeps the places of what it had, and looks for what is new', () => {
      const live = opened([CHINESE]);
      edit(live, '其实', '的确');
      const [first] = live.placed.map((one) => one.annotation);
      take(live, [
        { ...(first as Annotation), stance: 'favor' },
        annotation('b', passageAt(TEXT, rangeOf(TEXT, ENGLISH))),
      ]);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [
          ['开源模型的确是一种智商税', ENGLISH],
          ['changed', 'anchored'],
        ],
      );
      assert.equal(live.placed[0]?.annotation.stance, 'favor');
      assert.equal(saveTyped(live).length, 1, 'what was typed is still to be saved');
    });

    it('looks anew for a quote that says something else now, and forgets what is gone', () => {
      const live = opened();
      take(live, [annotation('a0', passageAt(TEXT, rangeOf(TEXT, 'Closed ones')))]);
      assert.deepEqual([wordsOf(live), statesOf(live)], [['Closed ones'], ['anchored']]);
      take(live, []);
      assert.deepEqual(live.placed, []);
    });

    it('takes the places that were just selected, rather than look for them', () => {
      const live = new LiveArticle('again and again and again');
      const range = { start: 10, end: 15 };
      take(
        live,
        [annotation('a0', { exact: 'again' }), annotation('a1', { exact: 'again' })],
        new Map([
          ['a0', [range]],
          ['a1', [range, range]],
        ]),
      );
      assert.deepEqual(
        live.placed[0]?.passages.map((place) => [place.state, place.range]),
        [['anchored', range]],
      );
      assert.equal(
        live.placed[1]?.passages.length,
        1,
        'not those of an annotation with another number of passages',
      );
    });

    it('has a detached passage for orphaned at once', () => {
      const live = opened([ENGLISH]);
      const [one] = live.placed.map(({ annotation: { passages } }) => passages);
      take(live, [annotation('a0', { ...(one?.[0] as Passage), detached: true })]);
      assert.deepEqual(statesOf(live), ['orphaned']);
    });
  });

  describe('when the text is changed from outside', () => {
    it('finds every passage anew by its quote', () => {
      const live = opened();
      reload(live, `A preface.\n\n${TEXT.replace('always', 'nearly always')}`);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [
          [CHINESE, 'open models would nearly always cost less to run', LATER],
          ['anchored', 'changed', 'anchored'],
        ],
      );
      reload(live, TEXT);
      assert.deepEqual(
        [wordsOf(live), statesOf(live), saveTyped(live)],
        [[...QUOTES], ['anchored', 'anchored', 'anchored'], []],
      );
    });
  });
});
