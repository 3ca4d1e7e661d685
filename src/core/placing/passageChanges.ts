import type { Passage } from '../model/types';
import type { ArticleText } from '../text/articleText';
import type { Utf16Range } from '../text/range';
import { describePassage } from './describePassage';
import type { PlacedAnnotation, PlacedPassage } from './placeAnnotations';

/**
 * A passage at another place: its quote, context and position are new, the first words are kept as
 * `original`; not where only its boundaries are corrected, as then no words have changed.
 *
 * @param place where it stands now
 */
export function attachPassage(
  passage: Passage,
  range: Utf16Range,
  { text, map }: ArticleText,
  place?: PlacedPassage,
): Passage {
  const described = describePassage(text, range, map);
  const isCorrected =
    place?.state === 'anchored' && place.range !== undefined && overlap(place.range, range);
  const original = passage.original ?? (isCorrected ? undefined : passage.exact);
  const kept = Object.entries(passage).filter(([key]) => key !== 'detached' && key !== 'original');
  return {
    ...Object.fromEntries(kept),
    ...described,
    ...(original !== undefined && described.exact !== original && { original }),
  };
}

/**
 * The passages with one of them given other boundaries; undefined where it would overlap another
 * one.
 *
 * @param index which of the passages
 */
export function resizedPassages(
  { annotation, passages }: PlacedAnnotation,
  index: number,
  range: Utf16Range,
  article: ArticleText,
): Passage[] | undefined {
  const isTaken = passages.some(
    (other, i) => i !== index && other.range !== undefined && overlap(other.range, range),
  );
  if (isTaken) return undefined;
  return annotation.passages.map((passage, i) =>
    i === index ? attachPassage(passage, range, article, passages[i]) : passage,
  );
}

/**
 * The passages of an interrupted quotation where a single selection stands for one of them: the
 * only one that it overlaps.
 *
 * @returns undefined if the selection stands for something else
 */
export function resizedBySelection(
  placed: PlacedAnnotation,
  selected: readonly Utf16Range[],
  article: ArticleText,
): Passage[] | undefined {
  const [range] = selected;
  const { passages } = placed;
  const areFound = passages.every((passage) => passage.range !== undefined);
  if (range === undefined || selected.length > 1 || passages.length < 2 || !areFound)
    return undefined;
  const index = passages.findIndex((one) => one.range !== undefined && overlap(one.range, range));
  return index < 0 ? undefined : resizedPassages(placed, index, range, article);
}

function overlap(a: Utf16Range, b: Utf16Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The passages with the words that stand at their places now, where these are others: the analyst
 * accepts the change.
 */
export function acceptedPassages(
  { annotation, passages }: PlacedAnnotation,
  article: ArticleText,
): Passage[] {
  return annotation.passages.map((passage, i) => {
    const place = passages[i];
    return place?.state === 'changed' && place.range !== undefined
      ? attachPassage(passage, place.range, article)
      : passage;
  });
}

/**
 * The passages with those detached that were found with other words, or at several places: the
 * analyst says that no place is right.
 */
export function detachedPassages({ annotation, passages }: PlacedAnnotation): Passage[] {
  const doubtful = (i: number) =>
    passages[i]?.state === 'changed' || passages[i]?.state === 'ambiguous';
  return annotation.passages.map((passage, i) =>
    doubtful(i) ? { ...passage, detached: true } : passage,
  );
}

/**
 * The passages moved to places that the analyst chose. As many places as passages are taken one for
 * one; a single place goes to the one passage that has none; otherwise the places become the
 * passages, the first words being those of the old ones.
 */
export function reattachedPassages(
  { annotation, passages }: PlacedAnnotation,
  ranges: readonly Utf16Range[],
  article: ArticleText,
): Passage[] {
  const old = annotation.passages;
  if (ranges.length === old.length)
    return old.map((passage, i) =>
      attachPassage(passage, ranges[i] as Utf16Range, article, passages[i]),
    );
  const lost = old.flatMap((_, i) => (passages[i]?.range === undefined ? [i] : []));
  if (ranges.length === 1 && lost.length === 1)
    return old.map((passage, i) =>
      i === lost[0] ? attachPassage(passage, ranges[0] as Utf16Range, article) : passage,
    );
  const [first] = old;
  return ranges.map((range) =>
    first === undefined
      ? describePassage(article.text, range, article.map)
      : attachPassage(
          { exact: old.map(({ original, exact }) => original ?? exact).join(' … ') },
          range,
          article,
        ),
  );
}
