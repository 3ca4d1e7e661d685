import * as assert from 'node:assert';
import { WordEnds } from '../../../../src/core/attribution/text/wordEnds';
import { WordIndex } from '../../../../src/core/attribution/text/wordIndex';
import { Cast } from '../../../../src/core/attribution/people/cast';

describe('finding words of a list', () => {
  it('gives the longest one that stands at a place', () => {
    const index = new WordIndex(['表示', '表示赞同', '认为']);
    assert.strictEqual(index.endAt('他表示赞同这一点', 1), 5);
    assert.strictEqual(index.endAt('他表示反对', 1), 3);
    assert.strictEqual(index.endAt('他表演', 1), -1);
  });

  it('takes the next shorter one where the longest may not stand', () => {
    const index = new WordIndex(['所说', '所']);
    assert.strictEqual(
      index.endAt('如他所说，', 2, (_, end) => end < 4),
      3,
    );
  });

  it('takes any white space for the white space in a word', () => {
    const index = new WordIndex(['Ada Lind']);
    assert.strictEqual(index.endAt('by Ada \n Lind', 3), 13);
    assert.strictEqual(index.endAt('by AdaLind', 3), -1);
  });

  it('gives the longest one that ends at a place', () => {
    const ends = new WordEnds(['会', '委员会', '局']);
    assert.strictEqual(ends.before('教育委员会'), '委员会');
    assert.strictEqual(ends.before('教育委员会', 3), undefined);
    assert.strictEqual(ends.before('晚会'), '会');
    assert.strictEqual(ends.before(''), undefined);
  });

  it('finds names in Latin letters as whole words only', () => {
    const cast = new Cast([{ name: 'Ann', aliases: ['安·李'] }]);
    const found = cast.mentionsIn('Annual Ann, HannAnn安·李');
    assert.deepStrictEqual(
      found.map(({ start, end }) => [start, end]),
      [
        [7, 10],
        [19, 22],
      ],
    );
  });
});
