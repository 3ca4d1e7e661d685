import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as describePassage } from '../../../../src/core/anchoring';

const occurrences = (text: string, pattern: string): number => {
  let count = 0;
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) count += 1;
  return count;
};

/** The definition, tried length by length. */
function naiveContextLength(text: string, start: number, end: number): number {
  const points = Array.from(text);
  const from = Array.from(text.slice(0, start)).length;
  const to = from + Array.from(text.slice(start, end)).length;
  for (let length = 32; length <= 2000; length += 1) {
    const pattern = points.slice(Math.max(0, from - length), to + length).join('');
    if (occurrences(text, pattern) === 1) return length;
    if (from - length <= 0 && to + length >= points.length) break;
  }
  return 32;
}

describe('describing a passage', () => {
  it('stores the words, 32 code points a side, and the position', () => {
    const text = `${'a'.repeat(50)}The words.${'b'.repeat(50)}`;
    assert.deepEqual(describePassage(text, { start: 50, end: 60 }), {
      exact: 'The words.',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
      start: 50,
      end: 60,
    });
  });

  it('takes what the text has at its edges', () => {
    const selector = describePassage('一句话。', { start: 0, end: 4 });
    assert.equal(selector.prefix, '');
    assert.equal(selector.suffix, '');
  });

  it('counts code points and never splits a surrogate pair', () => {
    const text = `${'😀'.repeat(40)}x${'😀'.repeat(40)}`;
    const selector = describePassage(text, { start: 80, end: 81 });
    assert.equal(selector.prefix, '😀'.repeat(32));
    assert.equal(selector.suffix, '😀'.repeat(32));
    assert.equal(describePassage('a😀b', { start: 2, end: 4 }).exact, '😀b');
  });

  it('grows the context by no more than makes it unique', () => {
    const page = (n: number): string =>
      `${'head '.repeat(20)}number ${String(n)} ${'x'.repeat(60)} claim ${'y'.repeat(200)}\n`;
    const text = page(1) + page(2);
    const start = text.lastIndexOf('claim');
    const selector = describePassage(text, { start, end: start + 5 });
    assert.equal(selector.prefix, `2 ${'x'.repeat(60)} `);
    assert.equal(selector.suffix.length, selector.prefix.length);
  });

  it('falls back to the base length where no context is unique', () => {
    const text = 'the same line\n'.repeat(10_000);
    const selector = describePassage(text, { start: 14 * 5000, end: 14 * 5000 + 8 });
    assert.equal(selector.prefix.length, 32);
    assert.equal(selector.suffix.length, 32);
  });

  it('gives the shortest sufficient context (property)', () => {
    const textOf = fc
      .array(fc.constantFrom('ab', '中文', '😀', 'a', '\n', 'ab'.repeat(30)), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(textOf, fc.nat(), fc.nat(), (text, a, b) => {
        const bounds = [a % (text.length + 1), b % (text.length + 1)];
        const selector = describePassage(text, {
          start: Math.min(...bounds),
          end: Math.max(...bounds),
        });
        assert.equal(text.slice(selector.start, selector.end), selector.exact);
        if (selector.exact === '') return;
        const length = naiveContextLength(text, selector.start, selector.end);
        const before = Array.from(text.slice(0, selector.start));
        const after = Array.from(text.slice(selector.end));
        assert.equal(selector.prefix, before.slice(Math.max(0, before.length - length)).join(''));
        assert.equal(selector.suffix, after.slice(0, length).join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('takes any range', () => {
    for (const start of [NaN, -5, Infinity, 2.5])
      assert.doesNotThrow(() => describePassage('some text', { start, end: 4 }));
  });
});
