import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyReplacements,
  ChangeSet,
  doOverlap,
  narrowed,
  type Replacement,
} from '../../../../src/core/placing/changeSet';
import {
  inverse,
  MarkedText,
  randomEdit,
  randomText,
  smallest,
  someText,
  turnNumbers,
  whole,
} from './edits';

/** Random edits of texts, beyond the 100,000 that the whole application is tried with. */
const EDITS = 30_000;

describe('doOverlap', () => {
  const at = (start: number, end: number, text = '') => ({ start, end, text });

  it('tells changes of the same words from those side by side, in any order', () => {
    assert.equal(doOverlap([at(0, 1), at(0, 20, 'all anew')]), true);
    assert.equal(doOverlap([at(5, 9), at(2, 6)]), true);
    assert.equal(doOverlap([at(2, 5, 'a'), at(5, 5, 'b'), at(5, 9), at(0, 2)]), false);
    assert.equal(doOverlap([at(3, 3, 'a'), at(3, 3, 'b')]), false);
    assert.equal(doOverlap([at(3, 8, 'a'), at(4, 4, 'b')]), true);
    assert.equal(doOverlap([at(0, 3)]), false);
  });
});

describe('narrowed', () => {
  it('leaves out what stays the same at both ends', () => {
    const of = (before: string, text: string) =>
      narrowed(before, { start: 0, end: before.length, text });
    assert.deepEqual(of('abcdef', 'abXef'), { start: 2, end: 4, text: 'X' });
    assert.deepEqual(of('aaaa', 'aaa'), { start: 3, end: 4, text: '' });
    assert.deepEqual(of('aaa', 'aaaa'), { start: 3, end: 3, text: 'a' });
    assert.deepEqual(of('abc', 'abc'), { start: 3, end: 3, text: '' });
    assert.deepEqual(of('', ''), { start: 0, end: 0, text: '' });
    assert.deepEqual(narrowed('xxabcxx', { start: 2, end: 5, text: 'abxc' }), {
      start: 4,
      end: 4,
      text: 'x',
    });
  });

  it('replaces a character of two units whole, though it shares a unit with the other', () => {
    assert.equal('😀'.charCodeAt(0), '😁'.charCodeAt(0));
    assert.equal('😀'.charCodeAt(1), '𝘀'.charCodeAt(1));
    assert.deepEqual(narrowed('a😀b', { start: 0, end: 4, text: 'a😁b' }), {
      start: 1,
      end: 3,
      text: '😁',
    });
    assert.deepEqual(narrowed('a😀b', { start: 0, end: 4, text: 'a𝘀b' }), {
      start: 1,
      end: 3,
      text: '𝘀',
    });
  });

  it('makes the same text, never with more, and cuts no character', () => {
    fc.assert(
      fc.property(someText, someText, someText, someText, (head, old, now, tail) => {
        const before = head + old + tail;
        const replacement = { start: head.length, end: head.length + old.length, text: now };
        const small = narrowed(before, replacement);
        assert.equal(applyReplacements(before, [small]), head + now + tail);
        assert.deepEqual(small, smallest(replacement, before));
        for (const offset of [small.start, small.end]) assert.equal(whole(before, offset), offset);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('applyReplacements', () => {
  it('takes replacements in any order, all in terms of the text before them', () => {
    const replacements = [
      { start: 0, end: 1, text: 'X' },
      { start: 3, end: 3, text: 'yy' },
      { start: 5, end: 6, text: '' },
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ])
      assert.equal(
        applyReplacements(
          'abcdef',
          order.map((i) => replacements[i] as Replacement),
        ),
        'Xbcyyde',
      );
  });

  it('puts what goes in at the same place where VS Code does, which lists it from the end of the text', () => {
    assert.equal(
      applyReplacements('ab', [
        { start: 1, end: 1, text: '2' },
        { start: 1, end: 1, text: '1' },
      ]),
      'a12b',
    );
    assert.equal(
      applyReplacements('ab', [
        { start: 1, end: 2, text: 'B' },
        { start: 1, end: 1, text: '+' },
      ]),
      'a+Bb'.slice(0, 3),
    );
    assert.equal(
      applyReplacements('ab', [
        { start: 1, end: 1, text: '+' },
        { start: 0, end: 1, text: 'A' },
      ]),
      'A+b',
    );
  });

  it('leaves its list as it was: other extensions see the same one', () => {
    const replacements = Object.freeze([
      { start: 2, end: 2, text: 'x' },
      { start: 0, end: 1, text: '' },
    ]);
    assert.equal(applyReplacements('abc', replacements), 'bxc');
    assert.deepEqual(new ChangeSet(replacements).shift({ start: 2, end: 3 }), {
      kind: 'kept',
      range: { start: 2, end: 3 },
    });
    assert.equal(replacements[0]?.start, 2);
  });

  it('makes what VS Code makes, one replacement after the other from the end, and can be taken back', () => {
    const random = turnNumbers(1);
    for (let done = 0; done < EDITS; done++) {
      const before = randomText(random, random(12));
      const edit = randomEdit(random, before);
      const after = applyReplacements(before, edit);
      assert.equal(
        after,
        edit.reduce(
          (text, one) => text.slice(0, one.start) + one.text + text.slice(one.end),
          before,
        ),
      );
      assert.equal(applyReplacements(after, inverse(edit, before)), before);
    }
  });
});

describe('ChangeSet', () => {
  const shift = (...changes: [start: number, end: number, text: string][]) => {
    const shifted = new ChangeSet(
      changes.map(([start, end, text]) => ({ start, end, text })),
    ).shift({ start: 10, end: 20 });
    return shifted.kind === 'lost' || shifted.kind === 'torn'
      ? shifted.kind
      : `${shifted.kind} ${shifted.range.start}-${shifted.range.end}`;
  };

  it('moves a range along with what changes before it, and not with what changes behind it', () => {
    assert.equal(shift([0, 0, 'abc']), 'kept 13-23');
    assert.equal(shift([2, 6, 'x']), 'kept 7-17');
    assert.equal(shift([25, 30, '']), 'kept 10-20');
    assert.equal(shift([30, 31, 'abc'], [0, 1, ''], [4, 4, 'ab']), 'kept 11-21');
  });

  it('keeps what is typed at its edges out, and takes what is typed inside in', () => {
    assert.equal(shift([10, 10, 'ab']), 'kept 12-22');
    assert.equal(shift([20, 20, 'ab']), 'kept 10-20');
    assert.equal(shift([15, 15, 'ab']), 'edited 10-22');
    assert.equal(shift([8, 10, '']), 'kept 8-18');
    assert.equal(shift([20, 25, 'ab']), 'kept 10-20');
  });

  it('takes words in that stand for its first or last ones', () => {
    assert.equal(shift([10, 12, 'abc']), 'edited 10-21');
    assert.equal(shift([18, 20, '']), 'edited 10-18');
  });

  it('keeps the words that remain of what is deleted across an edge', () => {
    assert.equal(shift([5, 12, ''], [18, 25, '']), 'edited 5-11');
  });

  it('is torn where other words stand for those on both sides of an edge, or for all', () => {
    assert.equal(shift([5, 12, 'abc']), 'torn');
    assert.equal(shift([18, 25, 'abc']), 'torn');
    assert.equal(shift([10, 20, 'abc']), 'torn');
    assert.equal(shift([0, 30, 'abc']), 'torn');
    assert.equal(shift([15, 25, ''], [5, 15, 'x']), 'torn');
  });

  it('is lost when none of its words is left', () => {
    assert.equal(shift([0, 30, '']), 'lost');
    assert.equal(shift([10, 15, ''], [15, 20, '']), 'lost');
  });

  it('agrees with marks on every character', () => {
    const random = turnNumbers(2);
    for (let done = 0; done < EDITS; done++) {
      const before = randomText(random, random(20));
      const ranges = Array.from({ length: 3 }, () =>
        [whole(before, random(before.length + 1)), whole(before, random(before.length + 1))].sort(
          (a, b) => a - b,
        ),
      )
        .map(([start = 0, end = 0]) => ({ start, end }))
        .filter(({ start, end }) => start < end);
      const edit = randomEdit(random, before);
      const [marked, set] = [new MarkedText(before, ranges), new ChangeSet(edit)];
      marked.apply(edit);
      ranges.forEach((range, mark) => {
        const shifted = set.shift(range);
        assert.deepEqual(
          'range' in shifted ? shifted.range : undefined,
          marked.rangeOf(mark),
          JSON.stringify({ before, edit, range }),
        );
        if (shifted.kind === 'kept')
          assert.equal(
            marked.text.slice(shifted.range.start, shifted.range.end),
            before.slice(range.start, range.end),
          );
      });
    }
  });
});
