import { ExactPlaces } from '../anchoring';
import type { Annotation } from '../model/types';
import type { ArticleText } from '../text/articleText';
import type { Steps } from '../text/steps';
import {
  placeAnnotationsInSteps,
  type PlacedAnnotation,
  type PlacedPassage,
} from './placeAnnotations';

/** An annotation that has passages without a place. */
export interface LostAnnotation {
  readonly annotation: Annotation;
  /** The words of those passages. */
  readonly quotes: readonly string[];
  /** Whether an edit tore one of them, so that it is looked for also where words changed. */
  readonly isTorn: boolean;
}

/** What was found of lost passages. */
export interface FoundAgain {
  /** The annotations that were looked for, with the places of all of their passages. */
  readonly placed: ReadonlyMap<Annotation, PlacedAnnotation>;
  /** By words that stood in one place before they were lost, and do so again. */
  readonly alone: ReadonlyMap<string, PlacedPassage>;
}

/**
 * Looks for lost passages in the article as it is now. What doesn't stand anywhere word for word
 * needs no search that weighs other words, but if it was torn.
 *
 * @param before the text when the first of them was lost
 */
export function* findLostAgain(
  article: ArticleText,
  before: string,
  lost: readonly LostAnnotation[],
): Steps<FoundAgain> {
  const all = lost.flatMap(({ quotes }) => quotes);
  const now = yield* ExactPlaces.of(article.text, all);
  const wanted: LostAnnotation[] = [];
  for (const one of lost) if (one.isTorn || (yield* standsAny(one.quotes, now))) wanted.push(one);
  const placed = yield* placeAnnotationsInSteps(
    article,
    wanted.map(({ annotation }) => annotation),
  );
  const then = yield* ExactPlaces.of(before, all);
  const alone = new Map<string, PlacedPassage>();
  for (const quote of new Set(wanted.flatMap(({ quotes }) => quotes))) {
    const [start, other] = yield* now.find(quote, 2);
    if (start === undefined || other !== undefined) continue;
    if ((yield* then.find(quote, 2)).length !== 1) continue;
    alone.set(quote, { state: 'anchored', range: { start, end: start + quote.length } });
  }
  return { placed: new Map(placed.map((one) => [one.annotation, one])), alone };
}

function* standsAny(quotes: readonly string[], places: ExactPlaces): Steps<boolean> {
  for (const quote of quotes) if ((yield* places.find(quote, 1)).length > 0) return true;
  return false;
}
