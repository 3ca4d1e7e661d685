import { Aligner } from './align';
import { findPlaces, occurrencesOf, type Search, type SearchableText } from './candidates';
import { fold, foldedIndex } from './fold';
import { fragmentOf } from './fragment';
import { indexGrams } from './gram-index';
import { features, logOdds, probabilities } from './model';
import { backbone, hintOf, neighboursOf, orderEvidence, type Correspondence, type Neighbours } from './order';
import type { Selector, Utf16Range } from './types';
import { VerbatimFinder } from './verbatim';

/** A weighed place with its features. */
export interface Place {
  readonly range: Utf16Range;
  readonly features: readonly number[];
}

/** What was found of a passage: it stands word for word with its context, or perhaps at one of several places. */
export interface Finding {
  readonly verbatim: Utf16Range | undefined;
  readonly places: readonly Place[];
}

/** A passage this probable counts as a neighbour for others. */
const SURE = 0.95;

/** Below this the words are others: the place tells where the context is, but is no candidate. */
const MIN_SIMILARITY = 0.25;

const NOTHING: Search = { places: [], closure: 0 };

interface Open {
  readonly passage: number;
  readonly before: number | undefined;
  readonly search: Search;
  readonly occurrences: number;
}

/** Finds and weighs the places of all passages of an article; results in the selectors' order. */
export function findAll(text: string, selectors: readonly Selector[]): Finding[] {
  const finder = new VerbatimFinder(text);
  const aligner = new Aligner();
  let searchable: SearchableText | undefined;
  const findings = new Array<Finding>(selectors.length);
  const sure: Correspondence[] = [];
  const open: Open[] = [];
  const note = (passage: number, selector: Selector, range: Utf16Range): void => {
    const before = hintOf(selector);
    if (before === undefined) return;
    finder.learn(before, range.start);
    sure.push({ before, now: range.start, passage }, { before: before + selector.exact.length, now: range.end, passage });
  };

  for (const passage of inReadingOrder(selectors)) {
    const selector = selectors[passage] as Selector;
    const before = hintOf(selector);
    const verbatim = finder.find(selector, before);
    if (verbatim !== undefined) {
      findings[passage] = { verbatim, places: [] };
      note(passage, selector, verbatim);
      continue;
    }
    searchable ??= prepare(text);
    const fragment = fragmentOf(selector.prefix, selector.exact, selector.suffix);
    const expected = before === undefined ? NaN : foldedIndex(searchable.folded, before) - fragment.quoteStart;
    const search = selector.exact === '' ? NOTHING : findPlaces(fragment, searchable, expected, aligner);
    const candidate: Open = { passage, before, search, occurrences: occurrencesOf(fragment, searchable) };
    open.push(candidate);
    const places = weighPlaces(candidate, { left: undefined, right: undefined });
    const odds = probabilities(places.map((found) => logOdds(found.features)));
    const best = odds.findIndex((value) => value >= SURE);
    if (best >= 0) note(passage, selector, (places[best] as Place).range);
  }

  const chain = backbone(sure);
  for (const candidate of open) {
    const neighbours = candidate.before === undefined ? { left: undefined, right: undefined } : neighboursOf(chain, candidate.before, candidate.passage);
    findings[candidate.passage] = { verbatim: undefined, places: weighPlaces(candidate, neighbours) };
  }
  return findings;
}

function prepare(text: string): SearchableText {
  const folded = fold(text);
  return { folded, index: indexGrams(folded) };
}

function inReadingOrder(selectors: readonly Selector[]): number[] {
  const starts = selectors.map((selector) => hintOf(selector) ?? Infinity);
  return selectors.map((_, index) => index).sort((a, b) => {
    const [first, second] = [starts[a] as number, starts[b] as number];
    return first === second ? a - b : first - second;
  });
}

function weighPlaces({ before, search, occurrences }: Open, neighbours: Neighbours): Place[] {
  const candidates = search.places.filter(({ similarity, range }) => similarity >= MIN_SIMILARITY && range.end > range.start);
  const circumstances = { occurrences, closure: search.closure };
  return distinct(candidates.map((found): Place => {
    const order = orderEvidence(before, found.range.start, neighbours);
    return { range: found.range, features: features(found, order, circumstances) };
  }));
}

/** Of places that overlap by more than half, the most probable. */
function distinct(places: Place[]): Place[] {
  const sorted = places.map((found) => ({ found, odds: logOdds(found.features) })).sort((a, b) => b.odds - a.odds);
  const kept: Place[] = [];
  for (const { found } of sorted) if (!kept.some((other) => overlaps(found.range, other.range))) kept.push(found);
  return kept;
}

function overlaps(a: Utf16Range, b: Utf16Range): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 ? shared * 2 > Math.min(a.end - a.start, b.end - b.start) : a.start === b.start;
}
