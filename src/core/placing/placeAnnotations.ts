import { anchorAllInSteps, ExactPlaces, type Anchoring, type Selector } from '../anchoring';
import type { Annotation, Passage, State } from '../model/types';
import type { ArticleText } from '../text/articleText';
import type { CodePointMap } from '../text/codePoints';
import type { Utf16Range } from '../text/range';
import { runAtOnce, type Steps } from '../text/steps';

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
): Steps<PlacedAnnotation[]> {
  if (annotations.length === 0) return [];
  const wanted = wantedOf(annotations);
  const anchorings = yield* anchorAllInSteps(
    article.text,
    wanted.map((passage) => selectorOf(passage, article.map)),
  );
  const littleContext = yield* LittleContext.of(article.text, wanted);
  let next = 0;
  const placed: PlacedAnnotation[] = [];
  for (const annotation of annotations) {
    const passages: PlacedPassage[] = [];
    for (const passage of annotation.passages) {
      const anchoring = passage.detached === true ? undefined : anchorings[next++];
      passages.push(yield* placeOf(passage, anchoring, littleContext));
    }
    placed.push({ annotation, passages });
  }
  return placed;
}

function wantedOf(annotations: readonly Annotation[]): Passage[] {
  return annotations.flatMap(({ passages }) =>
    passages.filter(({ detached }) => detached !== true),
  );
}

function* placeOf(
  passage: Passage,
  anchoring: Anchoring | undefined,
  littleContext: LittleContext,
): Steps<PlacedPassage> {
  if (anchoring === undefined) return ORPHANED;
  const places = yield* littleContext.places(passage);
  if (places?.length === 1) return { state: 'anchored', range: places[0] as Utf16Range };
  if (places !== undefined && places.length > 1 && passage.start === undefined)
    return { state: 'ambiguous' };
  return 'range' in anchoring
    ? { state: anchoring.state, range: anchoring.range }
    : { state: anchoring.state };
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
  private constructor(private readonly exact: ExactPlaces | undefined) {}

  static *of(text: string, passages: readonly Passage[]): Steps<LittleContext> {
    const pieces = passages.filter(hasLittleContext).map(pieceOf);
    return new LittleContext(pieces.length > 0 ? yield* ExactPlaces.of(text, pieces) : undefined);
  }

  /** @returns the places; undefined if the context is a full one, or if there is none */
  *places(passage: Passage): Steps<Utf16Range[] | undefined> {
    if (this.exact === undefined || !hasLittleContext(passage)) return undefined;
    const { exact, prefix = '' } = passage;
    const found = yield* this.exact.find(pieceOf(passage), MANY);
    return found.length === 0
      ? undefined
      : found.map((at) => ({
          start: at + prefix.length,
          end: at + prefix.length + exact.length,
        }));
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
): Steps<Candidates[]> {
  const wanted = annotations.flatMap(({ id: owner, passages }) =>
    passages.map((passage, index) => ({ owner, index, passage })),
  );
  const anchorings = yield* anchorAllInSteps(
    text,
    wanted.map(({ passage }) => selectorOf(passage, map)),
  );
  const littleContext = yield* LittleContext.of(
    text,
    wanted.filter(({ owner }) => owner === id).map(({ passage }) => passage),
  );
  const candidates: Candidates[] = [];
  for (const [i, { owner, index, passage }] of wanted.entries()) {
    const anchoring = anchorings[i];
    if (owner !== id || anchoring === undefined) continue;
    const places = yield* littleContext.places(passage);
    if (places !== undefined && places.length > 1)
      candidates.push({ passage: index, ranges: places });
    else if ('candidates' in anchoring)
      candidates.push({
        passage: index,
        ranges: anchoring.candidates.map(({ range }) => range),
      });
    // A detached passage may be attached again by hand, also to where it would be found.
    else if (passage.detached === true)
      candidates.push({ passage: index, ranges: [anchoring.range] });
  }
  return candidates;
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
