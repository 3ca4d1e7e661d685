import { sameValue } from '../../model/sameValue';
import type { Passage } from '../../model/types';
import { mergeValue, type MergedValue } from './threeWay';

/** Where the passage was last seen: a pair, of no weight beside the words. */
const HINTS: ReadonlySet<string> = new Set(['start', 'end']);
/** Which words are meant, and what was decided about them. They make sense together only. */
const QUOTE: ReadonlySet<string> = new Set(['exact', 'prefix', 'suffix', 'original', 'detached']);

/** Whether two lists of passages say the same but for the hints where they stand. */
export function sameQuotes(
  a: readonly Passage[] | undefined,
  b: readonly Passage[] | undefined,
): boolean {
  return sameValue(a?.map(withoutHints), b?.map(withoutHints));
}

/**
 * Merges an annotation's passages: one by one where all sides have the same number of them, else as
 * one piece. Positions never conflict; a conflict's `value` has ours' words.
 */
export function mergePassages(
  base: readonly Passage[] | undefined,
  ours: readonly Passage[],
  theirs: readonly Passage[],
): MergedValue<readonly Passage[]> {
  if (ours.length !== theirs.length || (base !== undefined && base.length !== ours.length))
    return mergeValue(base, ours, theirs, sameQuotes);
  const merged = ours.map((passage, i) => mergePassage(base?.[i], passage, theirs[i] ?? passage));
  return {
    value: merged.map(({ value }) => value),
    conflict: merged.some(({ conflict }) => conflict),
  };
}

function mergePassage(
  base: Passage | undefined,
  ours: Passage,
  theirs: Passage,
): MergedValue<Passage> {
  const quote = mergeValue(base && pick(base, QUOTE), pick(ours, QUOTE), pick(theirs, QUOTE));
  const others = (passage: Passage | undefined) =>
    new Map(
      Object.entries(passage ?? {}).filter(
        ([key, value]) => value !== undefined && !HINTS.has(key) && !QUOTE.has(key),
      ),
    );
  const [inBase, inOurs, inTheirs] = [others(base), others(ours), others(theirs)];
  const unknown = [...new Set([...inOurs.keys(), ...inTheirs.keys()])].map((key) => ({
    key,
    ...mergeValue(inBase.get(key), inOurs.get(key), inTheirs.get(key)),
  }));
  const value = {
    ...quote.value,
    ...mergeHints(base, ours, theirs, quote),
    ...Object.fromEntries(
      unknown.filter((field) => field.value !== undefined).map((field) => [field.key, field.value]),
    ),
  } as Passage;
  return { value, conflict: quote.conflict || unknown.some(({ conflict }) => conflict) };
}

/** The pair of positions that belongs to the merged words; never one of each side. */
function mergeHints(
  base: Passage | undefined,
  ours: Passage,
  theirs: Passage,
  quote: MergedValue<Partial<Passage>>,
): Partial<Passage> {
  const [hints, oursHints, theirsHints] = [
    pick(base ?? {}, HINTS),
    pick(ours, HINTS),
    pick(theirs, HINTS),
  ];
  if (quote.conflict || sameValue(hints, theirsHints)) return oursHints;
  if (sameValue(hints, oursHints)) return theirsHints;
  // Both moved it: the words that were taken know where they stood.
  return sameValue(quote.value, pick(ours, QUOTE)) ? oursHints : theirsHints;
}

function pick(passage: Partial<Passage>, keys: ReadonlySet<string>): Partial<Passage> {
  return Object.fromEntries(
    Object.entries(passage).filter(([key, value]) => keys.has(key) && value !== undefined),
  );
}

function withoutHints(passage: Passage): Partial<Passage> {
  return Object.fromEntries(Object.entries(passage).filter(([key]) => !HINTS.has(key)));
}
