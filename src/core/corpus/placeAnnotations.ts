import { anchorAll, type Selector } from '../anchoring';
import type { Annotation, Passage, State } from '../model/types';
import type { ArticleText } from '../text/articleText';
import type { CodePointMap } from '../text/codePoints';
import type { Utf16Range } from '../text/range';

/** Where one passage is in the present text. */
export interface PlacedPassage {
  readonly state: State;
  /** UTF-16 offsets; present if the passage is `anchored` or `changed`. */
  readonly range?: Utf16Range;
}

/** An annotation with the places of its passages, in the passages' order. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly passages: readonly PlacedPassage[];
}

const ORPHANED: PlacedPassage = { state: 'orphaned' };
const BADNESS: readonly State[] = ['anchored', 'changed', 'ambiguous', 'orphaned'];

/**
 * Finds the passages of all of an article's annotations in its present text. They are resolved together, since
 * neighbours are evidence for each other; a detached passage is not looked for.
 */
export function placeAnnotations({ text, map }: ArticleText, annotations: readonly Annotation[]): PlacedAnnotation[] {
  const wanted = annotations.flatMap(({ passages }) => passages.filter(({ detached }) => detached !== true));
  const anchorings = anchorAll(text, wanted.map((passage) => selectorOf(passage, map)));
  let next = 0;
  return annotations.map((annotation) => ({
    annotation,
    passages: annotation.passages.map(({ detached }): PlacedPassage => {
      const anchoring = detached === true ? undefined : anchorings[next++];
      if (anchoring === undefined) return ORPHANED;
      return 'range' in anchoring ? { state: anchoring.state, range: anchoring.range } : { state: anchoring.state };
    }),
  }));
}

function selectorOf({ exact, prefix = '', suffix = '', start = 0, end }: Passage, map: CodePointMap): Selector {
  return { exact, prefix, suffix, ...map.rangeToUtf16({ start, end: end ?? start }) };
}

/** An annotation's state: its worst passage's. */
export function stateOf({ passages }: PlacedAnnotation): State {
  return BADNESS[Math.max(...passages.map(({ state }) => BADNESS.indexOf(state)))] ?? 'orphaned';
}

/** Where an annotation begins: its first placed passage; undefined if none is placed. */
export function firstRange({ passages }: PlacedAnnotation): Utf16Range | undefined {
  return passages.find(({ range }) => range !== undefined)?.range;
}

/**
 * Reading order: by where the first placed passage is, the longer one first where two start together; what isn't
 * placed comes last, by its stored position.
 */
export function comparePlaced(a: PlacedAnnotation, b: PlacedAnnotation): number {
  const [rangeA, rangeB] = [firstRange(a), firstRange(b)];
  if (rangeA !== undefined && rangeB !== undefined) return rangeA.start - rangeB.start || rangeB.end - rangeA.end;
  if (rangeA !== undefined || rangeB !== undefined) return rangeA === undefined ? 1 : -1;
  return storedStart(a.annotation) - storedStart(b.annotation);
}

/** The first passage's stored position, code points; after all others where the sidecar has none. */
export function storedStart({ passages }: Annotation): number {
  return passages[0]?.start ?? Number.MAX_SAFE_INTEGER;
}
