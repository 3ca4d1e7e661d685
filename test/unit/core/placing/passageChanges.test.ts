import { strict as assert } from 'node:assert';
import { candidatesFor, placeAnnotations } from '../../../../src/core/placing/placeAnnotations';
import {
  acceptedPassages,
  attachPassage,
  detachedPassages,
  reattachedPassages,
  resizedBySelection,
  resizedPassages,
} from '../../../../src/core/placing/passageChanges';
import type { Annotation } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';
import { ArticleText } from '../../../../src/core/text/articleText';

const BEFORE = '会上，甲方说：“闭源模型的成本更低。”乙方反驳说：“没有证据支持这一点。🚀”';
const AFTER = BEFORE.replace('成本更低', '成本其实更低');

/** An annotation as it was stored while the article was `BEFORE`. */
function stored(...quotes: string[]): Annotation {
  const article = new ArticleText(BEFORE);
  const passages = quotes.map((exact) => {
    const start = BEFORE.indexOf(exact);
    return attachPassage({ exact }, { start, end: start + exact.length }, article);
  });
  return { id: 'a1', role: 'claim', passages };
}

function placeOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('deciding about passages', () => {
  const article = new ArticleText(AFTER);
  const place = (annotation: Annotation) =>
    placeAnnotations(article, [annotation])[0] ?? assert.fail('one annotation, one place');

  it('accepts the present words and keeps the first ones, however often', () => {
    const placed = place(stored('闭源模型的成本更低'));
    assert.equal(placed.passages[0]?.state, 'changed');
    const [accepted] = acceptedPassages(placed, article);
    assert.deepEqual(
      [accepted?.exact, accepted?.original],
      ['闭源模型的成本其实更低', '闭源模型的成本更低'],
    );
    assert.deepEqual([accepted?.start, accepted?.end], [8, 19]);
    const again = attachPassage(accepted ?? assert.fail(), placeOf(AFTER, '没有证据'), article);
    assert.deepEqual([again.exact, again.original], ['没有证据', '闭源模型的成本更低']);
  });

  it('keeps no first words where only the boundaries of what stands there are corrected', () => {
    const placed = place(stored('没有证据支持'));
    const [wider] = reattachedPassages(placed, [placeOf(AFTER, '没有证据支持这一点')], article);
    assert.deepEqual([wider?.exact, wider?.original], ['没有证据支持这一点', undefined]);
    const [elsewhere] = reattachedPassages(placed, [placeOf(AFTER, '甲方')], article);
    assert.deepEqual([elsewhere?.exact, elsewhere?.original], ['甲方', '没有证据支持']);
  });

  it('gives one passage of several other boundaries, and leaves the others as they are', () => {
    const annotation = stored('甲方说', '没有证据支持');
    const placed = place(annotation);
    const wanted = placeOf(AFTER, '没有证据支持这一点');
    const resized = resizedPassages(placed, 1, wanted, article);
    assert.equal(resized?.[0], annotation.passages[0]);
    assert.deepEqual(
      [resized?.[1]?.exact, resized?.[1]?.original],
      ['没有证据支持这一点', undefined],
    );
    assert.deepEqual(resizedBySelection(placed, [wanted], article), resized);
  });

  it('lets no two passages of an annotation overlap', () => {
    const placed = place(stored('甲方说', '没有证据支持'));
    const both = { start: placeOf(AFTER, '甲方说').start, end: placeOf(AFTER, '没有证据').end };
    assert.equal(resizedPassages(placed, 1, both, article), undefined);
    assert.equal(resizedBySelection(placed, [both], article), undefined);
    assert.equal(resizedBySelection(placed, [placeOf(AFTER, '会上')], article), undefined);
    const alone = place(stored('没有证据支持'));
    assert.equal(resizedBySelection(alone, [placeOf(AFTER, '没有证据')], article), undefined);
  });

  it('leaves what stands as quoted the same object', () => {
    const annotation = stored('没有证据支持这一点');
    const placed = place(annotation);
    assert.equal(acceptedPassages(placed, article)[0], annotation.passages[0]);
    assert.equal(detachedPassages(placed)[0], annotation.passages[0]);
  });

  it('detaches only what is doubtful', () => {
    const passages = detachedPassages(place(stored('闭源模型的成本更低', '没有证据支持这一点')));
    assert.deepEqual(
      passages.map(({ detached }) => detached),
      [true, undefined],
    );
  });

  it('gives a single place to the one passage without any', () => {
    const annotation = stored('闭源模型的成本更低', '没有证据支持这一点');
    const placed = {
      annotation,
      passages: [
        { state: 'orphaned' as const },
        { state: 'anchored' as const, range: placeOf(AFTER, '没有证据支持这一点') },
      ],
    };
    const passages = reattachedPassages(placed, [placeOf(AFTER, '甲方')], article);
    assert.deepEqual(
      passages.map(({ exact }) => exact),
      ['甲方', '没有证据支持这一点'],
    );
    assert.equal(passages[1], annotation.passages[1]);
  });

  it('takes as many places as passages one for one, and other numbers as the new passages', () => {
    const annotation = stored('闭源模型的成本更低', '没有证据支持这一点');
    const placed = place(annotation);
    const both = [placeOf(AFTER, '甲方'), placeOf(AFTER, '乙方')];
    assert.deepEqual(
      reattachedPassages(placed, both, article).map(({ exact, original }) => [exact, original]),
      [
        ['甲方', '闭源模型的成本更低'],
        ['乙方', '没有证据支持这一点'],
      ],
    );
    const three = reattachedPassages(placed, [...both, placeOf(AFTER, '会上')], article);
    assert.deepEqual(
      three.map(({ exact }) => exact),
      ['甲方', '乙方', '会上'],
    );
    assert.equal(three[0]?.original, '闭源模型的成本更低 … 没有证据支持这一点');
  });

  it('drops “detached” and an “original” that is the words again', () => {
    const passage = { exact: '乙方说', original: '甲方', detached: true, own: 'kept' };
    const attached = attachPassage(passage, placeOf(AFTER, '甲方'), article);
    assert.deepEqual(
      [attached.exact, 'detached' in attached, 'original' in attached, attached['own']],
      ['甲方', false, false, 'kept'],
    );
  });
});

describe('candidates', () => {
  it('has the equally good places of an ambiguous passage, and none for what has its place', () => {
    const article = new ArticleText('他说好。\n\n后来，他说好。\n\n最后，他说好。');
    const annotations: Annotation[] = [
      { id: 'a1', role: 'claim', passages: [{ exact: '他说好' }] },
      { id: 'a2', role: 'claim', passages: [{ exact: '最后，他说好' }] },
    ];
    const [open] = runAtOnce(candidatesFor(article, annotations, 'a1'));
    assert.equal(open?.passage, 0);
    for (const { start, end } of open.ranges)
      assert.equal(article.text.slice(start, end), '他说好');
    assert.equal(placeAnnotations(article, annotations)[1]?.passages[0]?.state, 'anchored');
  });

  it('offers a detached passage the place where it would be found', () => {
    const article = new ArticleText(BEFORE);
    const annotation = stored('没有证据支持这一点');
    const detached = {
      ...annotation,
      passages: annotation.passages.map((passage) => ({ ...passage, detached: true })),
    };
    assert.deepEqual(runAtOnce(candidatesFor(article, [detached], 'a1')), [
      { passage: 0, ranges: [placeOf(BEFORE, '没有证据支持这一点')] },
    ]);
  });
});
