import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EntryAnchor, type Asked } from '../../../../src/core/proposals/anchorEntry';
import type { Entry } from '../../../../src/core/proposals/answerReader';
import { FoldedArticle, plainWords } from '../../../../src/core/proposals/foldedArticle';
import { dropReasons, type Proposal } from '../../../../src/core/proposals/proposal';
import { runAtOnce } from '../../../../src/core/text/steps';

const TEXT = `# 渡口之争

航运公司总经理林岚在会上表示：“摆渡的成本**还会下降**，明年票价不会再涨。”
有人问：“钱从哪里来？”林岚没有回答。后来又有人问：“钱从哪里来？”

Tom Rivers said the ferry “can’t be closed
before 2030”. Nobody in Riverside agreed. “We can pay for it,” said Ann Line.
`;

const anchorFor = (text: string, more: Partial<Asked> = {}) =>
  new EntryAnchor({
    article: runAtOnce(FoldedArticle.of(text)),
    roles: ['claim', 'evidence', 'rebuttal'],
    stances: ['favor', 'against'],
    topic: 'ferry',
    speakers: [{ name: '林岚', aliases: ['Lin Lan', '岚'] }],
    annotated: () => [],
    isRejected: () => false,
    ...more,
  });
const whole = { start: 0, end: TEXT.length };
const take = (entry: Entry, more: Partial<Asked> = {}) =>
  anchorFor(TEXT, more).anchor(entry, whole);
const said = (proposal: Proposal | string) =>
  typeof proposal === 'string' ? proposal : TEXT.slice(proposal.range.start, proposal.range.end);

describe('an entry held against the article', () => {
  const found: readonly (readonly [string, string, string])[] = [
    ['as it stands', '明年票价不会再涨', '明年票价不会再涨'],
    ['across emphasis', '摆渡的成本还会下降，明年', '摆渡的成本**还会下降**，明年'],
    ['beginning in emphasis', '还会下降，明年', '**还会下降**，明年'],
    ['ending in emphasis', '摆渡的成本还会', '摆渡的成本**还会'],
    ['in other widths', '还会下降,明年票价', '**还会下降**，明年票价'],
    [
      'with straight marks, over a line end',
      "can't be closed before 2030",
      'can’t be closed\nbefore 2030',
    ],
    ['without its marks of quotation', '“We can pay for it,”', 'We can pay for it,'],
  ];
  for (const [name, quote, words] of found)
    it(`is found ${name}`, () => {
      assert.equal(said(take({ quote, speaker: '林岚' })), words);
    });

  const dropped: readonly (readonly [string, Entry, string])[] = [
    ['other words', { quote: '摆渡的成本还会上升', speaker: '林岚' }, 'notInArticle'],
    ['another case', { quote: 'nobody in riverside agreed', speaker: '林岚' }, 'notInArticle'],
    ['too few words', { quote: '的', speaker: '林岚' }, 'notInArticle'],
    ['only signs', { quote: ' ** ', speaker: '林岚' }, 'notInArticle'],
    ['words at two places', { quote: '钱从哪里来', speaker: '林岚' }, 'ambiguous'],
    ['no speaker', { quote: '明年票价不会再涨' }, 'speaker'],
    ['a speaker of another article', { quote: '明年票价不会再涨', speaker: '周建国' }, 'speaker'],
    ['a part of a name', { quote: 'We can pay for it', speaker: 'River' }, 'speaker'],
    ['a sign as a name', { quote: '明年票价不会再涨', speaker: '“”' }, 'speaker'],
  ];
  for (const [name, entry, reason] of dropped)
    it(`is dropped for ${name}`, () => {
      assert.equal(take(entry), reason);
    });

  it('is the one of two with the words before it, or the only one that is still to come', () => {
    const second = TEXT.lastIndexOf('钱从哪里来');
    const before = take({ quote: '钱从哪里来？', speaker: '林岚', before: '后来又有人问：' });
    assert.ok(typeof before !== 'string');
    assert.equal(before.range.start, second);
    const anchor = anchorFor(TEXT);
    anchor.anchor({ quote: '林岚没有回答', speaker: '林岚' }, whole);
    const next = anchor.anchor({ quote: '钱从哪里来', speaker: '林岚' }, whole);
    assert.ok(typeof next !== 'string');
    assert.equal(next.range.start, second);
  });

  it('stands in the part that the model was given', () => {
    const part = { start: TEXT.indexOf('后来'), end: TEXT.length };
    const proposal = anchorFor(TEXT).anchor({ quote: '钱从哪里来', speaker: '林岚' }, part);
    assert.ok(typeof proposal !== 'string');
    assert.equal(proposal.range.start, TEXT.lastIndexOf('钱从哪里来'));
    assert.equal(
      anchorFor(TEXT).anchor({ quote: '明年票价不会再涨', speaker: '林岚' }, part),
      'notInArticle',
    );
  });

  it('has the known speaker’s name, or that of the article, and the nearest place of it', () => {
    const alias = TEXT.replace('林岚没有', 'Lin Lan没有');
    const known = anchorFor(alias).anchor(
      { quote: '后来又有人问', speaker: 'Lin Lan' },
      { start: 0, end: alias.length },
    );
    assert.ok(typeof known !== 'string');
    assert.equal(known.speaker, '林岚');
    assert.equal(alias.slice(known.named.start, known.named.end), 'Lin Lan');
    const written = take({ quote: 'We can pay for it', speaker: 'Ann  Line' });
    assert.ok(typeof written !== 'string');
    assert.equal(written.speaker, 'Ann Line');
  });

  it('has the words that say who speaks, where they stand near it', () => {
    const entry = { quote: '明年票价不会再涨', speaker: '林岚' };
    const cue = (speakerWords: string) => {
      const proposal = take({ ...entry, speakerWords });
      return typeof proposal === 'string' ? proposal : proposal.cue?.text;
    };
    assert.equal(cue('林岚在会上表示'), '林岚在会上表示');
    assert.equal(cue('林岚大声说'), undefined);
    assert.equal(cue('明年票价'), undefined);
  });

  it('has roles, stances and the topic only as they are known', () => {
    const entry = { quote: '明年票价不会再涨', speaker: '林岚' };
    const known = take({ ...entry, role: 'evidence', topic: 'ferry', stance: 'favor' });
    assert.ok(typeof known !== 'string');
    assert.deepEqual([known.role, known.topic, known.stance], ['evidence', 'ferry', 'favor']);
    const other = take({ ...entry, role: 'opinion', topic: 'trains', stance: 'favor' });
    assert.ok(typeof other !== 'string');
    assert.deepEqual([other.role, other.topic, other.stance], ['claim', undefined, undefined]);
    const strange = take({ ...entry, topic: 'ferry', stance: 'constructor' });
    assert.ok(typeof strange !== 'string' && strange.stance === undefined);
  });

  it('is dropped where the passage is annotated, was proposed, or was refused before', () => {
    const entry = { quote: '明年票价不会再涨', speaker: '林岚' };
    const at = TEXT.indexOf('票价');
    assert.equal(take(entry, { annotated: () => [{ start: at, end: at + 6 }] }), 'annotated');
    assert.equal(
      said(take(entry, { annotated: () => [{ start: at - 30, end: at }] })),
      entry.quote,
    );
    assert.equal(take(entry, { isRejected: (words) => words === entry.quote }), 'rejected');
    const anchor = anchorFor(TEXT);
    anchor.anchor(entry, whole);
    assert.equal(anchor.anchor({ ...entry, quote: '票价不会再涨' }, whole), 'repeated');
  });

  it('has no words, speaker or cue that aren’t the article’s, whatever a model says', () => {
    const pieces = fc.constantFrom(
      ...[
        '林岚',
        '说：',
        '“',
        '”',
        '**',
        '渡口',
        'ferry ',
        'Ann Line',
        '，',
        '。',
        '\n',
        '\n\n',
        '😀',
      ],
      ...['é', 'e\u0301', '㈱', 'ﬁ', '（', '(', '\u200b', 'LIN ', '`', '臺', '台'],
    );
    const words = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
    const entry = fc.record({
      quote: words,
      before: fc.option(words, { nil: undefined }),
      speaker: fc.option(fc.oneof(words, fc.constantFrom('林岚', 'Ann Line', 'Lin Lan')), {
        nil: undefined,
      }),
      speakerWords: fc.option(words, { nil: undefined }),
    });
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((all) => `林岚${all.join('')}`),
        fc.array(entry, { maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 4 }),
        (text, entries, slices) => {
          const part = { start: 0, end: text.length };
          const anchor = anchorFor(text);
          const copied = slices.map(([from, length]) => ({
            quote: text.slice(from, from + length),
            speaker: '林岚',
          }));
          for (const one of [...entries, ...copied]) {
            const proposal = anchor.anchor(one, part);
            if (typeof proposal === 'string') {
              assert.ok(dropReasons.includes(proposal));
              continue;
            }
            taken += 1;
            const { range, speaker, named, cue } = proposal;
            const quoted = text.slice(range.start, range.end);
            assert.ok(plainWords(one.quote).includes(plainWords(quoted)), quoted);
            assert.ok(quoted.trim() === quoted && quoted !== '');
            assert.doesNotMatch(quoted, /\p{Cs}/u);
            const names = ['林岚', 'Lin Lan', '岚', one.speaker ?? ''].map(plainWords);
            assert.ok(names.includes(plainWords(text.slice(named.start, named.end))));
            assert.ok(speaker === '林岚' || text.includes(speaker));
            if (cue !== undefined) assert.equal(text.slice(cue.start, cue.end), cue.text);
          }
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(taken > 50, `${taken} were taken`);
  });
});
