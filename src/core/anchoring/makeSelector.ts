import { splitsPair } from './folding/surrogates';
import type { Selector, Utf16Range } from './types';

/** Context that is always stored, in code points a side. */
const BASE_CONTEXT = 32;
/** Context is never longer than this, in code points a side. */
const MAX_CONTEXT = 2000;

/**
 * Describes a passage so that it can be found again: its words, the context on both sides, its
 * position.
 *
 * The context has {@link BASE_CONTEXT} code points a side, or as many more as make prefix + exact +
 * suffix occur once in the text: the smallest sufficient number. If {@link MAX_CONTEXT} does not
 * suffice, it has the base length.
 *
 * One pass over the text, O(n): a rival occurrence lengthens the pattern just enough to exclude
 * that rival, and the search goes on from there, for what a shorter pattern excludes the longer one
 * excludes too.
 *
 * @param text the article, LF only and without a byte-order mark
 * @param range the passage in UTF-16 units; clamped to the text, and widened rather than split a
 *   surrogate pair
 */
export function makeSelector(text: string, range: Utf16Range): Selector {
  const [start, end] = passageBounds(text, range);
  const length = start === end ? BASE_CONTEXT : sufficientContext(text, start, end);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(back(text, start, length), start),
    suffix: text.slice(end, forward(text, end, length)),
    start,
    end,
  };
}

/** The range as two offsets in the text, in order, at code point boundaries. */
function passageBounds(text: string, range: Utf16Range): [number, number] {
  const clamp = (offset: number): number =>
    Number.isNaN(offset) ? 0 : Math.max(0, Math.min(text.length, Math.trunc(offset)));
  let start = clamp(Math.min(range.start, range.end));
  let end = clamp(Math.max(range.start, range.end));
  if (splitsPair(text, start)) start -= 1;
  if (splitsPair(text, end)) end += 1;
  return [start, end];
}

/**
 * The smallest context, in code points a side, that makes the passage's description unique; else
 * the base length. Rivals behind the passage are met first: in a text that repeats itself, the next
 * one shares all that the context could have, which ends the search at once.
 */
function sufficientContext(text: string, start: number, end: number): number {
  let length = BASE_CONTEXT;
  let left = back(text, start, length);
  let pattern = text.slice(left, forward(text, end, length));
  let wrapped = false;
  let at = text.indexOf(pattern, left + 1);
  for (;;) {
    if (at < 0) {
      if (wrapped) return length;
      wrapped = true;
      at = text.indexOf(pattern);
    }
    // Having wrapped around, the passage itself is the last to be met.
    if (wrapped && at >= left) return length;
    const rivalStart = at + (start - left);
    const needed = distinguishingContext(text, start, end, rivalStart);
    if (needed > MAX_CONTEXT) return BASE_CONTEXT;
    // The pattern matched the rival, so what tells them apart lies beyond the present length.
    length = Math.max(length + 1, needed);
    left = back(text, start, length);
    pattern = text.slice(left, forward(text, end, length));
    at = text.indexOf(pattern, Math.max(wrapped ? 0 : left + 1, rivalStart - (start - left) + 1));
  }
}

/**
 * The smallest context, in code points a side, in which the passage and an equal rival differ;
 * Infinity if none up to the maximum.
 */
function distinguishingContext(
  text: string,
  start: number,
  end: number,
  rivalStart: number,
): number {
  const rivalEnd = rivalStart + (end - start);
  const reach = 2 * MAX_CONTEXT;
  let before = 1;
  while (before <= reach && before <= start && text[start - before] === text[rivalStart - before])
    before += 1;
  let after = 0;
  while (after < reach && end + after < text.length && text[end + after] === text[rivalEnd + after])
    after += 1;
  // At the text's own edge there is nothing more to store, so that side cannot tell them apart.
  const byPrefix = before <= start ? codePoints(text, start - before, start) : Infinity;
  const bySuffix = end + after < text.length ? codePoints(text, end, end + after + 1) : Infinity;
  return Math.min(byPrefix, bySuffix);
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (at === from || !splitsPair(text, at)) count += 1;
  return count;
}

/** The offset `count` code points before `from`. */
function back(text: string, from: number, count: number): number {
  let at = from;
  for (let n = 0; n < count && at > 0; n += 1) at -= splitsPair(text, at - 1) ? 2 : 1;
  return at;
}

/** The offset `count` code points after `from`. */
function forward(text: string, from: number, count: number): number {
  let at = from;
  for (let n = 0; n < count && at < text.length; n += 1) at += splitsPair(text, at + 1) ? 2 : 1;
  return at;
}
