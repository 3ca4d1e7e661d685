import assert from 'node:assert/strict';
import { anchorAll, type Anchoring, type Selector } from '../../../../src/core/anchoring';
import { CHINESE, ENGLISH, passage, replace } from './articles';

/** The words found, or the state if nothing is attached. */
function found(text: string, selector: Selector): string {
  const [result] = anchorAll(text, [selector]) as [Anchoring];
  return result.state === 'ambiguous' || result.state === 'orphaned'
    ? result.state
    : text.slice(result.range.start, result.range.end);
}

function stateOf(text: string, selector: Selector): string | undefined {
  return anchorAll(text, [selector])[0]?.state;
}

const WARNING = 'If we wait another ten years, there will be nothing left to save.';
const PROMISES =
  'surveys had been promised in 2009, in 2014 and again in 2019, and that not one of them had ever been paid for';
const CHEAP = '北岸的仓库是全城最后一片便宜的地皮，每多谈一个月就更贵一分。';
const POSTCARD = '工会发言人把这份计划称为没有地址的明信片。';

describe('anchoring a passage', () => {
  it('finds it unchanged and shifted, as anchored', () => {
    for (const text of [ENGLISH, `A new first paragraph.\n\n${ENGLISH}`, ENGLISH.slice(30)]) {
      assert.equal(found(text, passage(ENGLISH, WARNING)), WARNING);
      assert.equal(stateOf(text, passage(ENGLISH, WARNING)), 'anchored');
    }
  });

  it('finds it with edited words, as changed', () => {
    const edited = replace(ENGLISH, 'nothing left to save', 'little left worth saving');
    assert.equal(
      found(edited, passage(ENGLISH, WARNING)),
      'If we wait another ten years, there will be little left worth saving.',
    );
    assert.equal(stateOf(edited, passage(ENGLISH, WARNING)), 'changed');
    const zh = replace(CHINESE, '全城最后一片便宜', '市内仅剩的廉价');
    assert.equal(
      found(zh, passage(CHINESE, CHEAP)),
      '北岸的仓库是市内仅剩的廉价的地皮，每多谈一个月就更贵一分。',
    );
  });

  it('gives replaced first and last words to the passage, up to the context', () => {
    const first = replace(
      ENGLISH,
      'If we wait another ten years',
      'Should we hesitate for a decade',
    );
    assert.equal(
      found(first, passage(ENGLISH, WARNING)),
      'Should we hesitate for a decade, there will be nothing left to save.',
    );
    const last = replace(CHINESE, '没有地址的明信片', '一张空头支票');
    assert.equal(found(last, passage(CHINESE, POSTCARD)), '工会发言人把这份计划称为一张空头支票。');
  });

  it('survives one badly edited stretch in a long quote', () => {
    // Tools that search slice by slice lose the passage with the slice.
    const edited = replace(
      ENGLISH,
      'in 2009, in 2014 and again in 2019,',
      'over and over by four different mayors',
    );
    assert.equal(
      found(edited, passage(ENGLISH, PROMISES)),
      'surveys had been promised over and over by four different mayors and that not one of them had ever been paid for',
    );
  });

  it('finds a quote as long as a book’s chapter word for word only', () => {
    const chapter = Array.from(
      { length: 9_000 },
      (_, i) => `Sentence ${i} of the long chapter. `,
    ).join('');
    const text = `Before it.\n${chapter}\nBehind it.\n`;
    const selector = passage(text, chapter);
    assert.equal(found(`New.\n${text}`, selector), chapter);
    assert.equal(stateOf(replace(text, 'Sentence 7 ', 'Phrase 7 '), selector), 'orphaned');
  });

  it('finds it although both neighbouring sentences were rewritten', () => {
    const rewritten = replace(
      replace(CHINESE, '在他们看来，', '按照他们的算盘，'),
      '他们提出修缮海堤',
      '作为交换，公司愿意修堤',
    );
    assert.equal(found(rewritten, passage(CHINESE, CHEAP)), CHEAP);
  });

  it('finds a whole sentence that was moved away from all its context', () => {
    const moved = `${POSTCARD}\n\n${replace(CHINESE, POSTCARD, '')}`;
    assert.equal(found(moved, passage(CHINESE, POSTCARD)), POSTCARD);
  });

  it('marks a passage as changed if only white space or typography differ', () => {
    const variants: [string, string][] = [
      [
        replace(ENGLISH, 'ten years, there', 'ten\nyears, there'),
        'If we wait another ten\nyears, there will be nothing left to save.',
      ],
      [
        replace(ENGLISH, 'ten years', '**ten** years'),
        'If we wait another **ten** years, there will be nothing left to save.',
      ],
      [ENGLISH.toUpperCase(), WARNING.toUpperCase()],
    ];
    for (const [text, words] of variants) {
      assert.equal(found(text, passage(ENGLISH, WARNING)), words);
      assert.equal(stateOf(text, passage(ENGLISH, WARNING)), 'changed');
    }
    const halfWidth = CHINESE.replaceAll('，', ',')
      .replaceAll('。', '.')
      .replaceAll('“', '"')
      .replaceAll('”', '"');
    assert.equal(
      found(halfWidth, passage(CHINESE, CHEAP)),
      '北岸的仓库是全城最后一片便宜的地皮,每多谈一个月就更贵一分.',
    );
    const crlf = ENGLISH.replaceAll('\n', '\r\n');
    assert.equal(found(`\ufeff${crlf}`, passage(ENGLISH, WARNING)), WARNING);
  });

  it('finds simplified words among traditional ones and the other way round, as changed', () => {
    const simplified = '网络上的软件后来都收费了，用户们发现，免费的东西里面往往藏着广告。';
    const traditional = '網路上的軟體後來都收費了，使用者們發現，免費的東西裡面往往藏著廣告。';
    for (const [from, to] of [
      [simplified, traditional],
      [traditional, simplified],
    ] as const) {
      const text = `${CHINESE}\n${from}\n`;
      const converted = `${CHINESE.replaceAll('议', '議').replaceAll('后', '後')}\n${to}\n`;
      assert.equal(found(converted, passage(text, from)), to);
      assert.equal(stateOf(converted, passage(text, from)), 'changed');
      const part = from.slice(-10, -1);
      assert.equal(found(converted, passage(text, part)), to.slice(-10, -1));
    }
  });

  it('keeps accents with their letter', () => {
    const text = `${ENGLISH}The café by the pier closed in May, its señor said.\n`;
    const words = 'The café by the pier closed in May, its señor';
    assert.equal(found(text.normalize('NFD'), passage(text, words)), words.normalize('NFD'));
  });
});

describe('characters of two units', () => {
  it('are never split, also where one half alone changed', () => {
    const text = `${ENGLISH}A flag 🏁 and a face 😀😁 were painted on the wall 😀.\n`;
    const selector = passage(text, '🏁 and a face 😀😁 were painted on the wall 😀');
    for (const [from, to] of [
      ['🏁', '🏃'],
      ['wall 😀', 'wall 😎'],
      ['😀😁', '😁😀'],
    ] as const) {
      const words = found(replace(text, from, to), selector);
      assert.equal(words, selector.exact.replace(from, to));
    }
  });
});

describe('not attaching to other words', () => {
  it('orphans a passage that was deleted', () => {
    assert.equal(
      stateOf(replace(ENGLISH, `"${WARNING}" `, ''), passage(ENGLISH, WARNING)),
      'orphaned',
    );
    assert.equal(stateOf(replace(CHINESE, POSTCARD, ''), passage(CHINESE, POSTCARD)), 'orphaned');
  });

  it('orphans a deleted passage although a near copy stands elsewhere', () => {
    const copy = '议会发言人把那份计划叫作没有地址的明信片。';
    assert.equal(
      stateOf(`${replace(CHINESE, POSTCARD, '')}\n${copy}\n`, passage(CHINESE, POSTCARD)),
      'orphaned',
    );
  });

  it('prefers the edited original to a near copy or an exact copy of a few words', () => {
    const twin = '工会发言人把这份方案称为没有地址的明信片。';
    const edited = replace(CHINESE, '把这份计划称为', '将这份计划比作');
    assert.equal(
      found(`${edited}\n${twin}\n`, passage(CHINESE, POSTCARD)),
      '工会发言人将这份计划比作没有地址的明信片。',
    );
    // The exact words stand elsewhere; an exact hit must not keep the original from being looked
    // for.
    const phrase = passage(CHINESE, '便宜的地皮');
    const elsewhere = `${replace(CHINESE, '便宜的地皮', '便宜得地皮')}\n隔壁的城市也没有便宜的地皮了，价格一路上涨。\n`;
    assert.ok(['便宜得地皮', 'ambiguous'].includes(found(elsewhere, phrase)));
  });

  it('orphans a short phrase whose sentence is gone though the phrase occurs elsewhere', () => {
    const text = replace(
      ENGLISH,
      'They offered to repair the sea wall in exchange for building rights on two plots.',
      'Nothing was offered.',
    );
    assert.equal(
      stateOf(
        `${text}\nAnother town wanted to repair the sea gates.\n`,
        passage(ENGLISH, 'to repair the sea'),
      ),
      'orphaned',
    );
  });

  it('calls equal places ambiguous, best first, when nothing tells them apart', () => {
    const block = 'Before the line. The very same sentence stands here. After the line.\n';
    const filler = 'Something quite different in between, long enough to matter for the search.\n';
    const selector: Selector = {
      exact: 'The very same sentence stands here.',
      prefix: 'Before the line. ',
      suffix: ' After the line.',
      start: NaN,
      end: NaN,
    };
    const [result] = anchorAll(filler + block + filler + block + filler, [selector]);
    assert.equal(result?.state, 'ambiguous');
    assert.equal(result.candidates.length, 2);
  });

  it('offers weak candidates for an orphan', () => {
    const text = replace(
      ENGLISH,
      WARNING,
      'There will be nothing left unless we act, and even then.',
    );
    const [result] = anchorAll(text, [passage(ENGLISH, WARNING)]);
    assert.ok(
      result?.state === 'orphaned' || result?.state === 'changed' || result?.state === 'ambiguous',
    );
  });
});

describe('anchoring an article’s passages together', () => {
  it('keeps the order of the selectors', () => {
    const words = ['Nobody expected a decision', WARNING, 'a few simply like the rust'];
    const selectors = words.map((one) => passage(ENGLISH, one)).reverse();
    const text = `New.\n\n${ENGLISH}`;
    const results = anchorAll(text, selectors);
    assert.deepEqual(
      results.map((result) =>
        result.state === 'anchored' ? text.slice(result.range.start, result.range.end) : '',
      ),
      [...words].reverse(),
    );
  });

  it('tells equal rows apart by their neighbours, and does not guess without', () => {
    const names = ['Arden', 'Bellow', 'Corrin', 'Dunmore'];
    const rows = (towns: readonly string[]): string =>
      towns
        .map(
          (name) =>
            `The town of ${name} has a working harbour, a market hall and a railway station.\nYes, in part.\n`,
        )
        .join('');
    const before = rows(names);
    const after = rows(['Zeeland', ...names]);
    const towns = names.map((name) => passage(before, `The town of ${name} has a working harbour`));
    const answers = towns.map((town): Selector => {
      const start = before.indexOf('Yes, in part.', town.end);
      return {
        exact: 'Yes, in part.',
        prefix: before.slice(start - 17, start),
        suffix: before.slice(start + 13, start + 22),
        start,
        end: start + 13,
      };
    });
    const results = anchorAll(after, [...towns, ...answers]).slice(towns.length);
    results.forEach((result, index) => {
      const expected = after.indexOf('Yes, in part.', after.indexOf(names[index]!));
      const best =
        result.state === 'anchored' || result.state === 'changed'
          ? result.range
          : result.candidates[0]?.range;
      assert.equal(best?.start, expected, names[index]);
    });
    assert.ok(results.filter(({ state }) => state === 'anchored').length >= 3);
    for (const answer of answers.slice(0, 3))
      assert.equal(stateOf(after, { ...answer, start: NaN, end: NaN }), 'ambiguous');
  });

  it('orphans an empty quote and resolves the rest', () => {
    const results = anchorAll(ENGLISH, [
      { exact: '', prefix: 'a', suffix: 'b', start: 3, end: 3 },
      passage(ENGLISH, WARNING),
    ]);
    assert.deepEqual(
      results.map(({ state }) => state),
      ['orphaned', 'anchored'],
    );
  });
});
