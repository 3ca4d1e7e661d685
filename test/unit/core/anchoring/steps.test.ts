import assert from 'node:assert/strict';
import { anchorAll, anchorAllInSteps, type Selector } from '../../../../src/core/anchoring';
import { foldInSteps, foldText } from '../../../../src/core/anchoring/folding/foldText';
import { indexGrams, indexGramsInSteps } from '../../../../src/core/anchoring/search/gramIndex';
import { Pace, runAtOnce, UNITS_A_STEP, type Steps } from '../../../../src/core/text/steps';

/** What steps give, and how many they were: each does no more than so much work. */
function counted<T>(steps: Steps<T>): { readonly result: T; readonly count: number } {
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done === true) return { result: value, count };
  }
}

const of = (part: string, length: number) =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

const lost = (text: string): Selector => ({
  exact: 'these words stand nowhere',
  prefix: 'x'.repeat(32),
  suffix: 'y'.repeat(32),
  start: text.length >> 1,
  end: (text.length >> 1) + 25,
});

describe('a search in steps', () => {
  const TEXTS = ['\n', 'a', '一行没有标点的字', 'A line. ', '\ufdfa'];
  const LENGTH = 20 * UNITS_A_STEP;

  for (const part of TEXTS) {
    const text = of(part, LENGTH);
    const name = JSON.stringify(part);

    it(`folds and indexes no more than so many units in a step: ${name}`, () => {
      const folding = counted(foldInSteps(text));
      const folded = folding.result;
      const units = Math.max(text.length, folded.length);
      assert.ok(folding.count >= Math.floor(units / UNITS_A_STEP), String(folding.count));
      const wanted = [foldText(part.repeat(30))];
      const indexing = counted(indexGramsInSteps(folded, wanted));
      const found = indexing.result.positions.length;
      const least = Math.floor((folded.length + 2 * found) / UNITS_A_STEP);
      assert.ok(indexing.count >= least, `${indexing.count} for ${least}`);
      assert.deepEqual(indexing.result, indexGrams(folded, wanted));
    });

    it(`takes more steps the longer the text is, not longer ones: ${name}`, () => {
      const [short, long] = [of(part, LENGTH / 4), text].map((one) =>
        counted(anchorAllInSteps(one, [lost(one)])),
      );
      // Searched through once word for word, and folded.
      const more = (2 * (LENGTH - LENGTH / 4)) / UNITS_A_STEP;
      assert.ok(long!.count >= short!.count + more, `${long!.count} after ${short!.count}`);
      assert.equal(long!.result[0]?.state, 'orphaned');
    });

    it(`takes more steps the longer a quote is: ${name}`, () => {
      const quote = (length: number): Selector => {
        const exact = `${text.slice(0, length / 2)}X${text.slice(0, length / 2 - 1)}`;
        return { exact, prefix: '', suffix: '', start: 0, end: length };
      };
      const [short, long] = [quote(1 << 12), quote(1 << 18)].map((one) =>
        counted(anchorAllInSteps(text, [one])),
      );
      assert.ok(long!.count >= short!.count + 8, `${long!.count} after ${short!.count}`);
    });
  }

  it('finds the same as a search at once, whatever others do in between', () => {
    const text = of('One line after the other, and this is line 没有区别. ', 300_000);
    const changed = `${text.slice(0, 150_000)}Here are words that stand only once.${text.slice(150_000)}`;
    const selectors = [
      lost(text),
      {
        exact: 'Here are words which stand only once.',
        prefix: text.slice(149_968, 150_000),
        suffix: text.slice(150_000, 150_032),
        start: 150_000,
        end: 150_037,
      },
    ];
    const steps = anchorAllInSteps(changed, selectors);
    for (;;) {
      // Buffers that are kept between searches at once are not this search's own.
      anchorAll(text.slice(0, 2000), selectors);
      const { done, value } = steps.next();
      if (done !== true) continue;
      assert.deepEqual(value, anchorAll(changed, selectors));
      assert.equal(value[1]?.state, 'changed');
      return;
    }
  });

  it('meets all characters for the first time in several steps, and makes room for what they fold to', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const text = all + of('\ufdfa', 100_000);
    const { result, count } = counted(foldInSteps(text));
    assert.ok(count >= Math.floor(result.length / UNITS_A_STEP));
    const [head, tail] = [foldText(all), foldText('\ufdfa')];
    assert.equal(result.length, head.length + 100_000 * tail.length);
    assert.deepEqual(result.units.slice(0, head.length), head.units.slice(0, head.length));
    assert.equal(runAtOnce(foldInSteps(text)).offsets[result.length - 1], text.length - 1);
  });
});

describe('a pace', () => {
  it('is due each time that a step’s work was done', () => {
    const pace = new Pace();
    const due = Array.from({ length: 8 }, () => pace.isDue(UNITS_A_STEP / 4));
    assert.deepEqual(due, [false, false, false, true, false, false, false, true]);
    assert.equal(pace.isDue(3 * UNITS_A_STEP), true);
    assert.equal(pace.isDue(1), false);
  });
});
