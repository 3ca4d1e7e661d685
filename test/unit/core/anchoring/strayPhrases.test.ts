import assert from 'node:assert/strict';
import {
  anchorAll,
  makeSelector,
  type Anchoring,
  type Selector,
} from '../../../../src/core/anchoring';
import { replace } from './articles';

/** A log of steps, some of which have the same words. */
const STEPS_EN = `# Opening the lock

The crew begins at six, and the lock is full by then.

1. The keeper reads the level of the upper basin, and writes it down.

2. The gates are closed by hand, one after the other, and the sluices after them.

3. The keeper reads the level of the lower basin again, once the water is calm.

Boats wait behind the white line until the lamp is green. Nobody stays on deck meanwhile.
`;
const STEPS_ZH = `# 开闸

船闸六点开始工作，那时闸室已经满了。

一、值班员读取水位的数值，并且记在本子上。

二、闸门用手关上，一扇接着一扇，然后是水阀。

三、等水面平静之后，值班员再读取水位的数值，交给船长看。

船在白线后面等待，直到绿灯亮起。这时甲板上不许有人。
`;

/** Describes a phrase where it stands in a sentence. */
function describeIn(text: string, sentence: string, words: string): Selector {
  const start = text.indexOf(sentence) + sentence.indexOf(words);
  return makeSelector(text, { start, end: start + words.length });
}

const READS = '1. The keeper reads the level of the upper basin, and writes it down.\n\n';
const RECORDS = '一、值班员读取水位的数值，并且记在本子上。\n\n';
const CASES = [
  [STEPS_EN, READS, 'reads the level of', 'The crew begins'],
  [STEPS_ZH, RECORDS, '读取水位的数值', '船闸六点开始'],
] as const;

describe('a short phrase without its context', () => {
  it('is not attached to another use of its words when its sentence is deleted', () => {
    for (const [text, sentence, words] of CASES) {
      const selector = describeIn(text, sentence, words);
      const [result] = anchorAll(replace(text, sentence, ''), [selector]) as [Anchoring];
      assert.equal(result.state, 'orphaned', words);
      assert.ok('candidates' in result && result.candidates.length > 0, 'the place is offered');
    }
  });

  it('is found where its context stands', () => {
    for (const [text, sentence, words, beginning] of CASES) {
      const now = replace(text, beginning, `To be read first. ${beginning}`);
      const [result] = anchorAll(now, [describeIn(text, sentence, words)]) as [Anchoring];
      assert.equal(result.state, 'anchored');
      assert.equal(result.range.start, now.indexOf(sentence) + sentence.indexOf(words));
    }
  });

  it('is found between its neighbours', () => {
    const text = replace(STEPS_EN, 'reads the level of the lower', 'measures the lower');
    const [before, words, after] = ['by then', 'reads the level of', 'closed by hand'];
    const now = replace(
      text,
      READS,
      '1. At dawn she reads the level of a pond, or has it read.\n\n',
    );
    const phrase = describeIn(text, READS, words);
    const [alone] = anchorAll(now, [phrase]);
    assert.equal(alone?.state, 'orphaned');
    const around = [before, after].map((one) => describeIn(text, one, one));
    const [found] = anchorAll(now, [phrase, ...around]);
    assert.equal(found?.state, 'anchored');
    assert.equal(found.range.start, now.indexOf(words));
  });
});

describe('a short answer that stands several times', () => {
  it('is not attached silently to any of them when the order changed', () => {
    const answers = ['Yes, in part.', 'No.', 'To be decided.', 'No.', 'Yes, in part.', 'No.'];
    const text = `# Answers\n\n${answers.join('\n\n')}\n\nThese are all the answers so far.\n`;
    const order = [3, 0, 4, 2, 5, 1];
    const now = `# Answers\n\n${order.map((at) => answers[at]).join('\n\n')}\n\nThese are all the answers so far.\n`;
    const start = text.indexOf('Yes, in part.', text.indexOf('To be'));
    const selector = makeSelector(text, { start, end: start + 'Yes, in part.'.length });
    const [result] = anchorAll(now, [selector]);
    assert.ok(result?.state === 'ambiguous' || result?.state === 'orphaned', result?.state);
  });
});
