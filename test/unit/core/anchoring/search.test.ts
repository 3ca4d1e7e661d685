import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Aligner } from '../../../../src/core/anchoring/search/align';
import { chainMatches } from '../../../../src/core/anchoring/search/chain';
import { foldText } from '../../../../src/core/anchoring/folding/foldText';
import { fragmentOf } from '../../../../src/core/anchoring/folding/fragment';
import { gramHashAt, indexGrams } from '../../../../src/core/anchoring/search/gramIndex';
import { findMatches } from '../../../../src/core/anchoring/search/matches';
import {
  correspondencesInOrder,
  neighboursOf,
  orderEvidence,
  type Correspondence,
} from '../../../../src/core/anchoring/judge/order';
import {
  featuresOfPlace,
  logOdds,
  placeProbabilities,
} from '../../../../src/core/anchoring/judge/model';
import { isWholeSentence } from '../../../../src/core/anchoring/judge/wholeSentence';
import { VerbatimFinder } from '../../../../src/core/anchoring/search/verbatim';
import { runAtOnce } from '../../../../src/core/text/steps';
import { CHINESE, ENGLISH, passage, replace } from './articles';

describe('the gram index', () => {
  it('has every position of every gram that is looked for (property)', () => {
    const words = fc
      .array(fc.constantFrom('ab', 'abc', '中文', '同', 'xyz '), { minLength: 3, maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (text, wanted) => {
        const [a, b] = [foldText(text), foldText(wanted)];
        const index = indexGrams(a, [b]);
        for (let at = 0; at < b.length; at += 1) {
          const hash = gramHashAt(b.units, at, b.length);
          if (hash < 0) continue;
          const bucket = index.positions.subarray(
            index.starts[hash & index.mask],
            index.starts[(hash & index.mask) + 1],
          );
          for (let textAt = 0; textAt < a.length; textAt += 1) {
            if (gramHashAt(a.units, textAt, a.length) === hash) assert.ok(bucket.includes(textAt));
          }
        }
      }),
    );
  });
});

describe('matches and chains', () => {
  it('finds the pieces of an edited passage and chains them in order', () => {
    const { prefix, exact, suffix } = passage(ENGLISH, 'every month of talk makes them dearer');
    const fragment = fragmentOf(prefix, exact, suffix);
    const text = foldText(replace(ENGLISH, 'talk makes', 'debate made'));
    const matches = findMatches(fragment, text, indexGrams(text, [fragment.folded]), NaN);
    for (const match of matches) {
      for (let step = 0; step < match.length; step += 1)
        assert.equal(fragment.folded.units[match.at + step], text.units[match.textAt + step]);
    }
    const [best] = chainMatches(matches, fragment, 3);
    assert.ok(best !== undefined && best.matches.length >= 2);
    best.matches.forEach((match, index) => {
      const before = best.matches[index - 1];
      assert.ok(before === undefined || (match.at > before.at && match.textAt > before.textAt));
    });
  });
});

describe('alignment', () => {
  const align = (a: string, b: string, whole: boolean): [number, number][] => {
    const pairs: [number, number][] = [];
    const strand = (text: string) => ({
      units: Uint16Array.from(text, (character) => character.charCodeAt(0)),
      from: 0,
      step: 1 as const,
      length: text.length,
    });
    new Aligner().align(strand(a), strand(b), whole, (x, y) => pairs.push([x, y]));
    return pairs.reverse();
  };

  it('pairs equal units in order, around what was inserted or replaced', () => {
    assert.deepEqual(align('abcd', 'abXcd', true), [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 4],
    ]);
    assert.deepEqual(align('abcdef', 'abXXef', true), [
      [0, 0],
      [1, 1],
      [4, 4],
      [5, 5],
    ]);
  });

  it('ends where it scores best if it may', () => {
    assert.deepEqual(align('abzzzz', 'abqqqq', false), [
      [0, 0],
      [1, 1],
    ]);
  });

  it('pairs equal units only, each once and in order (property)', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 20 });
    fc.assert(
      fc.property(text, text, fc.boolean(), (a, b, whole) => {
        const pairs = align(a, b, whole);
        pairs.forEach(([x, y], index) => {
          assert.equal(a[x], b[y]);
          const before = pairs[index - 1];
          assert.ok(before === undefined || (before[0] < x && before[1] < y));
        });
        if (a === b) assert.equal(pairs.length, a.length);
      }),
    );
  });
});

describe('reading order', () => {
  it('keeps the longest part that is in order (property)', () => {
    const points = fc.array(fc.record({ before: fc.nat(30), now: fc.nat(30) }), { maxLength: 8 });
    fc.assert(
      fc.property(points, (list) => {
        const all = list.map((point, passage): Correspondence => ({ ...point, passage }));
        const chain = correspondencesInOrder(all);
        chain.forEach((point, index) => {
          const before = chain[index - 1];
          assert.ok(
            before === undefined || (before.before <= point.before && before.now <= point.now),
          );
        });
        let longest = 0;
        for (let subset = 0; subset < 1 << all.length; subset += 1) {
          const chosen = all
            .filter((_, index) => (subset >> index) & 1)
            .sort((a, b) => a.before - b.before || a.now - b.now);
          if (chosen.every((point, index) => index === 0 || chosen[index - 1]!.now <= point.now))
            longest = Math.max(longest, chosen.length);
        }
        assert.equal(chain.length, longest);
      }),
    );
  });

  it('expects a passage where its neighbours’ shift puts it', () => {
    const chain = [
      { before: 100, now: 150, passage: 0 },
      { before: 300, now: 350, passage: 2 },
    ];
    const neighbours = neighboursOf(chain, chain, 200, 1);
    const here = orderEvidence(200, 250, neighbours);
    assert.deepEqual([here.near, here.inOrder], [1, 1]);
    assert.ok(orderEvidence(200, 270, neighbours).near < here.near);
    assert.ok(orderEvidence(200, 200, neighbours).unmoved > here.unmoved);
    assert.equal(orderEvidence(200, 5000, neighbours).inOrder, -1);
    assert.deepEqual(orderEvidence(undefined, 250, neighbours), {
      near: 0,
      unmoved: 0,
      inOrder: 0,
    });
  });
});

describe('the model', () => {
  it('shares the probability between equally good places', () => {
    const [first, second] = placeProbabilities([5, 5]);
    assert.equal(first, second);
    assert.ok(first! < 0.5);
    assert.ok(placeProbabilities([5])[0]! > 0.99);
    assert.deepEqual(placeProbabilities([]), []);
    assert.ok(Number.isFinite(logOdds([1, 2], [3, 4])));
    assert.ok(placeProbabilities([1000, -1000]).every(Number.isFinite));
  });

  it('holds a whole passage’s being out of order against it only if it stands in order elsewhere', () => {
    const evidence = {
      range: { start: 0, end: 9 },
      textFrom: 0,
      similarity: 1,
      matchedWeight: 9,
      prefix: 1,
      suffix: 1,
      intact: 17,
      whole: 1,
      wholeSentence: false,
    };
    const oddsWith = (inOrder: number): number =>
      logOdds(
        featuresOfPlace(
          evidence,
          { near: 0, unmoved: 1, inOrder: -1 },
          { occurrences: 1, closure: 0, inOrder },
        ),
      );
    const between = logOdds(
      featuresOfPlace(
        evidence,
        { near: 1, unmoved: 0, inOrder: 1 },
        { occurrences: 1, closure: 0, inOrder: 1 },
      ),
    );
    assert.ok(oddsWith(1) < oddsWith(0.2));
    assert.ok(oddsWith(0.2) < oddsWith(0));
    assert.ok(oddsWith(1) < between - 2);
  });
});

describe('whole sentences', () => {
  const whole = (text: string, words: string): boolean =>
    isWholeSentence(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('knows a sentence, a line and a list item from a phrase', () => {
    assert.ok(whole(ENGLISH, 'Nobody expected a decision, and none came.'));
    assert.ok(whole(ENGLISH, 'The harbour question'));
    assert.ok(whole(CHINESE, '开发商的看法不同。'));
    assert.ok(whole('- one\n- two\n- three\n', 'two'));
    assert.ok(!whole(ENGLISH, 'expected a decision'));
    assert.ok(!whole(CHINESE, '北岸的仓库'));
  });
});

describe('recognising passages word for word', () => {
  it('finds them at their place, shifted, and only with all of the context', () => {
    const selector = passage(ENGLISH, 'every month of talk makes them dearer');
    const find = (text: string): number | undefined =>
      runAtOnce(new VerbatimFinder(text).find(selector, selector.start))?.start;
    assert.equal(find(ENGLISH), selector.start);
    assert.equal(find(`12345${ENGLISH}`), selector.start + 5);
    assert.equal(find(replace(ENGLISH, 'They offered', 'They proposed')), undefined);
  });

  it('does not choose between two places', () => {
    const selector = passage(ENGLISH, 'every month of talk makes them dearer');
    assert.equal(
      runAtOnce(new VerbatimFinder(`\n${ENGLISH}${ENGLISH}`).find(selector, undefined)),
      undefined,
    );
  });
});
