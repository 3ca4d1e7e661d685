import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAll, makeSelector, type Selector } from '../../../../src/core/anchoring/index';
import { CHINESE, ENGLISH, passage } from './articles';

const anyOffset = fc.oneof(fc.integer({ min: -10, max: 2000 }), fc.double());
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '\u0301',
        '　',
        'ﬁ',
        'a',
        '同',
        '\n',
        '**',
        ENGLISH.slice(0, 120),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);
const anySelector: fc.Arbitrary<Selector> = fc.record({
  exact: anyText,
  prefix: anyText,
  suffix: anyText,
  start: anyOffset,
  end: anyOffset,
});

/** A text with one stretch replaced, by offsets that may be any number. */
function edit(text: string, at: number, removed: number, inserted: string): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + inserted + text.slice(from + (removed % 30));
}

describe('anchoring, in general', () => {
  it('takes any input and gives only what is so', () => {
    fc.assert(
      fc.property(anyText, fc.array(anySelector, { maxLength: 4 }), (text, selectors) => {
        const results = anchorAll(text, selectors);
        assert.equal(results.length, selectors.length);
        results.forEach((result, index) => {
          assert.ok(result.confidence >= 0 && result.confidence <= 1);
          if (result.state === 'anchored' || result.state === 'changed') {
            const { start, end } = result.range;
            assert.ok(start >= 0 && start < end && end <= text.length);
            assert.equal(
              text.slice(start, end) === selectors[index]?.exact,
              result.state === 'anchored',
            );
          } else {
            const confidences = result.candidates.map(({ confidence }) => confidence);
            assert.deepEqual(
              confidences,
              [...confidences].sort((a, b) => b - a),
            );
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('finds every passage of an unchanged text where it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(ENGLISH, CHINESE),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 200 })), {
          minLength: 1,
          maxLength: 10,
        }),
        (text, spans) => {
          const selectors = spans.map(([at, length]) =>
            makeSelector(text, { start: at % text.length, end: (at % text.length) + length }),
          );
          anchorAll(text, selectors).forEach((result, index) => {
            assert.equal(result.state, 'anchored');
            assert.deepEqual(result.range, {
              start: selectors[index]?.start,
              end: selectors[index]?.end,
            });
          });
        },
      ),
    );
  });

  it('finds every passage of an unchanged text also where the text repeats itself', () => {
    const repeating = fc
      .array(fc.constantFrom('the same line of text\n', '同一行文字。\n', 'another line\n'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(repeating, fc.nat(), fc.integer({ min: 1, max: 40 }), (text, at, length) => {
        const selector = makeSelector(text, {
          start: at % text.length,
          end: (at % text.length) + length,
        });
        const [result] = anchorAll(text, [selector]);
        assert.equal(result?.state, 'anchored');
        assert.deepEqual(result.range, { start: selector.start, end: selector.end });
      }),
    );
  });

  it('never attaches a sentence to other words, whatever is edited', () => {
    const edits = fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', ' also', '，而且', '\n\n', 'x')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(edits, (all) => {
        const words = 'every month of talk makes them dearer';
        const selector = passage(ENGLISH, words);
        const text = all.reduce(
          (now, [at, removed, inserted]) => edit(now, at, removed, inserted),
          ENGLISH,
        );
        const [result] = anchorAll(text, [selector]);
        if (result?.state === 'anchored')
          assert.equal(text.slice(result.range.start, result.range.end), words);
        // What is called found has at least a piece of the quote.
        if (result?.state === 'changed') {
          const now = text.slice(result.range.start, result.range.end);
          assert.ok(
            Array.from({ length: words.length - 2 }, (_, from) => words.slice(from, from + 3)).some(
              (piece) => now.includes(piece),
            ),
            now,
          );
        }
      }),
    );
  });

  it('is no less sure the more of the prefix, the suffix or the quote still stands', () => {
    const original = passage(ENGLISH, 'the last cheap square metres in the city');
    const at = ENGLISH.indexOf(original.exact);
    for (const [from, to] of [
      [at - 32, at],
      [at + original.exact.length, at + original.exact.length + 32],
      [at, at + original.exact.length],
    ] as const) {
      let previous = 2;
      // Replaces more and more of the part, from its far end towards the quote, or from its start
      // on.
      for (let replaced = 0; replaced <= to - from - (from === at ? 24 : 0); replaced += 4) {
        const start = from < at || from === at ? from : to - replaced;
        const text =
          ENGLISH.slice(0, start) + '#'.repeat(replaced) + ENGLISH.slice(start + replaced);
        const [result] = anchorAll(text, [{ ...original, start: NaN, end: NaN }]);
        const confidence = result?.confidence ?? 0;
        assert.ok(
          confidence <= previous + 0.001,
          `${String(from - at)}: ${String(replaced)} replaced: ${String(confidence)} after ${String(previous)}`,
        );
        previous = confidence;
      }
    }
  });
});
