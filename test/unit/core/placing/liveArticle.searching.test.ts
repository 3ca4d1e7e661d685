import assert from 'node:assert/strict';
import { placeAnnotations } from '../../../../src/core/placing/placeAnnotations';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import type { Annotation } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';
import { randomEdit, randomNumbers, randomText, turnNumbers } from './edits';
import {
  annotation,
  edit,
  passageAt,
  rangeOf,
  saveTyped,
  statesOf,
  take,
  textOf,
  wordsOf,
} from './openArticles';

describe('LiveArticle, while passages are looked for', () => {
  const name = (i: number) => randomText(randomNumbers(i + 1), 12).replace(/\s/g, '');
  const words = Array.from(
    { length: 40 },
    (_, i) => `${name(i)} says that ${name(i + 40)}${name(i + 80)} ${i} is enough`,
  );
  const text = words.map((one) => `${one}，and goes on.\n`).join('');
  const annotations = words.map((one, i) =>
    annotation(`a${i}`, passageAt(text, rangeOf(text, one))),
  );
  const changed = text.replaceAll('is enough', 'is never enough');

  /** Goes so many steps ahead; a search of all takes more of them. */
  function steps(search: Generator<void, boolean, void>, count: number): void {
    for (let done = 0; done < count; done++) assert.equal(search.next().done, false);
  }

  it('shows what it had until all is found', () => {
    const live = new LiveArticle(text);
    take(live, annotations.slice(0, 1));
    live.setAnnotations(annotations);
    const search = live.findPassages();
    steps(search, 10);
    assert.deepEqual(statesOf(live), ['anchored']);
    assert.equal(runAtOnce(search), true);
    assert.deepEqual(wordsOf(live), words);
  });

  it('has what was just selected at once', () => {
    const live = new LiveArticle(changed);
    live.setAnnotations(
      [...annotations, annotation('new', { exact: '3 is' })],
      new Map([['new', [rangeOf(changed, '3 is')]]]),
    );
    assert.deepEqual(wordsOf(live), ['3 is']);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual([live.placed.length, wordsOf(live).at(-1)], [41, '3 is']);
  });

  it('begins again after typing, which moves what has its place', () => {
    const live = new LiveArticle(text);
    take(live, annotations.slice(20));
    live.setAnnotations(annotations);
    const search = live.findPassages();
    steps(search, 10);
    edit(live, ' 29 is enough，', ' 29 is enough，！');
    assert.equal(runAtOnce(search), false);
    assert.equal(live.placed.length, 20);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual(wordsOf(live), words);
  });

  it('begins again for annotations that came on the way', () => {
    const live = new LiveArticle(text);
    live.setAnnotations(annotations);
    const search = live.findPassages();
    steps(search, 10);
    live.setAnnotations(annotations.slice(0, 2));
    assert.equal(runAtOnce(search), false);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual(wordsOf(live), words.slice(0, 2));
  });

  it('takes nothing that is typed at doubtful places for typing in a passage', () => {
    const live = new LiveArticle(text);
    take(live, annotations);
    live.applyChanges([{ start: 0, end: text.length, text: changed }]);
    live.doubtPlaces();
    const search = live.findPassages();
    steps(search, 10);
    edit(live, ' 7 is never', ' 7 is nevermore');
    assert.deepEqual([live.typedAnnotations(), saveTyped(live)], [[], []]);
    assert.equal(runAtOnce(search), false);
    assert.equal(runAtOnce(live.findPassages()), true);
    assert.deepEqual(wordsOf(live)[7], words[7]?.replace('enough', 'nevermore enough'));
    assert.deepEqual([statesOf(live)[7], saveTyped(live)], ['changed', []]);
  });

  it('finds in the end what a search at once finds, whatever is typed and taken over on the way', () => {
    for (let turn = 1; turn <= 20; turn++) {
      const random = turnNumbers(turn);
      const live = new LiveArticle(text);
      let wanted: readonly Annotation[] = annotations;
      take(live, wanted);
      const things = [
        () => {
          live.applyChanges(randomEdit(random, textOf(live)));
        },
        () => live.setAnnotations((wanted = annotations.filter(() => random(4) > 0))),
        () => live.doubtPlaces(),
      ];
      live.applyChanges([{ start: 0, end: text.length, text: changed }]);
      live.doubtPlaces();
      for (let search = live.findPassages(), left = 20; ;) {
        const { done, value } = search.next();
        if (done === true && value) break;
        if (done === true) search = live.findPassages();
        else if (left > 0 && random(50) === 0) {
          things[random(things.length)]?.();
          left -= 1;
        }
      }
      assert.deepEqual(
        live.placed.map(({ annotation: { id } }) => id),
        wanted.map(({ id }) => id),
      );
      const anew = placeAnnotations(live.article, wanted);
      assert.deepEqual(
        live.placed,
        anew.map(({ annotation: one, passages }) => ({
          annotation: one,
          passages: passages.map((passage) => ({ ...passage, typedIn: false })),
        })),
        `turn ${turn}`,
      );
    }
  });
});
