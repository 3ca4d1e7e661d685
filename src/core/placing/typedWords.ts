import type { Annotation, Passage } from '../model/types';
import type { ArticleText } from '../text/articleText';
import { UNDECODED } from '../text/encoding';
import { trimRange } from '../text/range';
import { describePassage } from './describePassage';
import type { LiveAnnotation, LivePassage } from './livePassage';

/** An annotation as it is once the article was saved. */
interface SavedAnnotation {
  readonly live: LiveAnnotation;
  /** What the sidecar must say; undefined if it says so already. */
  readonly updated: Annotation | undefined;
}

/**
 * An annotation whose words the analyst typed in, as the sidecar must have it once the article is
 * saved: with the present words, context and position, the first words kept as `original`.
 */
export function withTypedWords(one: LiveAnnotation, article: ArticleText): SavedAnnotation {
  if (!one.passages.some(({ typedIn }) => typedIn)) return { live: one, updated: undefined };
  const { annotation } = one;
  const settled = annotation.passages.map((passage, i) =>
    settle(passage, one.passages[i] ?? { state: 'orphaned', typedIn: false }, article),
  );
  const passages = settled.map(({ place }) => place);
  if (settled.every(({ passage }, i) => passage === annotation.passages[i]))
    return { live: { annotation, passages }, updated: undefined };
  const updated = { ...annotation, passages: settled.map(({ passage }) => passage) };
  return { live: { annotation: updated, passages }, updated };
}

/** A passage as the sidecar must have it once the article is saved, and its place from then on. */
function settle(
  passage: Passage,
  place: LivePassage,
  { text, map }: ArticleText,
): { passage: Passage; place: LivePassage } {
  const { range } = place;
  const settled = { passage, place: { ...place, typedIn: false } };
  if (!place.typedIn || range === undefined || place.state === 'anchored') return settled;
  const words = trimRange(text, range);
  // Nothing but white space is left: no quote, but a place that the words may come back to.
  if (words.start === words.end) return settled;
  const described = describePassage(text, words, map);
  if (described.exact.includes(UNDECODED)) return settled;
  const updated =
    described.exact === passage.exact
      ? passage
      : { ...passage, ...described, original: passage.original ?? passage.exact };
  return { passage: updated, place: { state: 'anchored', range: words, typedIn: false } };
}
