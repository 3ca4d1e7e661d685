import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textBlockAt } from '../../../../../src/core/text/blocks/textBlock';
import type { Utf16Range } from '../../../../../src/core/text/range';
import {
  moveBoundary,
  possibleMoves,
  type BoundaryEdge,
  type BoundaryMove,
  type BoundaryStep,
  type BoundaryUnit,
} from '../../../../../src/core/text/sentences/boundaries';

/** The words between two `¦` after each of so many steps, until none is left. */
function walk(
  marked: string,
  step: BoundaryStep,
  edge: BoundaryEdge,
  by: BoundaryUnit = 'clause',
): string[] {
  const [before = '', words = '', after = ''] = marked.split('¦');
  const text = before + words + after;
  const found: string[] = [];
  let range: Utf16Range | undefined = {
    start: before.length,
    end: before.length + words.length,
  };
  while (range !== undefined && found.length < 20) {
    range = moveBoundary(text, range, { step, edge, by });
    if (range !== undefined) found.push(text.slice(range.start, range.end));
  }
  return found;
}

describe('moving the boundary of a passage', () => {
  it('extends the end by clauses, then by sentences, to the end of the paragraph', () => {
    assert.deepEqual(walk('渡口¦不能关¦，桥太远，没人走。船还在。\n\n下一段。', 'extend', 'end'), [
      '不能关，桥太远',
      '不能关，桥太远，没人走。',
      '不能关，桥太远，没人走。船还在。',
    ]);
    assert.deepEqual(
      walk('¦It rained¦, and we stayed, at 1,000 m. Then we left.', 'extend', 'end'),
      [
        'It rained, and we stayed',
        'It rained, and we stayed, at 1,000 m.',
        'It rained, and we stayed, at 1,000 m. Then we left.',
      ],
    );
  });

  it('knows clauses of Chinese with narrow signs, and none in numbers', () => {
    assert.deepEqual(walk('¦渡口不能关¦,桥太远;每天1,000人过河。', 'extend', 'end'), [
      '渡口不能关,桥太远',
      '渡口不能关,桥太远;每天1,000人过河。',
    ]);
  });

  it('shrinks the end by clauses, never to nothing', () => {
    assert.deepEqual(walk('¦渡口不能关，桥太远，没人走。¦', 'shrink', 'end'), [
      '渡口不能关，桥太远',
      '渡口不能关',
    ]);
    assert.deepEqual(walk('He said: ¦we stay, all of us.¦', 'shrink', 'end'), ['we stay']);
  });

  it('moves the start as it moves the end', () => {
    assert.deepEqual(walk('上周，镇长说，¦渡口要关¦。', 'extend', 'start'), [
      '镇长说，渡口要关',
      '上周，镇长说，渡口要关',
    ]);
    assert.deepEqual(walk('¦Last week, said the mayor, it closed.¦', 'shrink', 'start'), [
      'said the mayor, it closed.',
      'it closed.',
    ]);
  });

  it('goes by sentences', () => {
    assert.deepEqual(walk('一，二。¦三，¦四。五，六。', 'extend', 'end', 'sentence'), [
      '三，四。',
      '三，四。五，六。',
    ]);
    assert.deepEqual(walk('One, two. Three. ¦Four,¦ five.', 'extend', 'start', 'sentence'), [
      'Three. Four,',
      'One, two. Three. Four,',
    ]);
    assert.deepEqual(walk('¦One, two. Three. Four.¦', 'shrink', 'end', 'sentence'), [
      'One, two. Three.',
      'One, two.',
    ]);
  });

  it('goes to the quotation’s words, then to its marks', () => {
    assert.deepEqual(walk('他说：“桥远，¦船近¦，都一样。”散会。', 'extend', 'end', 'quotation'), [
      '船近，都一样。',
    ]);
    assert.deepEqual(walk('他说：“桥远，¦船近，都一样。¦”散会。', 'extend', 'start', 'quotation'), [
      '桥远，船近，都一样。',
      '“桥远，船近，都一样。”',
    ]);
    assert.deepEqual(walk('¦She said “no, never” and left.¦', 'shrink', 'start', 'quotation'), [
      '“no, never” and left.',
    ]);
    assert.deepEqual(walk('She said ¦“no, never”¦ and left.', 'shrink', 'end', 'quotation'), [
      'no, never',
    ]);
  });

  it('stops at the marks of its quotation, and takes both of them or none', () => {
    assert.deepEqual(walk('他说：“桥远，¦船近¦，都一样。”散会。', 'extend', 'end'), [
      '船近，都一样。',
    ]);
    assert.deepEqual(walk('他说：“¦船近¦，都一样。”散会。', 'extend', 'end'), [
      '船近，都一样。',
      '“船近，都一样。”',
      '“船近，都一样。”散会。',
    ]);
    assert.deepEqual(walk('“¦No¦,” she said, “never.”', 'extend', 'end'), [
      '“No,” she said',
      '“No,” she said, “never.”',
    ]);
    assert.deepEqual(walk('¦“船近，都一样。”¦', 'shrink', 'end'), ['船近']);
  });

  it('doesn’t end in a quotation that it doesn’t begin in', () => {
    assert.deepEqual(walk('¦镇长说¦：“桥远，船近。”散会。', 'extend', 'end'), [
      '镇长说：“桥远，船近。”',
      '镇长说：“桥远，船近。”散会。',
    ]);
  });

  it('leaves a quotation cut that the analyst has cut', () => {
    assert.deepEqual(walk('镇¦长说：“桥远¦，船近。”', 'extend', 'end'), ['长说：“桥远，船近。”']);
  });

  it('cuts no markup', () => {
    assert.deepEqual(walk('见¦报告¦，见[甲，乙](https://a.example/b，c)，完。', 'extend', 'end'), [
      '报告，见[甲，乙](https://a.example/b，c)',
      '报告，见[甲，乙](https://a.example/b，c)，完。',
    ]);
    assert.deepEqual(walk('¦先看`a, b`，再说。¦', 'shrink', 'end'), ['先看`a, b`']);
    assert.deepEqual(walk('¦**甲，乙**，丙。¦', 'shrink', 'end'), ['**甲，乙**', '甲']);
    assert.deepEqual(walk('**¦甲¦，乙**，丙。', 'extend', 'end'), [
      '甲，乙',
      '**甲，乙**',
      '**甲，乙**，丙。',
    ]);
  });

  it('cuts no character', () => {
    const text = '好❗️🏽 走，停!\u0301 a, b，👩‍👩‍👧，完。';
    for (const edge of ['start', 'end'] as const) {
      const moved = walk(`¦${text}¦`, 'shrink', edge);
      assert.ok(moved.length > 1);
      for (const words of moved) {
        const around = text.split(words);
        assert.doesNotMatch(around[1] ?? '', /^[\u0301\u200d\ufe0f\u{1f3fd}]/u, words);
        assert.doesNotMatch(words, /^[\u0301\u200d\ufe0f\u{1f3fd}]/u);
      }
    }
  });

  it('stays in its item, cell and paragraph', () => {
    assert.deepEqual(walk('- 一，¦二¦\n- 三', 'extend', 'end'), []);
    assert.deepEqual(walk('| a, ¦b¦ | c |\n|---|---|\n| d | e |', 'extend', 'end'), []);
    assert.deepEqual(walk('一。\n\n¦二¦。', 'extend', 'start'), []);
    assert.deepEqual(walk('甲：一。\n乙：二，¦三¦。', 'extend', 'start'), ['二，三', '乙：二，三']);
  });

  it('lists what is possible, each passage once', () => {
    const text = '他说：“桥远，船近。”散会。';
    const start = text.indexOf('船近');
    const moves = possibleMoves(text, { start, end: start + 2 });
    assert.deepEqual(
      moves.map(({ edge, step, by, range }) => [
        edge,
        step,
        by,
        text.slice(range.start, range.end),
      ]),
      [
        ['end', 'extend', 'clause', '船近。'],
        ['start', 'extend', 'clause', '桥远，船近'],
      ],
    );
  });

  it('does all of this in any text', () => {
    const parts = [
      '“',
      '”',
      '"',
      '「',
      '」',
      '，',
      '。',
      '. ',
      ', ',
      'a',
      '甲',
      '👍🏽',
      '**',
      '`',
      '\n',
      '[a](b)',
      '| ',
    ];
    const moves = fc.record<BoundaryMove>({
      edge: fc.constantFrom('start', 'end'),
      step: fc.constantFrom('extend', 'shrink'),
      by: fc.constantFrom('clause', 'sentence', 'quotation'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        moves,
        (chosen, from, to, move) => {
          const text = chosen.join('');
          const [start, end] = [from % text.length, to % text.length].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const before = { start, end: end + 1 };
          const after = moveBoundary(text, before, move);
          if (after === undefined) return;
          const [outer, inner] = move.step === 'extend' ? [after, before] : [before, after];
          assert.ok(outer.start <= inner.start && inner.end <= outer.end);
          assert.ok(outer.end - outer.start > inner.end - inner.start && after.end > after.start);
          const at = move.edge === 'start' ? before.start : before.end - 1;
          const block = textBlockAt(text, at, 'markdown')!;
          assert.ok(block.start <= after[move.edge] && after[move.edge] <= block.end);
          const edge = after[move.edge];
          assert.equal(/[\udc00-\udfff\ufe0f]/.test(text.charAt(edge)), false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
