import type { Corpus } from '../corpus/corpus';
import { quoteOf } from '../model/quote';
import type { Annotation } from '../model/types';
import type { Steps } from '../text/steps';
import { groupInSteps } from './groups';
import { SameIndex } from './sameIndex';

/** An annotation that says the same. */
export interface SameAnnotation {
  readonly id: string;
  /** 0 to 1: how sure it is. */
  readonly score: number;
}

/** Annotations that say the same. */
export interface SameGroup {
  /** At least two; articles by path, each in reading order. No id is in two groups. */
  readonly ids: readonly string[];
  readonly score: number;
}

/** The link by which an analyst says that two annotations say the same. */
const RESTATES = 'restates';

/** An index of all annotations of a corpus. */
export function* indexCorpus(corpus: Corpus): Steps<SameIndex> {
  const index = new SameIndex();
  for (const key of corpus.articleKeys()) {
    yield* indexArticle(index, corpus, key);
    yield;
  }
  return index;
}

/** Brings an index up to date with what a corpus has of an article, which may be nothing now. */
export function* indexArticle(index: SameIndex, corpus: Corpus, key: string): Steps<void> {
  yield* index.setArticle(
    key,
    corpus.ofArticle(key).map(({ annotation }) => ({
      text: quoteOf(annotation),
      speaker: corpus.speakerOf(annotation),
    })),
  );
}

/**
 * The annotations that say the same as one of the corpus, or as some words, best first; each id
 * once. None where there is no such annotation.
 */
export function sameAs(
  index: SameIndex,
  corpus: Corpus,
  asked: { readonly id: string } | { readonly text: string; readonly speaker?: string | undefined },
): SameAnnotation[] {
  const scores = new Map<string, number>();
  const ask = (found: ReturnType<SameIndex['same']>): void => {
    for (const { article, i, score } of found) {
      const id = corpus.contentOf(article)?.ids()[i];
      if (id !== undefined) scores.set(id, Math.max(score, scores.get(id) ?? 0));
    }
  };
  if ('id' in asked) {
    for (const { article, annotation } of corpus.withId(asked.id)) {
      const i = corpus.contentOf(article)?.ids().indexOf(asked.id) ?? -1;
      const statement = { text: quoteOf(annotation), speaker: corpus.speakerOf(annotation) };
      ask(index.same(statement, { article, i }));
    }
    scores.delete(asked.id);
  } else ask(index.same({ text: asked.text, speaker: corpus.speakerNamed(asked.speaker) }));
  return Array.from(scores, ([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}

/**
 * The groups of annotations that say the same, sure ones first. What `restates` links join is
 * together in any case; opposite stances on one topic never are.
 *
 * @param isRefused what the analyst said doesn't belong together
 */
export function* groupsOf(
  index: SameIndex,
  corpus: Corpus,
  isRefused: (id: string, other: string) => boolean = () => false,
): Steps<SameGroup[]> {
  const annotations = new Map<number, Annotation>();
  const slots = new Map<string, number>();
  for (const key of corpus.articleKeys()) {
    for (const [i, { annotation }] of corpus.ofArticle(key).entries()) {
      const slot = index.slotOf({ article: key, i });
      if (slot === undefined) continue;
      annotations.set(slot, annotation);
      if (!slots.has(annotation.id)) slots.set(annotation.id, slot);
    }
    yield;
  }
  const isApart = (slot: number, beside: number): boolean => {
    const [one, other] = [annotations.get(slot), annotations.get(beside)];
    if (one === undefined || other === undefined) return true;
    return areOpposed(one, other) || isRefused(one.id, other.id);
  };
  const accepted = [...annotations].flatMap(([slot, { links = [] }]) =>
    links.flatMap(({ type, target }): [number, number][] => {
      const other = slots.get(target);
      return type === RESTATES && other !== undefined && other !== slot ? [[slot, other]] : [];
    }),
  );
  const groups = yield* groupInSteps(index, { accepted, isApart });
  const order = new Map(Array.from(annotations.keys(), (slot, i) => [slot, i]));
  const seen = new Set<string>();
  return groups.flatMap((group) => {
    const inOrder = [...group.slots].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const all = inOrder.flatMap((slot) => annotations.get(slot)?.id ?? []);
    const ids = [...new Set(all)].filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
    return ids.length > 1 ? [{ ids, score: group.score }] : [];
  });
}

function areOpposed(one: Annotation, other: Annotation): boolean {
  if (one.topic === undefined || one.topic !== other.topic) return false;
  const stances = [one.stance, other.stance];
  return stances.includes('favor') && stances.includes('against');
}
