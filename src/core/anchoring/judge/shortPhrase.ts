import { contextOnBothSides, hasOtherWords } from './contest';
import type { PlaceEvidence } from './evidence';
import type { Rival } from './finding';
import { logOdds } from './model';
import type { OrderEvidence } from './order';

/** A phrase of no more weight is short: its words stand in other sentences too. */
const SHORT = 30;
/** Neighbours that have a place between them hold it if it is so near to where they put it. */
const HELD = 0.5;
/** No more context than this right beside a phrase stands there by chance. */
const BY_CHANCE = 7;
/** From this share on one side of the context stands at the place, changed or not. */
const STANDS = 0.9;
/** From here on a passage was rather cut out with some of its context. */
const CUT_OUT = 0.15;
/** A piece of context no nearer to where the passage is expected says nothing about it. */
const NEAR = 0.001;
/** Context beside a phrase tells two places apart if it weighs more than this … */
const TELLS_APART = 5;
/** … or the other place has less than this share of it. */
const ABOUT_EQUAL = 0.8;
/** Both sides of the context are there from this share on; below the lesser one, one is not. */
const WHOLE = 0.95;
const ONE_SIDED = 0.1;
/** Places that are so near to each other are one, in folded units. */
const ONE_PLACE = 2;

/** The rival of a stray phrase: its passage is gone. */
const GONE: Rival = { features: undefined, lead: 0 };

/** A place with what its neighbours say of it, and its features. */
export interface JudgedPlace {
  readonly found: PlaceEvidence;
  readonly order: OrderEvidence;
  readonly features: readonly number[];
}

/** Where a phrase's context is, seen from a place without it. */
export interface ContextElsewhere {
  /** How near the nearest piece of it is to where the passage is expected, 0 to 1. */
  readonly near: number;
  /** How surely the passage was cut out with some of its context, 0 to 1. */
  readonly cutOut: number;
}

/**
 * The rival of a place where a short phrase stands word for word, and of which its context does not
 * tell that it is the one: the passage may be gone, or be at another place that is about as good.
 * Neighbours that hold the place tell enough.
 *
 * @param all the phrase's places, this one too
 */
export function rivalOfPhrase(
  place: JudgedPlace,
  all: readonly JudgedPlace[],
  elsewhere: ContextElsewhere,
): Rival | undefined {
  const { found, order } = place;
  if (hasOtherWords(found) || found.matchedWeight > SHORT) return undefined;
  if (order.inOrder > 0 && order.near > HELD) return undefined;
  if (isStray(place, elsewhere)) return GONE;
  const equal = all.filter((other) => isAboutAsGood(other, found));
  const [best] = equal.sort((a, b) => logOdds(b.features) - logOdds(a.features));
  return best && { features: best.features, lead: 0 };
}

/**
 * Whether neither side of the context is at the place, while pieces of it stand elsewhere: the
 * sentence with the phrase may have been deleted, and this be another use of the same words.
 */
function isStray({ found, order }: JudgedPlace, elsewhere: ContextElsewhere): boolean {
  if (found.wholeSentence || found.intact > BY_CHANCE) return false;
  const better = Math.max(found.prefix || 0, found.suffix || 0);
  if (better < STANDS && elsewhere.near > NEAR) return true;
  return elsewhere.cutOut > CUT_OUT && elsewhere.near > order.near;
}

/**
 * Whether a phrase stands word for word at another place too, with about as much of its context:
 * little at both, or one side at each.
 */
function isAboutAsGood({ found: other, features }: JudgedPlace, here: PlaceEvidence): boolean {
  if (hasOtherWords(other) || Math.abs(other.textFrom - here.textFrom) <= ONE_PLACE) return false;
  const both = contextOnBothSides(here);
  if (both > WHOLE || logOdds(features) <= 0) return false;
  if (here.intact <= TELLS_APART) return other.intact >= ABOUT_EQUAL * here.intact;
  return both < ONE_SIDED && other.intact > TELLS_APART;
}
