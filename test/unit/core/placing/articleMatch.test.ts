import assert from 'node:assert/strict';
import {
  ArticleMatcher,
  compareMatches,
  type ArticleMatch,
} from '../../../../src/core/placing/articleMatch';
import { describePassage } from '../../../../src/core/placing/describePassage';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';
import { ArticleText } from '../../../../src/core/text/articleText';

const TEXT =
  '# 开源与闭源\n\n李彦宏说：“开源模型其实是一种智商税。”🚀\n\nThe minister said that the trains would run on time. Nobody asked the passengers about it.\n';
const passageOf = (words: string, text = TEXT): Passage => {
  const article = new ArticleText(text);
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return describePassage(text, { start, end: start + words.length }, article.map);
};
const annotation = (...passages: Passage[]): Annotation => ({ id: 'a', role: 'claim', passages });
const match = (text: string, ...annotations: Annotation[]) =>
  runAtOnce(new ArticleMatcher(annotations).match(new ArticleText(text)));

describe('ArticleMatcher', () => {
  const both = [
    annotation(passageOf('开源模型其实是一种智商税')),
    annotation(passageOf('the trains would run on time'), passageOf('Nobody asked the passengers')),
  ];

  it('is certain of the text that holds every passage word for word', () => {
    assert.deepEqual(match(TEXT, ...both), { passages: 3, found: 3, certain: true });
    assert.deepEqual(match(`A new introduction.\n\n${TEXT}\nAnd an end.\n`, ...both), {
      passages: 3,
      found: 3,
      certain: true,
    });
  });

  it('counts what is found with other words, and is not certain of it', () => {
    assert.deepEqual(match(TEXT.replace('would run on time', 'would often run on time'), ...both), {
      passages: 3,
      found: 3,
      certain: false,
    });
  });

  it('counts what is missing', () => {
    assert.deepEqual(match(TEXT.replace(/李彦宏.*\n/, ''), ...both), {
      passages: 3,
      found: 2,
      certain: false,
    });
  });

  it('says nothing of a text that has none of the words', () => {
    assert.equal(match('Something else altogether.\n', ...both), undefined);
    assert.equal(match('', ...both), undefined);
    assert.equal(match(TEXT), undefined);
  });

  it('is not certain where a passage may stand at several places', () => {
    const twice = annotation({ exact: 'the very same words stand here twice' });
    assert.deepEqual(
      match(
        'First the very same words stand here twice; then the very same words stand here twice.\n',
        twice,
      ),
      { passages: 1, found: 1, certain: false },
    );
  });

  it('is not certain of a few words that many texts have', () => {
    assert.deepEqual(match('Yes, the trains.\n', annotation({ exact: 'the trains' })), {
      passages: 1,
      found: 1,
      certain: false,
    });
    // The same words with their context are many.
    const [words] = [annotation(passageOf('the trains'))];
    assert.equal(match(TEXT, words)?.certain, true);
  });

  it('doesn’t expect detached passages anywhere', () => {
    const detached = annotation(
      { exact: 'never said anywhere', detached: true },
      passageOf('the trains would run on time'),
    );
    assert.deepEqual(match(TEXT, detached), { passages: 1, found: 1, certain: true });
    assert.equal(match(TEXT, annotation({ exact: 'the trains', detached: true })), undefined);
  });

  it('looks closely at a text of which one of the longest quotations stands there', () => {
    const short = Array.from({ length: 40 }, (_, i) =>
      annotation({ exact: `quotation number ${i}` }),
    );
    const long = annotation(
      passageOf(
        'The minister said that the trains would run on time. Nobody asked the passengers about it.',
      ),
    );
    assert.deepEqual(match(TEXT, ...short, long), { passages: 41, found: 1, certain: false });
  });
});

describe('compareMatches', () => {
  it('orders by the share that was found, what is certain first', () => {
    const matches: ArticleMatch[] = [
      { passages: 4, found: 1, certain: false },
      { passages: 4, found: 4, certain: false },
      { passages: 4, found: 4, certain: true },
      { passages: 4, found: 2, certain: false },
    ];
    assert.deepEqual(
      matches.sort(compareMatches).map(({ found, certain }) => `${found}${certain ? '!' : ''}`),
      ['4!', '4', '2', '1'],
    );
  });
});
