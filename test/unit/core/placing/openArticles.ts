import assert from 'node:assert/strict';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import type { Replacement } from '../../../../src/core/placing/changeSet';
import { describePassage } from '../../../../src/core/placing/describePassage';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';
import { CodePointMap } from '../../../../src/core/text/codePoints';
import type { Utf16Range } from '../../../../src/core/text/range';
import { inverse, randomText, whole } from './edits';

/** Random edits: of so many articles, so many each. */
export const ARTICLES = 1000;
export const EDITS = 100;

export const TEXT = `李彦宏在圆桌上说：“开源模型其实是一种智商税。”没有人回答他😀。

Ann Li said that open models would always cost less to run. “Closed ones,” she added, “will follow.” The audience agreed with her, though not with all of it.

Later that evening a reporter asked both of them what they would pay for the electricity, and neither of them had an answer.
`;
export const QUOTES = [
  '开源模型其实是一种智商税',
  'open models would always cost less to run',
  'a reporter asked both of them what they would pay for the electricity',
] as const;
export const [CHINESE, ENGLISH, LATER] = QUOTES;

export const passageAt = (text: string, range: Utf16Range): Passage =>
  describePassage(text, range, new CodePointMap(text));
export const rangeOf = (text: string, words: string): Utf16Range => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
export const annotation = (id: string, ...passages: Passage[]): Annotation => ({
  id,
  role: 'claim',
  passages,
});

/** An open article with the passages annotated as `a0`, `a1`, …, one each. */
export function opened(words: readonly string[] = QUOTES, text = TEXT): LiveArticle {
  const live = new LiveArticle(text);
  take(
    live,
    words.map((one, i) => annotation(`a${i}`, passageAt(text, rangeOf(text, one)))),
  );
  assert.deepEqual(
    statesOf(live),
    words.map(() => 'anchored'),
  );
  return live;
}

/** Takes annotations over, and finds their passages. */
export function take(
  live: LiveArticle,
  annotations: readonly Annotation[],
  known?: ReadonlyMap<string, readonly Utf16Range[]>,
): void {
  live.setAnnotations(annotations, known);
  assert.equal(runAtOnce(live.findPassages()), true);
}

/**
 * Follows the file's reloading with another text, as VS Code tells it: a change that nobody typed.
 */
export function reload(live: LiveArticle, text: string): void {
  live.applyChanges([{ start: 0, end: textOf(live).length, text }]);
  live.doubtPlaces();
  assert.equal(runAtOnce(live.findPassages()), true);
}

/**
 * Saves the article: the sidecar is written with the words that were typed in, and taken over.
 *
 * @returns the annotations that were written
 */
export function saveTyped(live: LiveArticle): Annotation[] {
  const typed = live.typedAnnotations();
  const written = new Map(typed.map((one) => [one.annotation.id, one.annotation]));
  const places = new Map(
    typed.map((one) => [one.annotation.id, one.passages.flatMap(({ range }) => range ?? [])]),
  );
  const all = live.placed.map((one) => written.get(one.annotation.id) ?? one.annotation);
  if (typed.length > 0) take(live, all, places);
  return [...written.values()];
}

export const textOf = (live: LiveArticle) => live.article.text;
export const statesOf = (live: LiveArticle) =>
  live.placed.flatMap(({ passages }) => passages.map(({ state }) => state));
export const wordsOf = (live: LiveArticle) =>
  live.placed.flatMap(({ passages }) =>
    passages.map(({ range }) => range && textOf(live).slice(range.start, range.end)),
  );

/**
 * Puts `now` in the place of `was`, of which the text has one; returns the edit that takes it back.
 */
export function edit(live: LiveArticle, was: string, now: string): Replacement[] {
  const before = textOf(live);
  assert.equal(before.split(was).length, 2, `one “${was}”`);
  const changes = [{ ...rangeOf(before, was), text: now }];
  live.applyChanges(changes);
  return inverse(changes, before);
}

/** An article with some passages, none empty, that may overlap. */
export function randomArticle(
  random: (below: number) => number,
  text = randomText(random, 20 + random(40)),
): { live: LiveArticle; ranges: Utf16Range[] } {
  const ranges = Array.from({ length: 4 }, () => {
    const start = whole(text, random(text.length - 4));
    return { start, end: whole(text, start + 2 + random(Math.min(20, text.length - start - 2))) };
  }).filter(({ start, end }) => start < end);
  const live = new LiveArticle(text);
  take(
    live,
    ranges.map((range, i) => annotation(`a${i}`, passageAt(text, range))),
    new Map(ranges.map((range, i) => [`a${i}`, [range]])),
  );
  return { live, ranges };
}
