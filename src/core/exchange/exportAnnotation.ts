import { ANNOTATION_KEYS, orderedKeys, PASSAGE_KEYS } from '../model/fields';
import type {
  Annotation,
  ExportedAnnotation,
  ExportedPassage,
  Passage,
  State,
} from '../model/types';
import { stateOf, type PlacedAnnotation, type PlacedPassage } from '../placing/placeAnnotations';
import type { ArticleText } from '../text/articleText';
import type { Utf16Range } from '../text/range';

/**
 * The keys that an export adds. What a sidecar itself has under one of them is told under `stored`,
 * so that nothing is lost.
 */
const ADDED_TO_ANNOTATION: readonly string[] = ['article', 'state', 'stored'];
const ADDED_TO_PASSAGE: readonly string[] = [
  'start',
  'end',
  'state',
  'line',
  'column',
  'found',
  'stored',
];

/**
 * An annotation as exports and commands give it: the sidecar's shape, plus its article, its state
 * and where its passages are now (code points; line and column from 1).
 *
 * @param path the article's path as the contract has it
 * @param article the article's present text; undefined if there is no article any more
 */
export function exportAnnotation(
  placed: PlacedAnnotation,
  path: string,
  article: ArticleText | undefined,
): ExportedAnnotation {
  const { annotation } = placed;
  const passages = annotation.passages.map((passage, i) =>
    exportPassage(passage, placed.passages[i] ?? { state: 'orphaned' }, article),
  );
  const fields = orderedKeys(annotation, ANNOTATION_KEYS).flatMap((key): [string, unknown][] => {
    if (key === 'id')
      return [
        ['id', annotation.id],
        ['article', path],
      ];
    if (key === 'passages')
      return [
        ['passages', passages],
        ['state', stateOf(placed)],
      ];
    return ADDED_TO_ANNOTATION.includes(key) ? [] : [[key, annotation[key]]];
  });
  const stored = storedUnder(annotation, ADDED_TO_ANNOTATION);
  return {
    ...Object.fromEntries(fields),
    ...(Object.keys(stored).length > 0 && { stored }),
  } as ExportedAnnotation;
}

function exportPassage(
  passage: Passage,
  { state, range }: PlacedPassage,
  article: ArticleText | undefined,
): ExportedPassage {
  const kept = Object.fromEntries(
    orderedKeys(passage, PASSAGE_KEYS)
      .filter((key) => !ADDED_TO_PASSAGE.includes(key))
      .map((key) => [key, passage[key]]),
  );
  const present = range && article && presentPlace(passage, state, range, article);
  return {
    ...kept,
    state,
    ...present,
    stored: storedUnder(passage, ADDED_TO_PASSAGE),
  } as ExportedPassage;
}

/** What a sidecar has under the keys that the export gives a meaning of its own. */
function storedUnder(
  value: Annotation | Passage,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    orderedKeys(value, keys)
      .filter((key) => keys.includes(key))
      .map((key) => [key, value[key]]),
  );
}

function presentPlace(
  { exact }: Passage,
  state: State,
  range: Utf16Range,
  article: ArticleText,
): object {
  const points = article.map.rangeToCodePoints(range);
  const { line } = article.lines.at(range.start);
  const column = points.start - article.map.toCodePoint(article.lines.startOf(line)) + 1;
  const found = article.text.slice(range.start, range.end);
  return { ...points, line, column, ...(state === 'changed' && found !== exact && { found }) };
}
