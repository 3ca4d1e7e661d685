import { placesOf, weightOf } from '../anchoring';
import type { Annotation, Passage } from '../model/types';
import type { ArticleText } from '../text/articleText';
import type { Steps } from '../text/steps';
import { placeAnnotationsInSteps } from './placeAnnotations';

/** How much of a sidecar's annotations stands in a text. */
export interface ArticleMatch {
  /**
   * How many passages were looked for: all but the detached ones, which no text is expected to
   * have.
   */
  readonly passages: number;
  /** How many of them have a place in the text, or several. */
  readonly found: number;
  /**
   * Every passage stands word for word at one place, and too many words for chance: this is the
   * article.
   */
  readonly certain: boolean;
}

/**
 * Of so many of the longest quotations, one at least stands word for word in a text that is looked
 * at closely.
 */
const KEYS = 5;
/**
 * Words of this weight (see `weightOf`; a Latin letter has 1) don't stand in another text by
 * chance.
 */
const NO_CHANCE = 32;

/** The passages that a text is expected to have. */
function placeable(annotation: Annotation): Annotation {
  const passages = annotation.passages.filter(
    ({ detached, exact }) => detached !== true && exact !== '',
  );
  return { ...annotation, passages };
}

/**
 * The quotations of which one at least stands word for word in a text that `ArticleMatcher` looks
 * at closely.
 */
export function keyPhrases(annotations: readonly Annotation[]): string[] {
  const quotes = annotations.flatMap((one) => placeable(one).passages.map(({ exact }) => exact));
  return [...new Set(quotes)].sort((a, b) => b.length - a.length).slice(0, KEYS);
}

/**
 * Says of many texts how much of the same annotations they hold: most at the cost of a few searches
 * for a string.
 */
export class ArticleMatcher {
  private readonly wanted: readonly Annotation[];
  private readonly passages: readonly Passage[];
  private readonly keys: readonly string[];

  constructor(annotations: readonly Annotation[]) {
    this.wanted = annotations.map(placeable).filter(({ passages }) => passages.length > 0);
    this.passages = this.wanted.flatMap(({ passages }) => passages);
    this.keys = keyPhrases(annotations);
  }

  /**
   * Looks into a text, in steps.
   *
   * @returns undefined if the text holds none of the annotations, as far as a cheap look tells
   */
  *match(article: ArticleText): Steps<ArticleMatch | undefined> {
    if (!(yield* this.hasAnyKey(article.text))) return undefined;
    const states = (yield* placeAnnotationsInSteps(article, this.wanted)).flatMap(({ passages }) =>
      passages.map(({ state }) => state),
    );
    const found = states.filter((state) => state !== 'orphaned').length;
    if (found === 0) return undefined;
    return {
      passages: states.length,
      found,
      certain:
        states.every((state) => state === 'anchored') &&
        (yield* this.weightIn(article.text)) >= NO_CHANCE,
    };
  }

  private *hasAnyKey(text: string): Steps<boolean> {
    for (const words of this.keys) if (yield* stands(words, text)) return true;
    return false;
  }

  /**
   * How much the words tell that stand in the text: each quotation, with its context where that
   * stands there too.
   */
  private *weightIn(text: string): Steps<number> {
    let weight = 0;
    for (const { exact, prefix = '', suffix = '' } of this.passages) {
      if (weight >= NO_CHANCE) return weight;
      const whole = prefix + exact + suffix;
      const standing = (yield* stands(whole, text)) ? whole : exact;
      for (let at = 0; at < standing.length; at += 1) {
        if (standing.charCodeAt(at) > 0x20) weight += weightOf(standing.charCodeAt(at));
      }
    }
    return weight;
  }
}

function* stands(words: string, text: string): Steps<boolean> {
  return (yield* placesOf(text, words, 1)).length > 0;
}

/** Orders matches by how much was found, the best first. */
export function compareMatches(a: ArticleMatch, b: ArticleMatch): number {
  return b.found / b.passages - a.found / a.passages || Number(b.certain) - Number(a.certain);
}
