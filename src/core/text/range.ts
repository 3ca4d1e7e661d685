/**
 * A half-open stretch of an article's text in UTF-16 units, the unit of JavaScript strings and of
 * VS Code. The text is always the article's text as the sidecar sees it: no byte-order mark, line
 * ends read as LF.
 */
export interface Utf16Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A half-open stretch of an article's text in Unicode code points: what sidecars, exports and
 * command arguments hold.
 */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

/**
 * `range` without the white space at its ends; empty (at its former start) where it holds nothing
 * else.
 */
export function trimRange(text: string, range: Utf16Range): Utf16Range {
  const words = text.slice(range.start, range.end);
  const trimmedStart = words.trimStart();
  if (trimmedStart === '') return { start: range.start, end: range.start };
  const start = range.start + words.length - trimmedStart.length;
  return { start, end: start + trimmedStart.trimEnd().length };
}

/** Reading order: by where a range starts, the longer one first where two start together. */
export function compareRanges(a: Utf16Range, b: Utf16Range): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Whether `offset` lies in `range` or at one of its edges, as a cursor beside a word still belongs
 * to it.
 */
export function rangeTouches(range: Utf16Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `outer` has all of `inner`; a range has itself. */
export function containsRange(outer: Utf16Range, inner: Utf16Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
