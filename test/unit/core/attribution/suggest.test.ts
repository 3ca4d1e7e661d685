import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suggest, type KnownSpeaker } from '../../../../src/core/attribution';

/** The first suggestion for words of a text; undefined where nobody is suggested. */
function first(text: string, words: string, speakers?: readonly KnownSpeaker[]) {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  const passages = [{ start, end: start + words.length }];
  return suggest(text, passages, speakers === undefined ? {} : { speakers })[0];
}

const who = (text: string, words: string, speakers?: readonly KnownSpeaker[]) =>
  first(text, words, speakers)?.speaker;

describe('who says a passage, in Chinese', () => {
  it('stands before the quotation, behind it, or between its halves', () => {
    const text =
      '周末的听证会上，水务局局长陈立表示：“水价三年没有涨过。”\n\n“这次必须涨。”居民代表吴珊说。\n\n“管道老了，”工程师郑河解释说，“再不换就要漏。”';
    assert.equal(who(text, '水价三年没有涨过'), '陈立');
    assert.equal(who(text, '这次必须涨'), '吴珊');
    assert.equal(who(text, '管道老了'), '郑河');
    assert.equal(who(text, '再不换就要漏'), '郑河');
  });

  it('is not the one who is spoken to, or of', () => {
    const text = '记者问吴珊怎么看。陈立在回应吴珊时表示：“我不同意吴珊的说法，水价要涨。”';
    assert.equal(who(text, '水价要涨'), '陈立');
  });

  it('is found without quotation marks too', () => {
    const text = '据水务局介绍，新管道明年动工。陈立认为，旧管道还能用十年。';
    assert.equal(who(text, '旧管道还能用十年'), '陈立');
    assert.equal(who(text, '新管道明年动工'), '水务局');
  });

  it('is the person that a pronoun stands for', () => {
    const text =
      '水务局局长陈立周三来到社区。他说：“水价不会一次涨到位。”他进一步解释道：“分三年涨。”';
    assert.equal(who(text, '水价不会一次涨到位'), '陈立');
    assert.equal(who(text, '分三年涨'), '陈立');
  });

  it('is named by a transcript’s labels', () => {
    const text =
      '主持人：水价为什么要涨？\n\n陈立：因为管道老了，要换。\n\n吴珊：我不同意。\n\n主持人：那怎么办？\n\n陈立：分三年涨。\n\n吴珊：还是太快。\n';
    assert.equal(who(text, '因为管道老了，要换'), '陈立');
    assert.equal(who(text, '我不同意'), '吴珊');
  });

  it('goes by the canonical name of a known speaker', () => {
    const known = [{ name: '陈立', aliases: ['陈局长'] }];
    assert.equal(who('陈局长说：“水价要涨。”', '水价要涨', known), '陈立');
  });

  it('says with which words', () => {
    const found = first('水务局局长陈立表示：“水价三年没有涨过。”', '水价三年没有涨过');
    assert.ok(found);
    assert.ok(found.cue?.text.includes('表示'), found.cue?.text);
    assert.ok(found.score > 0.8, String(found.score));
    assert.equal(found.quoteType, 'direct');
  });
});

describe('who says a passage, in English', () => {
  const text =
    '“The pipes are old,” Maria Lopez, who runs the water board, said on Friday. Residents were angry. “Prices must not rise,” said Tom Reed, a tenant. Ms. Lopez told him that the board had no choice. According to the ministry, the leaks cost millions. “We will see,” he added.';

  it('stands around the quotation', () => {
    assert.equal(who(text, 'The pipes are old'), 'Maria Lopez');
    assert.equal(who(text, 'Prices must not rise'), 'Tom Reed');
  });

  it('is found in reported speech', () => {
    assert.match(who(text, 'the board had no choice') ?? '', /Lopez/);
    assert.match(who(text, 'the leaks cost millions') ?? '', /ministry/);
  });

  it('is the person that a pronoun stands for', () => {
    const story =
      'Tom Reed came late on Monday. “I was stuck in the rain,” he said. Nobody believed the man.';
    assert.equal(who(story, 'I was stuck in the rain'), 'Tom Reed');
  });
});

describe('who says a line of a story', () => {
  const story = [
    '晚上，兰子来了。',
    '“你吃饭了没有？”',
    '石头问她。',
    '“还没有。”',
    '兰子低着头说。',
    '“那就在这里吃。”',
    '“不了，我娘等着我。”',
    '石头没有再说什么。',
  ].join('\n');
  const people = [{ name: '石头' }, { name: '兰子' }];

  it('is named around it, or takes turns', () => {
    assert.equal(who(story, '你吃饭了没有', people), '石头');
    assert.equal(who(story, '还没有', people), '兰子');
  });
});

describe('how a passage is quoted', () => {
  const text = '水务局局长陈立表示，水价“三年没有涨过”，明年会涨。';
  it('is told by the marks in it and around it', () => {
    assert.equal(first(text, '三年没有涨过')?.quoteType, 'direct');
    assert.equal(first(text, '明年会涨')?.quoteType, 'indirect');
    assert.equal(first(text, '水价“三年没有涨过”')?.quoteType, 'mixed');
  });
});

describe('suggestions', () => {
  it('are ranked, each speaker once, with scores from 0 to 1, whatever the text is', () => {
    const words = fc.constantFrom(
      '陈立',
      '说：“',
      '。”',
      '水价要涨',
      '他',
      'Tom Reed',
      ' said ',
      '“',
      '”',
      '\n\n',
      '. ',
      '据',
      '称，',
      'A：',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const found = suggest(text, [{ start: start ?? 0, end: end ?? 0 }]);
        const names = found.map(({ speaker }) => speaker);
        assert.equal(new Set(names).size, names.length);
        const scores = found.map(({ score }) => score);
        assert.ok(scores.every((score) => score >= 0 && score <= 1));
        assert.deepEqual(
          scores,
          [...scores].sort((x, y) => y - x),
        );
        for (const { cue } of found)
          if (cue !== undefined) assert.equal(text.slice(cue.start, cue.end), cue.text);
      }),
    );
  });

  it('are none for an empty text', () => {
    assert.deepEqual(suggest('', [{ start: 0, end: 0 }]), []);
  });
});
