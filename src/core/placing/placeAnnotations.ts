import { anchorAllInSteps, ExactPlaces, type Anchoring, type Selector } from '../anchoring';
import type { Annotation, Passage, State } from '../model/types';
import type { ArticleText } from '../text/articleText';
import type { CodePointMap } from '../text/codePoints';
import type { Utf16Range } from '../text/range';
import { runAtOnce } from '../text/steps';

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
 * Finds the passages of all of an article's annotations in its present text. They are resolved
 * together, since neighbours are evidence for each other; a detached passage is not looked for.
 */
export function placeAnnotations(
  article: ArticleText,
  annotations: readonly Annotation[],
): PlacedAnnotation[] {
  return runAtOnce(placeAnnotationsInSteps(article, annotations));
}

/**
 * The same in steps of some milliseconds, for the caller to let others have their turn in between.
 */
export function* placeAnnotationsInSteps(
  article: ArticleText,
  annotations: readonly Annotation[],
): Generator<void, PlacedAnnotation[], void> {
  const wanted = wantedOf(annotations);
  return pairPlaces(
    article,
    annotations,
    wanted,
    yield* anchorAllInSteps(
      article.text,
      wanted.map((passage) => selectorOf(passage, article.map)),
    ),
  );
}

function wantedOf(annotations: readonly Annotation[]): Passage[] {
  return annotations.flatMap(({ passages }) =>
    passages.filter(({ detached }) => detached !== true),
  );
}

function pairPlaces(
  { text }: ArticleText,
  annotations: readonly Annotation[],
  wanted: readonly Passage[],
  anchorings: readonly Anchoring[],
): PlacedAnnotation[] {
  const littleContext = new LittleContext(text, wanted);
  let next = 0;
  return annotations.map((annotation) => ({
    annotation,
    passages: annotation.passages.map((passage): PlacedPassage => {
      const anchoring = passage.detached === true ? undefined : anchorings[next++];
      if (anchoring === undefined) return ORPHANED;
      const places = littleContext.places(passage);
      if (places?.length === 1) return { state: 'anchored', range: places[0] as Utf16Range };
      if (places !== undefined && places.length > 1 && passage.start === undefined)
        return { state: 'ambiguous' };
      return 'range' in anchoring
        ? { state: anchoring.state, range: anchoring.range }
        : { state: anchoring.state };
    }),
  }));
}

/**
 * Context that the program itself stores is this long on one side at least, in UTF-16 units, but in
 * the shortest articles.
 */
const FULL_CONTEXT = 32;

/**
 * Finds passages that stand word for word with their context where that is shorter than the
 * program's own: written by hand, or by another program. The search for passages, made for full
 * contexts, would take a short one for weak evidence.
 */
class LittleContext {
  private readonly exact: ExactPlaces | undefined;

  constructor(text: string, passages: readonly Passage[]) {
    const pieces = passages.filter(hasLittleContext).map(pieceOf);
    if (pieces.length > 0) this.exact = new ExactPlaces(text, pieces);
  }

  /** @returns the places; undefined if the context is a full one, or if there is none */
  places(passage: Passage): Utf16Range[] | undefined {
    if (!hasLittleContext(passage)) return undefined;
    const { exact, prefix = '' } = passage;
    const places = this.exact
      ?.find(pieceOf(passage), MANY)
      .map((at) => ({ start: at + prefix.length, end: at + prefix.length + exact.length }));
    return places?.length === 0 ? undefined : places;
  }
}

function hasLittleContext({ exact, prefix = '', suffix = '' }: Passage): boolean {
  return (
    prefix.length < FULL_CONTEXT &&
    suffix.length < FULL_CONTEXT &&
    exact.trim() === exact &&
    exact !== ''
  );
}

function pieceOf({ exact, prefix = '', suffix = '' }: Passage): string {
  return prefix + exact + suffix;
}

/** How many equally good places are offered at most. */
const MANY = 50;

/**
 * A position that the sidecar doesn't have is no hint: taken for 0, it would decide for the first
 * of several places.
 */
function selectorOf(
  { exact, prefix = '', suffix = '', start = Number.NaN, end }: Passage,
  map: CodePointMap,
): Selector {
  return { exact, prefix, suffix, ...map.rangeToUtf16({ start, end: end ?? start }) };
}

/** Places that a passage without one may have meant, best first, for the analyst to choose from. */
export interface Candidates {
  /** Which of the annotation's passages. */
  readonly passage: number;
  readonly ranges: readonly Utf16Range[];
}

/**
 * The candidates for the passages of one annotation that are ambiguous or not found, in steps. The
 * article's other annotations count as neighbours.
 */
export function* candidatesFor(
  { text, map }: ArticleText,
  annotations: readonly Annotation[],
  id: string,
): Generator<void, Candidates[], void> {
  const wanted = annotations.flatMap(({ id: owner, passages }) =>
    passages.map((passage, index) => ({ owner, index, passage })),
  );
  const anchorings = yield* anchorAllInSteps(
    text,
    wanted.map(({ passage }) => selectorOf(passage, map)),
  );
  const littleContext = new LittleContext(
    text,
    wanted.filter(({ owner }) => owner === id).map(({ passage }) => passage),
  );
  return wanted.flatMap(({ owner, index, passage }, i) => {
    const anchoring = anchorings[i];
    if (owner !== id || anchoring === undefined) return [];
    const places = littleContext.places(passage);
    if (places !== undefined && places.length > 1) return [{ passage: index, ranges: places }];
    if ('candidates' in anchoring)
      return [{ passage: index, ranges: anchoring.candidates.map(({ range }) => range) }];
    // A detached passage may be attached again by hand, also to where it would be found.
    return passage.detached === true ? [{ passage: index, ranges: [anchoring.range] }] : [];
  });
}

/**
 * Whether an annotation waits for the analyst: the program has no place for one of its passages.
 */
export function needsDecision(state: State | undefined): boolean {
  return state === 'ambiguous' || state === 'orphaned';
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
 * Reading order: by where the first placed passage is, the longer one first where two start
 * together; what isn't placed comes last, by its stored position.
 */
export function comparePlaced(a: PlacedAnnotation, b: PlacedAnnotation): number {
  const [rangeA, rangeB] = [firstRange(a), firstRange(b)];
  if (rangeA !== undefined && rangeB !== undefined)
    return rangeA.start - rangeB.start || rangeB.end - rangeA.end;
  if (rangeA !== undefined || rangeB !== undefined) return rangeA === undefined ? 1 : -1;
  return storedStart(a.annotation) - storedStart(b.annotation);
}

/**
 * The first passage's stored position, code points; after all others where the sidecar has none.
 */
export function storedStart({ passages }: Annotation): number {
  return passages[0]?.start ?? Number.MAX_SAFE_INTEGER;
}
