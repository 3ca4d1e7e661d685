import { stateOf, type PlacedAnnotation, type PlacedPassage } from '../corpus/placeAnnotations';
import { ANNOTATION_KEYS, orderedKeys, PASSAGE_KEYS } from '../model/fields';
import type { ExportedAnnotation, ExportedPassage, Passage } from '../model/types';
import type { ArticleText } from '../text/articleText';

/**
 * An annotation as exports and commands give it: the sidecar's shape, plus its article, its state and where its
 * passages are now (code points; line and column from 1).
 *
 * @param path the article's path as the contract has it
 * @param article the article's present text; undefined if there is no article any more
 */
export function exportAnnotation(placed: PlacedAnnotation, path: string, article: ArticleText | undefined): ExportedAnnotation {
  const { annotation } = placed;
  const passages = annotation.passages.map((passage, i) => exportPassage(passage, placed.passages[i] ?? { state: 'orphaned' }, article));
  const fields = orderedKeys(annotation, ANNOTATION_KEYS).flatMap((key): [string, unknown][] => {
    if (key === 'id') return [['id', annotation.id], ['article', path]];
    if (key === 'passages') return [['passages', passages], ['state', stateOf(placed)]];
    return key === 'article' || key === 'state' ? [] : [[key, annotation[key]]];
  });
  return Object.fromEntries(fields) as ExportedAnnotation;
}

function exportPassage(passage: Passage, { state, range }: PlacedPassage, article: ArticleText | undefined): ExportedPassage {
  const { start, end, ...words } = passage;
  const kept = Object.fromEntries(orderedKeys(words, PASSAGE_KEYS).filter((key) => key !== 'state').map((key) => [key, words[key]]));
  const stored = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  return { ...kept, state, ...(range && article && presentPlace(passage, state, range, article)), stored } as ExportedPassage;
}

function presentPlace({ exact }: Passage, state: string, range: { start: number; end: number }, article: ArticleText): object {
  const points = article.map.rangeToCodePoints(range);
  const { line } = article.lines.at(range.start);
  const column = points.start - article.map.toCodePoint(article.lines.startOf(line)) + 1;
  const found = article.text.slice(range.start, range.end);
  return { ...points, line, column, ...(state === 'changed' && found !== exact && { found }) };
}
