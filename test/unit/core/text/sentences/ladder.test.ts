import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rangesAround } from '../../../../../src/core/text/sentences/ladder';

describe('the ranges around a place', () => {
  const ladder = (marked: string) => {
    const text = marked.replace('¦', '');
    return rangesAround(text, marked.indexOf('¦')).map(({ start, end }) => text.slice(start, end));
  };

  it('go from clause to sentence, quotation and paragraph', () => {
    assert.deepEqual(ladder('前文。\n\n他说：“面¦凉了，没人吃。退钱吧。”散会。'), [
      '面凉了',
      '面凉了，没人吃。',
      '面凉了，没人吃。退钱吧。',
      '“面凉了，没人吃。退钱吧。”',
      '他说：“面凉了，没人吃。退钱吧。”散会。',
    ]);
    assert.deepEqual(ladder('It rained, and we¦ stayed in. Then we left.'), [
      'and we stayed in',
      'It rained, and we stayed in.',
      'It rained, and we stayed in. Then we left.',
    ]);
    assert.deepEqual(ladder('One.\n\n¦\nTwo.'), []);
  });

  it('lie inside each other, whatever the text', () => {
    const part = fc.constantFrom(
      '“',
      '”',
      '"',
      '，',
      '。',
      '. ',
      ', ',
      'a',
      '甲',
      '**',
      '\n',
      '| ',
      '「',
      '」',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.nat(), (parts, at) => {
        const text = parts.join('');
        const ranges = rangesAround(text, at % (text.length + 1));
        ranges.slice(1).forEach((outer, i) => {
          const inner = ranges[i]!;
          assert.ok(outer.start <= inner.start && inner.end <= outer.end);
          assert.ok(outer.end - outer.start > inner.end - inner.start);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
