import assert from 'node:assert/strict';
import { anchorAll, type Anchoring, type Selector } from '../../../../src/core/anchoring';
import { CHINESE, ENGLISH, passage, replace } from './articles';

/** The words found; the state if nothing is attached. */
function found(text: string, selector: Selector): string {
  const [result] = anchorAll(text, [selector]) as [Anchoring];
  return result.state === 'ambiguous' || result.state === 'orphaned'
    ? result.state
    : text.slice(result.range.start, result.range.end);
}

const OFFER = 'They offered to repair the sea wall in exchange for building rights on two plots.';
const CHEAP = '北岸的仓库是全城最后一片便宜的地皮，每多谈一个月就更贵一分';

describe('the edges of a passage beside an insertion', () => {
  it('leave out what was inserted before it and begins as it does', () => {
    const inserted = 'They offered to repair the road to the northern suburbs first. ';
    assert.equal(found(replace(ENGLISH, OFFER, inserted + OFFER), passage(ENGLISH, OFFER)), OFFER);
    assert.equal(
      found(replace(CHINESE, CHEAP, `北岸的仓库是渔民们的，${CHEAP}`), passage(CHINESE, CHEAP)),
      CHEAP,
    );
  });

  it('leave out what was inserted behind it and ends as it does', () => {
    const inserted = ' The city in turn would grant them building rights on two plots.';
    assert.equal(found(replace(ENGLISH, OFFER, OFFER + inserted), passage(ENGLISH, OFFER)), OFFER);
    assert.equal(
      found(replace(CHINESE, CHEAP, `${CHEAP}，而且房租也就更贵一分`), passage(CHINESE, CHEAP)),
      CHEAP,
    );
  });

  it('do so although a word of it was changed too', () => {
    const changed = OFFER.replace('to repair', 'to mend');
    const inserted = 'They offered to repair the road to the northern suburbs first. ';
    assert.equal(
      found(replace(ENGLISH, OFFER, inserted + changed), passage(ENGLISH, OFFER)),
      changed,
    );
    const zh = CHEAP.replace('是全城', '乃全城');
    assert.equal(
      found(replace(CHINESE, CHEAP, `北岸的仓库是渔民们的，${zh}`), passage(CHINESE, CHEAP)),
      zh,
    );
    const late = OFFER.replace('two plots', 'two large plots');
    const behind = ' The city would in turn see to it that they had building rights on two plots.';
    assert.equal(found(replace(ENGLISH, OFFER, late + behind), passage(ENGLISH, OFFER)), late);
  });

  it('keep a word that was inserted amid its words and has its first letters', () => {
    const meeting = 'The meeting ended at midnight, an hour later than announced.';
    const other = meeting.replace('The', 'The other');
    assert.equal(found(replace(ENGLISH, meeting, other), passage(ENGLISH, meeting)), other);
  });

  it('keep what was inserted amid its words', () => {
    const longer = OFFER.replace(
      'in exchange',
      'and, after some hesitation, the pier, in exchange',
    );
    assert.equal(found(replace(ENGLISH, OFFER, longer), passage(ENGLISH, OFFER)), longer);
    const zh = CHEAP.replace('最后一片', '在最近几年大兴土木之后最后一片');
    assert.equal(found(replace(CHINESE, CHEAP, zh), passage(CHINESE, CHEAP)), zh);
  });
});

describe('a passage that stands word for word', () => {
  it('is found whole although its first sign could belong to what stood before it', () => {
    const rows = [
      ['The pilots know every rock in the harbour. |\n', '| Depth | Measured in spring, by hand.'],
      ['领航员认识港里的每一块礁石。|\n', '|水深|每年春天由人工测量一次。'],
    ] as const;
    for (const [before, words] of rows) {
      const text = `${ENGLISH}\n${before}${words} |\n${CHINESE}`;
      const now = text.replace(`${before}${words}`, `${before.slice(0, -3)}${words}`);
      assert.equal(found(now, passage(text, words)), words);
    }
  });
});

describe('what is left of a passage', () => {
  it('is not found by two letters or one character of it', () => {
    const words = 'every month of talk makes them dearer';
    for (const left of ['k  er', 'k  also er'])
      assert.equal(found(replace(ENGLISH, words, left), passage(ENGLISH, words)), 'orphaned', left);
    assert.equal(
      found(replace(CHINESE, '便宜的地皮', '旧的'), passage(CHINESE, '便宜的地皮')),
      'orphaned',
    );
  });

  it('is found by three letters or two characters of it where its context stands', () => {
    const words = 'the noise';
    assert.equal(found(replace(ENGLISH, words, 'a noise'), passage(ENGLISH, words)), 'a noise');
    assert.equal(
      found(replace(CHINESE, '便宜的地皮', '便宜房子'), passage(CHINESE, '便宜的地皮')),
      '便宜房子',
    );
  });
});
