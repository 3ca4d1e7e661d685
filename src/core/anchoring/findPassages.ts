import type { Steps } from '../text/steps';
import { findPlacesInSteps, occurrencesOfRarestGram, type SearchableText } from './findPlaces';
import { foldedIndex, type FoldedText } from './folding/foldText';
import { fragmentInSteps, type Fragment } from './folding/fragment';
import type { PassageFinding, WeighedPlace } from './judge/finding';
import { placeOdds, placeProbabilities } from './judge/model';
import {
  NO_NEIGHBOURS,
  correspondencesInOrder,
  oldStartOf,
  sortedByOldOffset,
  neighboursOf,
  type Correspondence,
} from './judge/order';
import { Aligner } from './search/align';
import { indexGramsInSteps } from './search/gramIndex';
import { VerbatimFinder } from './search/verbatim';
import type { Selector, Utf16Range } from './types';
import { weighPlaces, type OpenPassage } from './weighPlaces';

/**
 * A longer quote (a book's chapter) is found only word for word, and of longer contexts only what
 * is next to the quote helps to find it, in UTF-16 units: one character can fold to eighteen, and a
 * keystroke must not wait for millions.
 */
const MAX_QUOTE = 1 << 18;
const MAX_CONTEXT = 1 << 10;

/** A passage this probable counts as a neighbour for others. */
const SURE = 0.95;

/**
 * Finds and weighs the places of all passages of an article, in steps of some milliseconds; results
 * in the selectors' order.
 *
 * @param foldWith folds the text; what it gives must stay as it is until all is found
 */
export function* findPassagesInSteps(
  text: string,
  selectors: readonly Selector[],
  foldWith: (text: string) => Steps<FoldedText>,
): Steps<PassageFinding[]> {
  const findings = selectors.map((): PassageFinding => ({ verbatim: undefined, places: [] }));
  const sure: Correspondence[] = [];
  const note = (passage: number, range: Utf16Range): void => {
    const selector = selectors[passage] as Selector;
    const before = oldStartOf(selector);
    if (before === undefined) return;
    sure.push(
      { before, now: range.start, passage },
      { before: before + selector.exact.length, now: range.end, passage },
    );
  };

  const finder = new VerbatimFinder(text);
  const rest: number[] = [];
  for (const passage of inReadingOrder(selectors)) {
    yield;
    const selector = selectors[passage] as Selector;
    if (selector.exact === '') continue;
    const verbatim = yield* finder.find(selector, oldStartOf(selector));
    if (verbatim === undefined) {
      if (selector.exact.length <= MAX_QUOTE) rest.push(passage);
    } else {
      findings[passage] = { verbatim, places: [] };
      note(passage, verbatim);
    }
  }

  const open = yield* searchOpenPassages(text, selectors, rest, foldWith);
  for (const candidate of open) {
    yield;
    // The old offset must not count here: rivals it decided between would then confirm each other.
    const places = weighPlaces(candidate, undefined, NO_NEIGHBOURS);
    const best = placeProbabilities(placeOdds(places)).findIndex((chance) => chance >= SURE);
    if (best >= 0) note(candidate.passage, (places[best] as WeighedPlace).range);
  }
  yield;
  const chain = correspondencesInOrder(sure);
  yield;
  const all = sortedByOldOffset(sure);
  for (const candidate of open) {
    yield;
    const { before, passage } = candidate;
    const neighbours =
      before === undefined ? NO_NEIGHBOURS : neighboursOf(chain, all, before, passage);
    findings[passage] = { verbatim: undefined, places: weighPlaces(candidate, before, neighbours) };
  }
  return findings;
}

/** Searches the text for the passages that do not stand word for word with their context. */
function* searchOpenPassages(
  text: string,
  selectors: readonly Selector[],
  passages: readonly number[],
  foldWith: (text: string) => Steps<FoldedText>,
): Steps<OpenPassage[]> {
  if (passages.length === 0) return [];
  const fragments: Fragment[] = [];
  for (const passage of passages) {
    const { prefix, exact, suffix } = selectors[passage] as Selector;
    fragments.push(
      yield* fragmentInSteps(prefix.slice(-MAX_CONTEXT), exact, suffix.slice(0, MAX_CONTEXT)),
    );
    yield;
  }
  const folded = yield* foldWith(text);
  const searchable: SearchableText = {
    folded,
    index: yield* indexGramsInSteps(
      folded,
      fragments.map((fragment) => fragment.folded),
    ),
  };
  const aligner = new Aligner();
  const open: OpenPassage[] = [];
  for (const [index, passage] of passages.entries()) {
    yield;
    const fragment = fragments[index] as Fragment;
    const before = oldStartOf(selectors[passage] as Selector);
    const expected = before === undefined ? NaN : foldedIndex(folded, before) - fragment.quoteStart;
    open.push({
      passage,
      before,
      search: yield* findPlacesInSteps(fragment, searchable, expected, aligner),
      occurrences: yield* occurrencesOfRarestGram(fragment, searchable),
      folded,
    });
  }
  return open;
}

function inReadingOrder(selectors: readonly Selector[]): number[] {
  const starts = selectors.map((selector) => oldStartOf(selector) ?? Infinity);
  return selectors
    .map((_, index) => index)
    .sort((a, b) => {
      const [first, second] = [starts[a] as number, starts[b] as number];
      return first === second ? a - b : first - second;
    });
}
