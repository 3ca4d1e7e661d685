import { strict as assert } from 'node:assert';
import { moveEdge } from '../../../../src/core/reading/clauses';
import { statedDate } from '../../../../src/core/reading/nearDate';
import { passageAt } from '../../../../src/core/reading/passageAt';

/** The passage at `|`. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end } = passageAt(text, offset);
  return text.slice(start, end);
}

describe('passageAt', () => {
  it('takes the quotation that the cursor is in, without its marks', () => {
    assert.equal(at('镇长说：“桥修好|了，渡口就该关。”老周没有说话。'), '桥修好了，渡口就该关。');
    assert.equal(at('“The ferry |must stay,” she said.'), 'The ferry must stay,');
    assert.equal(at('他说：「渡口|不能关」，又走了。'), '渡口不能关');
  });

  it('takes the sentence outside of quotations, and around a term that is set off', () => {
    assert.equal(at('镇长|说：“桥修好了，渡口就该关。”'), '镇长说：“桥修好了，渡口就该关。”');
    assert.equal(at('所谓“智商|税”其实不存在。后来呢。'), '所谓“智商税”其实不存在。');
    assert.equal(at('They call it “open |source” here. Yes.'), 'They call it “open source” here.');
  });

  it('takes one sentence of a quotation that has several', () => {
    assert.equal(at('他说：“渡口不能关。关了谁也过|不了河。桥太远。”'), '关了谁也过不了河。');
  });

  it('takes the whole of a quotation that quotes in turn', () => {
    assert.equal(
      at('她说：“老周说‘渡口|不能关，谁都不行’，我信。”'),
      '老周说‘渡口不能关，谁都不行’，我信。',
    );
  });

  it('finds nothing on a blank line', () => {
    assert.equal(at('一。\n\n|\n\n二。'), '');
  });
});

describe('moveEdge', () => {
  const text = '他说，渡口不能关，关了过不了河；桥太远。还有一句。\n\n下一段，在这里。';
  const part = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const moved = (words: string, edge: 'start' | 'end', forward: boolean) => {
    const { start, end } = moveEdge(text, part(words), { edge, forward });
    return text.slice(start, end);
  };

  it('moves the end by clauses, and stays in the paragraph', () => {
    assert.equal(moved('渡口不能关', 'end', true), '渡口不能关，关了过不了河');
    assert.equal(moved('渡口不能关，关了过不了河', 'end', false), '渡口不能关');
    assert.equal(moved('还有一句。', 'end', true), '还有一句。');
    assert.equal(moved('桥太远。还有一句', 'end', true), '桥太远。还有一句');
  });

  it('moves the start by clauses', () => {
    assert.equal(moved('渡口不能关', 'start', false), '他说，渡口不能关');
    assert.equal(moved('渡口不能关，关了过不了河', 'start', true), '关了过不了河');
    assert.equal(moved('下一段，在这里。', 'start', false), '下一段，在这里。');
  });

  it('keeps some words', () => {
    assert.equal(moved('渡口不能关', 'end', false), '渡口不能关');
    assert.equal(moved('渡口不能关', 'start', true), '渡口不能关');
  });

  it('cuts no number and stops before quotation marks', () => {
    const english = 'It costs 1,000 a year, she said, “and more in winter.”';
    const first = { start: 0, end: english.indexOf(', she') };
    const longer = moveEdge(english, first, { edge: 'end', forward: true });
    assert.equal(english.slice(longer.start, longer.end), 'It costs 1,000 a year, she said');
    const shorter = moveEdge(english, longer, { edge: 'end', forward: false });
    assert.equal(english.slice(shorter.start, shorter.end), 'It costs 1,000 a year');
  });
});

describe('statedDate', () => {
  const dated = (text: string, words: string, published?: string) => {
    const start = text.indexOf(words);
    return statedDate(text, { start, end: start + words.length }, published)?.date;
  };

  it('takes the day that the passage’s own sentence names', () => {
    assert.equal(dated('2024年7月4日，林岚表示：“渡口不能关。”', '渡口不能关'), '2024-07-04');
    assert.equal(
      dated('On July 4, 2024, Ms Lee said: “The ferry must stay.”', 'The ferry must stay'),
      '2024-07-04',
    );
    assert.equal(dated('上周五，林岚说：“渡口不能关。”', '渡口不能关', '2024-07-11'), '2024-07-05');
  });

  it('takes no day of another sentence, of what is said, no year, and none of two', () => {
    assert.equal(dated('2024年7月4日开会。林岚说：“渡口不能关。”', '渡口不能关'), undefined);
    assert.equal(dated('林岚说：“2024年7月4日渡口不能关。”', '2024年7月4日渡口不能关'), undefined);
    assert.equal(dated('2024年，林岚说：“渡口不能关。”', '渡口不能关'), undefined);
    assert.equal(
      dated('2024年7月4日和2024年7月9日，林岚说：“渡口不能关。”', '渡口不能关'),
      undefined,
    );
    assert.equal(dated('林岚说：“渡口不能关。”', '渡口不能关', '2024-07-11'), undefined);
  });
});
