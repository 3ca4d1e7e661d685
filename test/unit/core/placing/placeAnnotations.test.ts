import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  comparePlaced,
  firstRange,
  placeAnnotations,
  stateOf,
  storedStart,
  type PlacedAnnotation,
} from '../../../../src/core/placing/placeAnnotations';
import { describePassage } from '../../../../src/core/placing/describePassage';
import type { Annotation, Passage, State } from '../../../../src/core/model/types';
import { ArticleText } from '../../../../src/core/text/articleText';

const TEXT = `# 😀 开源与闭源

李彦宏在𠮷野家说：“开源模型其实是一种智商税。”😮‍💨

“Open models,” said Ann Li in 𪚥, “will always cost less to run than closed ones.” Nobody answered her that day.

Later a speaker from the audience asked what either of them would pay for the electricity.
`;
const article = new ArticleText(TEXT);

/** A passage of the text as a sidecar has it. */
function passageOf(words: string, text = article): Passage {
  const start = text.text.indexOf(words);
  assert.ok(start >= 0, words);
  return describePassage(text.text, { start, end: start + words.length }, text.map);
}
const annotation = (...passages: Passage[]): Annotation => ({
  id: 'a',
  role: 'claim',
  passages: passages,
});
const wordsAt = (placed: readonly PlacedAnnotation[], text = TEXT) =>
  placed.map(({ passages }) =>
    passages.map(({ state, range }) =>
      range === undefined ? state : text.slice(range.start, range.end),
    ),
  );

describe('placeAnnotations', () => {
  it('finds passages behind and among characters of two units, whose numbers the sidecar counts as one', () => {
    const quotes = ['😀', '𠮷野家', '开源模型其实是一种智商税', '。”😮‍💨', 'Ann Li in 𪚥'];
    const annotations = quotes.map((words) => annotation(passageOf(words)));
    assert.equal(
      annotations[2]?.passages[0]?.start,
      Array.from(TEXT.slice(0, TEXT.indexOf('开源模型'))).length,
    );
    const placed = placeAnnotations(article, annotations);
    assert.deepEqual(
      wordsAt(placed),
      quotes.map((words) => [words]),
    );
    assert.deepEqual(
      placed.map(stateOf),
      quotes.map(() => 'anchored'),
    );
  });

  it('finds each passage of an annotation, in the order of the sidecar', () => {
    const both = annotation(
      passageOf('will always cost less to run than closed ones'),
      passageOf('Open models'),
    );
    assert.deepEqual(wordsAt(placeAnnotations(article, [both])), [
      ['will always cost less to run than closed ones', 'Open models'],
    ]);
  });

  it('finds what moved, tells what changed, and gives up on what is gone', () => {
    const annotations = [
      passageOf('开源模型其实是一种智商税'),
      passageOf('will always cost less to run than closed ones'),
      passageOf(
        'a speaker from the audience asked what either of them would pay for the electricity',
      ),
    ].map((one) => annotation(one));
    const now = new ArticleText(
      `A new first paragraph.\n\n${TEXT.replace('cost less to run', 'cost far less to run').replace(/Later .*\n/, '')}`,
    );
    const placed = placeAnnotations(now, annotations);
    assert.deepEqual(placed.map(stateOf), ['anchored', 'changed', 'orphaned']);
    assert.deepEqual(wordsAt(placed, now.text), [
      ['开源模型其实是一种智商税'],
      ['will always cost far less to run than closed ones'],
      ['orphaned'],
    ]);
  });

  it('doesn’t look for a detached passage, though its words stand there', () => {
    const detached = { ...passageOf('Open models'), detached: true };
    const placed = placeAnnotations(article, [
      annotation(detached, passageOf('Ann Li')),
      annotation(detached),
      annotation({ ...detached, detached: false }),
    ]);
    assert.deepEqual(wordsAt(placed), [['orphaned', 'Ann Li'], ['orphaned'], ['Open models']]);
    assert.deepEqual(placed.map(stateOf), ['orphaned', 'orphaned', 'anchored']);
  });

  it('copes with a passage that has its words alone, or wrong numbers', () => {
    const bare = annotation({ exact: 'Nobody answered her that day' });
    const wrong = annotation({ ...passageOf('Ann Li in 𪚥'), start: 1e9, end: 5 });
    assert.deepEqual(wordsAt(placeAnnotations(article, [bare, wrong])), [
      ['Nobody answered her that day'],
      ['Ann Li in 𪚥'],
    ]);
  });

  it('has the stored place settle a tie, counted in code points', () => {
    const text = new ArticleText(
      `${'😀'.repeat(40)}\n${'The very same words, again and again.\n'.repeat(6)}`,
    );
    const line = text.lines.startOf(5);
    const quote = describePassage(text.text, { start: line + 4, end: line + 19 }, text.map);
    const [placed] = placeAnnotations(text, [
      annotation({ ...quote, prefix: 'The ', suffix: ', again' }),
    ]);
    assert.deepEqual(placed?.passages, [
      { state: 'anchored', range: { start: line + 4, end: line + 19 } },
    ]);
  });

  it('has nothing to do without annotations, and finds nothing in an empty text', () => {
    assert.deepEqual(placeAnnotations(article, []), []);
    assert.deepEqual(
      wordsAt(placeAnnotations(new ArticleText(''), [annotation(passageOf('Ann Li'))])),
      [['orphaned']],
    );
  });
});

describe('stateOf', () => {
  it('is the worst passage’s', () => {
    const states: State[] = ['anchored', 'changed', 'ambiguous', 'orphaned'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 5 }), (given) => {
        const placed = {
          annotation: annotation({ exact: 'x' }),
          passages: given.map((state) => ({ state })),
        };
        assert.equal(
          stateOf(placed),
          states.findLast((state) => given.includes(state)),
        );
      }),
    );
  });
});

describe('comparePlaced', () => {
  /** An annotation with a stored start and, where it has a place, that place. */
  const placedAt = (id: string, range?: [number, number], start?: number): PlacedAnnotation => ({
    annotation: {
      id,
      role: 'claim',
      passages: [{ exact: id, ...(start !== undefined && { start }) }],
    },
    passages: [
      range === undefined
        ? { state: 'orphaned' }
        : { state: 'anchored', range: { start: range[0], end: range[1] } },
    ],
  });
  const sorted = (...placed: PlacedAnnotation[]) =>
    placed
      .sort(comparePlaced)
      .map((one) => one.annotation.id)
      .join(' ');

  it('goes by present places, the longer one first; what has none comes last, by its stored number', () => {
    assert.equal(
      sorted(
        placedAt('none'),
        placedAt('late', [9, 12], 0),
        placedAt('lost7', undefined, 7),
        placedAt('short', [3, 5], 99),
        placedAt('lost2', undefined, 2),
        placedAt('long', [3, 8]),
      ),
      'long short late lost2 lost7 none',
    );
  });

  it('goes by the first passage that has a place', () => {
    const split: PlacedAnnotation = {
      annotation: annotation({ exact: 'x', start: 0 }, { exact: 'y', start: 50 }),
      passages: [{ state: 'orphaned' }, { state: 'anchored', range: { start: 50, end: 51 } }],
    };
    assert.deepEqual(firstRange(split), { start: 50, end: 51 });
    assert.equal(sorted(split, placedAt('b', [20, 30]), placedAt('c', undefined, 1)), 'b a c');
    assert.equal(storedStart(split.annotation), 0);
  });

  it('is an order', () => {
    const any = fc
      .tuple(
        fc.option(fc.tuple(fc.nat(3), fc.nat(3)), { nil: undefined }),
        fc.option(fc.nat(3), { nil: undefined }),
      )
      .map(([range, start]) => placedAt('x', range && [range[0], range[0] + range[1]], start));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        assert.equal(Math.sign(comparePlaced(a, b)), -Math.sign(comparePlaced(b, a)) + 0);
        if (comparePlaced(a, b) <= 0 && comparePlaced(b, c) <= 0)
          assert.ok(comparePlaced(a, c) <= 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('passages with little stored context, written by hand or by other programs', () => {
  const text = new ArticleText(
    '开场。有人说：“智商税”。后来又有人说，这不是智商税。\n\n结尾：“智商税”之争。',
  );
  const place = (passage: Passage) => placeAnnotations(text, [annotation(passage)])[0]?.passages[0];
  const at = (words: string, from = 0) => ({
    start: text.text.indexOf(words, from),
    end: text.text.indexOf(words, from) + words.length,
  });

  it('are found by a quote that stands only once, without any context', () => {
    assert.deepEqual(place({ exact: '后来又有人说' }), {
      state: 'anchored',
      range: at('后来又有人说'),
    });
  });

  it('are found by a few characters of context that tell the places apart', () => {
    assert.deepEqual(place({ exact: '智商税', prefix: '不是', suffix: '。' }), {
      state: 'anchored',
      range: at('智商税', text.text.indexOf('不是')),
    });
    assert.deepEqual(place({ exact: '智商税', suffix: '”之争' }), {
      state: 'anchored',
      range: at('智商税', text.text.indexOf('结尾')),
    });
  });

  it('are where their words stand with that context, if that is one place (property)', () => {
    const words = fc.constantFrom('开源', '模型', 'open', ' ', '。', '税');
    const passage = fc.record({
      exact: fc.array(words, { minLength: 1, maxLength: 3 }),
      prefix: fc.array(words, { maxLength: 2 }),
      suffix: fc.array(words, { maxLength: 2 }),
      start: fc.option(fc.nat(60), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 20 }),
        fc.array(passage, { maxLength: 5 }),
        (text, passages) => {
          const whole = new ArticleText(text.join(''));
          const quoted = passages.map(({ exact, prefix, suffix, start }): Passage => ({
            exact: exact.join('').trim() || '税',
            prefix: prefix.join(''),
            suffix: suffix.join(''),
            ...(start !== undefined && { start, end: start + 1 }),
          }));
          placeAnnotations(
            whole,
            quoted.map((one) => annotation(one)),
          ).forEach((placed, i) => {
            const { exact, prefix = '', suffix = '', start } = quoted[i] as Passage;
            const places = Array.from(whole.text, (_, at) => at).filter((at) =>
              whole.text.startsWith(prefix + exact + suffix, at),
            );
            if (places.length === 1) assert.deepEqual(wordsAt([placed], whole.text), [[exact]]);
            if (places.length === 1)
              assert.equal(placed.passages[0]?.range?.start, (places[0] ?? 0) + prefix.length);
            if (places.length > 1 && start === undefined)
              assert.equal(stateOf(placed), 'ambiguous');
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are ambiguous where nothing tells the places apart, never the first one silently', () => {
    assert.deepEqual(place({ exact: '智商税' }), { state: 'ambiguous' });
    assert.deepEqual(place({ exact: '智商税', prefix: '“' }), { state: 'ambiguous' });
  });
});
