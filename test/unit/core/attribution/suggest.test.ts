import assert from 'node:assert/strict';
import { suggest, type SuggestOptions } from '../../../../src/core/attribution/index';

/** Who says the words in an article, and the cue. */
function best(text: string, words: string, options: SuggestOptions = {}): string | undefined {
  const start = text.indexOf(words);
  assert.ok(start >= 0, `“${words}” stands in the text`);
  return suggest(text, [{ start, end: start + words.length }], options)[0]?.speaker;
}

describe('suggesting the speaker of a passage', () => {
  it('finds who speaks before and behind a Chinese quotation', () => {
    const text =
      '林岚在会上表示：“电池的成本还会下降。”\n\n“产能明年翻一番。”方志远补充道。\n\n方志远认为，补贴不该取消。';
    assert.equal(best(text, '电池的成本还会下降'), '林岚');
    assert.equal(best(text, '产能明年翻一番'), '方志远');
    assert.equal(best(text, '补贴不该取消'), '方志远');
  });

  it('gives a known speaker by his name where an alias stands', () => {
    const text = '“The bridge will open in May,” Ms. Alder told reporters on Monday.';
    const speakers = [{ name: 'Ruth Alder', aliases: ['Alder'] }];
    assert.equal(best(text, 'The bridge will open in May', { speakers }), 'Ruth Alder');
  });

  it('finds who speaks behind and before English words, also without quotation marks', () => {
    const text =
      'Tom Reyes said the harbour would close. “We can wait,” said Ada Quill, who owns two boats. According to the ministry, the dredging takes a year.';
    assert.equal(best(text, 'the harbour would close'), 'Tom Reyes');
    assert.equal(best(text, 'We can wait'), 'Ada Quill');
    assert.match(best(text, 'the dredging takes a year') ?? '', /ministry/);
  });

  it('says where the cue and the speaker stand', () => {
    const text = '---\ntitle: 会议\n---\n\n**林岚**在会上表示：“电池的成本还会下降。”';
    const start = text.indexOf('电池');
    const [found] = suggest(text, [{ start, end: start + 4 }]);
    assert.ok(found?.cue !== undefined && found.span !== undefined);
    assert.equal(found.cue.text, text.slice(found.cue.start, found.cue.end));
    assert.equal(text.slice(found.span.start, found.span.end), '林岚');
  });

  it('tells quotations from reports, and says who passes them on', () => {
    const text =
      '据《江报》报道，林岚表示：“电池的成本还会下降。”她认为，补贴“不该”取消。方志远说，产能明年翻一番。';
    const typeOf = (words: string) => {
      const start = text.indexOf(words);
      return suggest(text, [{ start, end: start + words.length }])[0]?.quoteType;
    };
    assert.equal(typeOf('电池的成本还会下降'), 'direct');
    assert.equal(typeOf('“电池的成本还会下降。”'), 'direct');
    assert.equal(typeOf('补贴“不该”取消'), 'mixed');
    assert.equal(typeOf('产能明年翻一番'), 'indirect');
    const transcript =
      '方志远：产能明年翻一番。\n\n林岚：成本还会下降。\n\n方志远：补贴不该取消。\n\n林岚：再等等。\n';
    const start = transcript.indexOf('成本');
    const [turn] = suggest(transcript, [{ start, end: start + 4 }]);
    assert.deepEqual([turn?.speaker, turn?.quoteType], ['林岚', 'direct']);
    assert.equal(suggest(text, [{ start: 0, end: 0 }])[0]?.quoteType, undefined);
  });

  it('suggests nobody for no passage', () => {
    assert.deepEqual(suggest('林岚说：“好。”', []), []);
  });
});
