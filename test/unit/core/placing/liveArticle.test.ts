import assert from 'node:assert/strict';
import { placeAnnotations } from '../../../../src/core/placing/placeAnnotations';
import type { Replacement } from '../../../../src/core/placing/changeSet';
import { describePassage } from '../../../../src/core/placing/describePassage';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';
import { CodePointMap } from '../../../../src/core/text/codePoints';
import type { Utf16Range } from '../../../../src/core/text/range';
import {
  inverse,
  MarkedText,
  randomEdit,
  randomNumbers,
  randomText,
  smallest,
  turnNumbers,
  whole,
} from './edits';

/** Random edits: of so many articles, so many each. */
const ARTICLES = 1000;
const EDITS = 100;

const TEXT = `李彦宏在圆桌上说：“开源模型其实是一种智商税。”没有人回答他😀。

Ann Li said that open models would always cost less to run. “Closed ones,” she added, “will follow.” The audience agreed with her, though not with all of it.

Later that evening a reporter asked both of them what they would pay for the electricity, and neither of them had an answer.
`;
const QUOTES = [
  '开源模型其实是一种智商税',
  'open models would always cost less to run',
  'a reporter asked both of them what they would pay for the electricity',
] as const;
const [CHINESE, ENGLISH, LATER] = QUOTES;

const passageAt = (text: string, range: Utf16Range): Passage =>
  describePassage(text, range, new CodePointMap(text));
const rangeOf = (text: string, words: string): Utf16Range => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const annotation = (id: string, ...passages: Passage[]): Annotation => ({
  id,
  role: 'claim',
  passages,
});

/** An open article with the passages annotated as `a0`, `a1`, …, one each. */
function opened(words: readonly string[] = QUOTES, text = TEXT): LiveArticle {
  const live = new LiveArticle(text);
  take(
    live,
    words.map((one, i) => annotation(`a${i}`, passageAt(text, rangeOf(text, one)))),
  );
  assert.deepEqual(
    statesOf(live),
    words.map(() => 'anchored'),
  );
  return live;
}

/** Takes annotations over, and finds their passages. */
function take(
  live: LiveArticle,
  annotations: readonly Annotation[],
  known?: ReadonlyMap<string, readonly Utf16Range[]>,
): void {
  live.setAnnotations(annotations, known);
  assert.equal(runAtOnce(live.findPassages()), true);
}

/**
 * Follows the file's reloading with another text, as VS Code tells it: a change that nobody typed.
 */
function reload(live: LiveArticle, text: string): void {
  live.applyChanges([{ start: 0, end: textOf(live).length, text }]);
  live.doubtPlaces();
  assert.equal(runAtOnce(live.findPassages()), true);
}

/**
 * Saves the article: the sidecar is written with the words that were typed in, and taken over.
 *
 * @returns the annotations that were written
 */
function saveTyped(live: LiveArticle): Annotation[] {
  const typed = live.typedAnnotations();
  const written = new Map(typed.map((one) => [one.annotation.id, one.annotation]));
  const places = new Map(
    typed.map((one) => [one.annotation.id, one.passages.flatMap(({ range }) => range ?? [])]),
  );
  const all = live.placed.map((one) => written.get(one.annotation.id) ?? one.annotation);
  if (typed.length > 0) take(live, all, places);
  return [...written.values()];
}

const textOf = (live: LiveArticle) => live.article.text;
const statesOf = (live: LiveArticle) =>
  live.placed.flatMap(({ passages }) => passages.map(({ state }) => state));
const wordsOf = (live: LiveArticle) =>
  live.placed.flatMap(({ passages }) =>
    passages.map(({ range }) => range && textOf(live).slice(range.start, range.end)),
  );

/**
 * Puts `now` in the place of `was`, of which the text has one; returns the edit that takes it back.
 */
function edit(live: LiveArticle, was: string, now: string): Replacement[] {
  const before = textOf(live);
  assert.equal(before.split(was).length, 2, `one “${was}”`);
  const changes = [{ ...rangeOf(before, was), text: now }];
  live.applyChanges(changes);
  return inverse(changes, before);
}

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
      assert.deepEqual(at(0, 'x'), { redraw: false, lost: false });
      assert.deepEqual(
        at(start + 1, 'x'),
        { redraw: false, lost: false },
        'at the edge, moved by one before',
      );
      assert.deepEqual(at(start + 5, 'x'), { redraw: true, lost: false });
      assert.deepEqual(live.applyChanges([{ start: start + 5, end: start + 6, text: '' }]), {
        redraw: true,
        lost: false,
      });
      assert.deepEqual(live.applyChanges([{ start: 0, end: end + 10, text: '' }]), {
        redraw: true,
        lost: true,
      });
      assert.deepEqual(
        at(0, 'x'),
        { redraw: false, lost: true },
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
        });
      }
      assert.deepEqual(live.applyChanges([]), { redraw: false, lost: false });
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
      edit(live, '他😀', '她𝘀');
      assert.deepEqual(
        wordsOf(live),
        ['。\n\nAnn', '回答'],
        'replaced across both edges: what remains',
      );
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
      });
      assert.equal(runAtOnce(live.findLostPassages()), true);
      assert.deepEqual(
        [wordsOf(live), statesOf(live)],
        [[...QUOTES], ['anchored', 'anchored', 'anchored']],
      );
      assert.equal(runAtOnce(live.findLostPassages()), false, 'nothing left to look for');
      assert.deepEqual(saveTyped(live), []);
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
        assert.deepEqual(live.applyChanges(undo), { redraw: true, lost: false }, cut);
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

describe('LiveArticle, while passages are looked for', () => {
  const name = (i: number) => randomText(randomNumbers(i + 1), 12).replace(/\s/g, '');
  const words = Array.from(
    { length: 40 },
    (_, i) => `${name(i)} says that ${name(i + 40)}${name(i + 80)} ${i} is enough`,
  );
  const text = words.map((one) => `${one}，and goes on.\n`).join('');
  const annotations = words.map((one, i) =>
    annotation(`a${i}`, passageAt(text, rangeOf(text, one))),
  );
  const changed = text.replaceAll('is enough', 'is never enough');

  /** Goes so many steps ahead; a search of all takes more of them. */
  function steps(search: Generator<void, boolean, void>, count: number): void {
    for (let done = 0; done < count; done++) assert.equal(search.next().done, false);
  }

  it('shows what it had until all is found', () => {
    const live = new LiveArticle(text);
    take(live, annotations.slice(0, 1));
    live.setAnnotations(annotations);
    const search = live.findPassages();
    steps(search, 10);
    assert.deepEqual(statesOf(live), ['anchored']);
    assert.equal(runAtOnce(search), true);
    assert.deepEqual(wordsOf(live), words);
  });

  it('has what was just selected at once', () => {
    const live = new LiveArticle(changed);
    live.setAnnotations(
      [...annotations, annotation('new', { exact: '3 is' })],
      new Map([['new', [rangeOf(changed, '3 is')]]]),
    );
    assert.deepEqual(wordsOf(live), ['3 is']);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual([live.placed.length, wordsOf(live).at(-1)], [41, '3 is']);
  });

  it('begins again after typing, which moves what has its place', () => {
    const live = new LiveArticle(text);
    take(live, annotations.slice(20));
    live.setAnnotations(annotations);
    const search = live.findPassages();
    steps(search, 10);
    edit(live, ' 29 is enough，', ' 29 is enough，！');
    assert.equal(runAtOnce(search), false);
    assert.equal(live.placed.length, 20);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual(wordsOf(live), words);
  });

  it('begins again for annotations that came on the way', () => {
    const live = new LiveArticle(text);
    live.setAnnotations(annotations);
    const search = live.findPassages();
    steps(search, 10);
    live.setAnnotations(annotations.slice(0, 2));
    assert.equal(runAtOnce(search), false);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual(wordsOf(live), words.slice(0, 2));
  });

  it('takes nothing that is typed at doubtful places for typing in a passage', () => {
    const live = new LiveArticle(text);
    take(live, annotations);
    live.applyChanges([{ start: 0, end: text.length, text: changed }]);
    live.doubtPlaces();
    const search = live.findPassages();
    steps(search, 10);
    edit(live, ' 7 is never', ' 7 is nevermore');
    assert.deepEqual([live.typedAnnotations(), saveTyped(live)], [[], []]);
    assert.equal(runAtOnce(search), false);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual(wordsOf(live)[7], words[7]?.replace('enough', 'nevermore enough'));
    assert.deepEqual([statesOf(live)[7], saveTyped(live)], ['changed', []]);
  });

  it('finds in the end what a search at once finds, whatever is typed and taken over on the way', () => {
    for (let turn = 1; turn <= 20; turn++) {
      const random = turnNumbers(turn);
      const live = new LiveArticle(text);
      let wanted: readonly Annotation[] = annotations;
      take(live, wanted);
      const things = [
        () => {
          live.applyChanges(randomEdit(random, textOf(live)));
        },
        () => live.setAnnotations((wanted = annotations.filter(() => random(4) > 0))),
        () => live.doubtPlaces(),
      ];
      live.applyChanges([{ start: 0, end: text.length, text: changed }]);
      live.doubtPlaces();
      for (let search = live.findPassages(), left = 20; ;) {
        const { done, value } = search.next();
        if (done === true && value) break;
        if (done === true) search = live.findPassages();
        else if (left > 0 && random(50) === 0) {
          things[random(things.length)]?.();
          left -= 1;
        }
      }
      assert.deepEqual(
        live.placed.map(({ annotation: { id } }) => id),
        wanted.map(({ id }) => id),
      );
      const anew = placeAnnotations(live.article, wanted);
      assert.deepEqual(
        live.placed,
        anew.map(({ annotation: one, passages }) => ({
          annotation: one,
          passages: passages.map((passage) => ({ ...passage, typedIn: false })),
        })),
        `turn ${turn}`,
      );
    }
  });
});

/** An article with some passages, none empty, that may overlap. */
function randomArticle(
  random: (below: number) => number,
  text = randomText(random, 20 + random(40)),
): { live: LiveArticle; ranges: Utf16Range[] } {
  const ranges = Array.from({ length: 4 }, () => {
    const start = whole(text, random(text.length - 4));
    return { start, end: whole(text, start + 2 + random(Math.min(20, text.length - start - 2))) };
  }).filter(({ start, end }) => start < end);
  const live = new LiveArticle(text);
  take(
    live,
    ranges.map((range, i) => annotation(`a${i}`, passageAt(text, range))),
    new Map(ranges.map((range, i) => [`a${i}`, [range]])),
  );
  return { live, ranges };
}
