import assert from 'node:assert/strict';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import { runAtOnce } from '../../../../src/core/text/steps';
import {
  ENGLISH,
  LATER,
  QUOTES,
  TEXT,
  annotation,
  edit,
  opened,
  passageAt,
  rangeOf,
  saveTyped,
  statesOf,
  take,
  textOf,
  wordsOf,
} from './openArticles';

describe('LiveArticle', () => {
  describe('when words are cut', () => {
    it('finds a passage again that was pasted elsewhere', () => {
      const live = opened();
      edit(live, ENGLISH, '');
      assert.deepEqual(statesOf(live), ['anchored', 'orphaned', 'anchored']);
      assert.equal(runAtOnce(live.findLostPassages()), false);
      const end = textOf(live).length;
      assert.deepEqual(live.applyChanges([{ start: end, end, text: `And: ${ENGLISH}!\n` }]), {
        redraw: false,
        lost: true,
        torn: false,
      });
      assert.equal(runAtOnce(live.findLostPassages()), true);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [[...QUOTES], ['anchored', 'anchored', 'anchored']],
      );
      assert.equal(runAtOnce(live.findLostPassages()), false, 'nothing left to look for');
      assert.deepEqual(saveTyped(live), []);
    });

    it('begins again if something is typed while it looks, and loses nothing', () => {
      for (let before = 0; ; before++) {
        const live = opened();
        edit(live, ENGLISH, '');
        const end = textOf(live).length;
        live.applyChanges([{ start: end, end, text: `And: ${ENGLISH}!\n` }]);
        const search = live.findLostPassages();
        let isDone = false;
        for (let done = 0; done < before && !isDone; done++) isDone = search.next().done === true;
        if (isDone) {
          assert.ok(before > 3, 'it went in steps');
          return;
        }
        live.applyChanges([{ start: 0, end: 0, text: 'Typed. ' }]);
        // Nothing was begun yet before the first step.
        assert.equal(runAtOnce(search), before === 0);
        if (before > 0) assert.equal(runAtOnce(live.findLostPassages()), true);
        assert.deepEqual(
          [wordsOf(live), statesOf(live)],
          [[...QUOTES], ['anchored', 'anchored', 'anchored']],
        );
      }
    });

    it('finds all of a paragraph’s passages again that was moved', () => {
      const live = opened();
      const paragraph = TEXT.slice(TEXT.indexOf('Ann Li'), TEXT.indexOf('Later'));
      edit(live, paragraph, '');
      live.applyChanges([{ start: 0, end: 0, text: paragraph }]);
      assert.equal(runAtOnce(live.findLostPassages()), true);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [[...QUOTES], ['anchored', 'anchored', 'anchored']],
      );
      assert.deepEqual(
        live.inReadingOrder().map((one) => one.annotation.id),
        ['a1', 'a0', 'a2'],
      );
    });

    it('finds it again when that is undone', () => {
      const live = opened();
      const undo = edit(live, TEXT.slice(5, TEXT.indexOf('Later')), '');
      assert.deepEqual(statesOf(live), ['orphaned', 'orphaned', 'anchored']);
      live.applyChanges(undo);
      assert.equal(runAtOnce(live.findLostPassages()), true);
      assert.deepEqual(
        [wordsOf(live), statesOf(live), saveTyped(live)],
        [[...QUOTES], ['anchored', 'anchored', 'anchored'], []],
      );
    });

    it('has words back that were cut off an edge and put back', () => {
      for (const cut of [
        'always cost less to run. “Closed',
        'said that open models',
        'open models',
        ' run',
        'n. “',
      ]) {
        const live = opened();
        const undo = edit(live, cut, '');
        assert.equal(statesOf(live)[1], 'changed', cut);
        assert.deepEqual(live.applyChanges(undo), { redraw: true, lost: false, torn: false }, cut);
        assert.deepEqual([wordsOf(live)[1], statesOf(live)[1]], [ENGLISH, 'anchored'], cut);
        assert.deepEqual(saveTyped(live), []);
      }
    });

    it('doesn’t take other words for it', () => {
      const live = opened();
      edit(live, ENGLISH, '');
      edit(live, 'said that .', 'said that open models would never cost less to run.');
      assert.equal(runAtOnce(live.findLostPassages()), false);
      assert.deepEqual([statesOf(live)[1], saveTyped(live)], ['orphaned', []]);
    });

    it('takes of an annotation’s passages the one that stands word for word, not the other', () => {
      const live = new LiveArticle(TEXT);
      take(live, [
        annotation(
          'a0',
          passageAt(TEXT, rangeOf(TEXT, ENGLISH)),
          passageAt(TEXT, rangeOf(TEXT, LATER)),
        ),
      ]);
      edit(live, ENGLISH, '');
      edit(live, LATER, '');
      edit(live, 'said that .', `said that ${ENGLISH}.`);
      edit(live, 'that evening ,', `that evening ${LATER.replace('asked', 'had asked')},`);
      assert.equal(runAtOnce(live.findLostPassages()), true);
      assert.deepEqual(statesOf(live), ['anchored', 'orphaned']);
    });

    it('doesn’t look for what the analyst detached', () => {
      const live = new LiveArticle(TEXT);
      take(live, [
        annotation('a0', { ...passageAt(TEXT, rangeOf(TEXT, ENGLISH)), detached: true }),
      ]);
      assert.deepEqual(live.applyChanges([{ start: 0, end: 0, text: 'x' }]), {
        redraw: false,
        lost: false,
        torn: false,
      });
      assert.deepEqual([runAtOnce(live.findLostPassages()), statesOf(live)], [false, ['orphaned']]);
    });

    it('finds the lost one of an annotation’s passages, and leaves the other where it is', () => {
      const live = new LiveArticle(TEXT);
      take(live, [
        annotation(
          'a0',
          passageAt(TEXT, rangeOf(TEXT, 'Closed ones')),
          passageAt(TEXT, rangeOf(TEXT, LATER)),
        ),
      ]);
      const undo = edit(live, LATER, '');
      edit(live, 'Closed ones', 'Closed, ones');
      live.applyChanges(
        undo.map(({ text, ...range }) => ({ start: range.start + 1, end: range.end + 1, text })),
      );
      assert.equal(runAtOnce(live.findLostPassages()), true);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [
          ['Closed, ones', LATER],
          ['changed', 'anchored'],
        ],
      );
    });
  });
});
