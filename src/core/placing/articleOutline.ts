import type { Heading } from '../text/blocks/headings';
import type { Utf16Range } from '../text/range';
import { firstRange, type PlacedAnnotation } from './placeAnnotations';

/** A heading with what stands below it, to the next one that is as high. */
export interface Section {
  readonly heading: Heading;
  readonly range: Utf16Range;
  readonly children: OutlineNode[];
}

/** An annotation where its first passage stands. */
export interface OutlinedAnnotation {
  readonly placed: PlacedAnnotation;
  readonly range: Utf16Range;
}

export type OutlineNode = Section | OutlinedAnnotation;

/**
 * The annotations of an article under its headings, all in the order of the text. Headings without
 * annotations, and annotations without a place, are left out.
 *
 * @param placed in reading order
 * @param headings in order
 * @param length of the text, UTF-16 units
 */
export function outlineOf(
  placed: readonly PlacedAnnotation[],
  headings: readonly Heading[],
  length: number,
): OutlineNode[] {
  const ends = sectionEnds(headings);
  const top: OutlineNode[] = [];
  /** The sections around the present place, the outermost first. */
  const open: Section[] = [];
  let next = 0;
  const goTo = (offset: number) => {
    for (; (headings[next]?.start ?? Infinity) <= offset; next++) {
      const heading = headings[next] as Heading;
      while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
      const range = { start: heading.start, end: ends[next] ?? length };
      open.push({ heading, range, children: [] });
    }
  };
  for (const one of placed) {
    const range = firstRange(one);
    if (range === undefined) continue;
    goTo(range.start);
    let children = top;
    for (const section of open) {
      if (children.at(-1) !== section) children.push(section);
      ({ children } = section);
    }
    children.push({ placed: one, range });
  }
  return top;
}

/** Where the sections of headings end: undefined with the text. */
function sectionEnds(headings: readonly Heading[]): (number | undefined)[] {
  const ends = new Array<number | undefined>(headings.length).fill(undefined);
  const open: number[] = [];
  for (const [index, { level, start }] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level)
      ends[open.pop() ?? 0] = start;
    open.push(index);
  }
  return ends;
}
