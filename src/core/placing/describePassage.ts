import { makeSelector } from '../anchoring';
import type { CodePointMap } from '../text/codePoints';
import type { Utf16Range } from '../text/range';

/** A new passage at a place of the text: quote, context and position as the sidecar has them. */
export function describePassage(
  text: string,
  range: Utf16Range,
  map: CodePointMap,
): { exact: string; prefix: string; suffix: string; start: number; end: number } {
  const { exact, prefix, suffix, start, end } = makeSelector(text, range);
  return { exact, prefix, suffix, ...map.rangeToCodePoints({ start, end }) };
}
