import { strict as assert } from 'node:assert';
import {
  isWorthOffering,
  learn,
  learnedRole,
  NOTHING_LEARNED,
  readLearned,
  worth,
  type Learned,
} from '../../../../src/core/reading/learned';
import type { OfferedPassage } from '../../../../src/core/reading/offeredPassage';
import { passageKey, readSkipped, withSkipped } from '../../../../src/core/reading/skipped';
import { wordsOf } from '../../../../src/core/reading/topicWords';

const passage = (more: Partial<OfferedPassage> & { text?: string } = {}): OfferedPassage => ({
  range: { start: 0, end: 10 },
  kind: 'quotation',
  suggestions: [],
  cue: undefined,
  topicShare: undefined,
  judges: false,
  asks: false,
  isSentence: true,
  words: wordsOf(more.text ?? ''),
  ...more,
});
const after = (times: number, one: OfferedPassage, role: string | undefined, from?: Learned) => {
  let learned = from ?? NOTHING_LEARNED;
  for (let i = 0; i < times; i++) learned = learn(learned, one, role);
  return learned;
};

describe('what is learned while reading', () => {
  it('offers quotations and reported statements before anything was learned', () => {
    const fresh = (kind: OfferedPassage['kind']) =>
      isWorthOffering(passage({ kind }), NOTHING_LEARNED);
    assert.deepEqual(
      [fresh('quotation'), fresh('reported'), fresh('attributed')],
      [true, true, false],
    );
    const about = passage({ kind: 'topic', topicShare: 0.8, judges: true });
    assert.ok(isWorthOffering(about, NOTHING_LEARNED));
  });

  it('offers what looks like a heading less', () => {
    const one = passage({ kind: 'topic', topicShare: 0.5 });
    assert.ok(isWorthOffering(one, NOTHING_LEARNED));
    assert.ok(!isWorthOffering({ ...one, isSentence: false }, NOTHING_LEARNED));
  });

  it('offers what somebody only asks less', () => {
    const one = passage({ kind: 'topic', topicShare: 0.5 });
    assert.ok(!isWorthOffering({ ...one, asks: true }, NOTHING_LEARNED));
    assert.ok(isWorthOffering(passage({ asks: true }), NOTHING_LEARNED));
  });

  it('offers a kind less after it was skipped, and more after it was accepted', () => {
    const one = passage();
    const before = worth(one, NOTHING_LEARNED);
    assert.ok(worth(one, after(1, one, undefined)) < before);
    assert.ok(worth(one, after(1, one, 'claim')) > before);
    assert.ok(!isWorthOffering(one, after(12, one, undefined)));
    assert.ok(isWorthOffering(passage({ kind: 'reported' }), after(12, one, undefined)));
  });

  it('tells passages of one kind apart by cue and words', () => {
    const joke = passage({ cue: '笑道', text: '天气真好啊大家' });
    const claim = passage({ cue: '表示', text: '渡口不能关掉' });
    const learned = after(5, joke, undefined, after(5, claim, 'claim'));
    assert.ok(worth(claim, learned) > worth(joke, learned) + 0.2);
    const unseen = worth(passage({ cue: '指出' }), learned);
    assert.ok(worth(claim, learned) > unseen && unseen > worth(joke, learned));
  });

  it('gives Enter the role that most of a kind got', () => {
    const roles = ['claim', 'evidence', 'rebuttal'];
    const one = passage({ kind: 'reported' });
    assert.equal(learnedRole(one, NOTHING_LEARNED, roles), 'claim');
    assert.equal(learnedRole(one, after(2, one, 'evidence'), roles), 'claim');
    assert.equal(learnedRole(one, after(3, one, 'evidence'), roles), 'evidence');
    assert.equal(learnedRole(passage(), after(3, one, 'evidence'), roles), 'claim');
    const mixed = after(3, one, 'rebuttal', after(3, one, 'evidence'));
    assert.equal(learnedRole(one, mixed, roles), 'claim');
  });

  it('stays small', () => {
    let learned = after(9, passage(), 'claim');
    for (let i = 0; i < 40; i++) {
      const words = Array.from({ length: 100 }, (_, at) => `w${i}.${at}`);
      learned = learn(learned, passage({ words: new Set(words) }), 'claim');
      assert.ok(Object.keys(learned.features).length <= 3_000);
    }
    assert.deepEqual(learned.features['kind:quotation'], [49, 0]);
  });

  it('reads back what it kept, and nothing that makes no sense', () => {
    const learned = after(2, passage({ cue: '表示' }), 'claim');
    assert.deepEqual(readLearned(JSON.parse(JSON.stringify(learned))), learned);
    for (const kept of [undefined, 7, [], { features: 3, roles: [] }, { features: { a: [1] } }])
      assert.deepEqual(readLearned(kept), NOTHING_LEARNED);
  });
});

describe('skipped passages', () => {
  it('are known by their words, wherever they stand', () => {
    const skipped = withSkipped({}, 'a.md', '渡口不能关');
    assert.deepEqual(skipped['a.md'], [passageKey(' 渡口不能关\n')]);
    assert.notEqual(passageKey('渡口不能关'), passageKey('渡口不能开'));
    assert.deepEqual(withSkipped(skipped, 'a.md', '渡口不能关'), skipped);
  });

  it('are forgotten at last', () => {
    let skipped = {};
    for (let i = 0; i < 1_000; i++) skipped = withSkipped(skipped, 'a.md', `passage ${i}`);
    for (let i = 0; i < 600; i++) skipped = withSkipped(skipped, `${i}.md`, 'x');
    assert.equal(Object.keys(skipped).length, 500);
    assert.ok(!('a.md' in skipped));
  });

  it('are read back as far as they make sense', () => {
    const skipped = withSkipped({}, 'a.md', '渡口不能关');
    assert.deepEqual(readSkipped(JSON.parse(JSON.stringify(skipped))), skipped);
    assert.deepEqual(readSkipped({ a: ['x', 3], b: 'y' }), { a: ['x'] });
    assert.deepEqual(readSkipped(null), {});
  });
});
