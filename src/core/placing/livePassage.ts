import type { Utf16Range } from '../text/range';
import type { ShiftedRange } from './changeSet';
import type { PlacedAnnotation, PlacedPassage } from './placeAnnotations';

/** A passage of an open article. */
export interface LivePassage extends PlacedPassage {
  /** The analyst typed among the words since the sidecar was last brought up to date. */
  readonly typedIn: boolean;
  /**
   * It has no place because an edit tore it: it is looked for as after a change from outside, and
   * what is found waits for the analyst's decision.
   */
  readonly isTorn?: boolean;
}

export interface LiveAnnotation extends PlacedAnnotation {
  readonly passages: readonly LivePassage[];
}

/** An annotation with the places that were found for it, nothing typed in yet. */
export function asLive({ annotation, passages }: PlacedAnnotation): LiveAnnotation {
  return { annotation, passages: passages.map((passage) => ({ ...passage, typedIn: false })) };
}

/** The passage after a change; the same object if the change left it where it was. */
export function moveAlong(
  passage: LivePassage,
  shifted: ShiftedRange,
  exact: string,
  text: string,
): LivePassage {
  if (shifted.kind === 'lost') return { state: 'orphaned', typedIn: false };
  if (shifted.kind === 'torn') return { state: 'orphaned', typedIn: false, isTorn: true };
  const kept = shifted.kind === 'kept';
  const range =
    kept && passage.state === 'anchored' ? shifted.range : completed(shifted.range, exact, text);
  if (kept && range === passage.range) return passage;
  if (kept && range === shifted.range)
    return { state: passage.state, range, typedIn: passage.typedIn };
  const state = text.slice(range.start, range.end) === exact ? 'anchored' : 'changed';
  return { state, range, typedIn: !kept };
}

/**
 * The range, or the wider one around it where the quote stands whole again: undo puts words that
 * were cut from a passage's edge back beside what is left of it.
 */
function completed(range: Utf16Range, exact: string, text: string): Utf16Range {
  const left = text.slice(range.start, range.end);
  for (let at = exact.indexOf(left); at >= 0; at = exact.indexOf(left, at + 1)) {
    const start = range.start - at;
    if (start >= 0 && text.startsWith(exact, start)) return { start, end: start + exact.length };
  }
  return range;
}
