import { compareText } from '../text/compare';
import type { Corpus } from './corpus';

/** How a speaker was used before. */
export interface SpeakerUse {
  readonly speaker: string;
  /**
   * The stance of the speaker's latest annotation that has one: in the article at hand, else in
   * any.
   */
  readonly stance: string | undefined;
  /** Whether the speaker has annotations in the article at hand. */
  readonly here: boolean;
}

/**
 * The speakers used so far, in the order in which they are offered: those of the article at hand
 * first, each group by latest use. Times come from the annotations, so the order is the same in the
 * next session and on another machine.
 *
 * @param article the key of the article at hand
 * @param sequence by id, when an annotation was made or changed in this session (a count), which
 *   tells apart what the same second saw
 */
export function speakerUse(
  corpus: Corpus,
  article: string,
  sequence: ReadonlyMap<string, number> = new Map(),
): SpeakerUse[] {
  const uses = new Map<string, UseIn>();
  for (const key of corpus.articleKeys()) {
    const here = key === article;
    for (const use of usesIn(corpus, key, sequence)) {
      const speaker = corpus.speakerOf(use) ?? use.speaker;
      const known = uses.get(speaker);
      uses.set(speaker, joined(known, { ...use, speaker }, here));
    }
  }
  return [...uses.values()]
    .sort((a, b) => compareMoments(b.last, a.last) || compareText(a.speaker, b.speaker))
    .map(({ speaker, stance, last }) => ({ speaker, stance, here: last.here === true }));
}

interface Moment {
  readonly here?: boolean;
  /** In milliseconds since 1970. */
  readonly time: number;
  /** -1 for what wasn't made in this session. */
  readonly sequence: number;
}

/** The use of a speaker by one name. */
interface UseIn {
  readonly speaker: string;
  readonly last: Moment;
  readonly stance?: string | undefined;
  /** When the stance was given last. */
  readonly stanceAt?: Moment | undefined;
}

/** What was found in articles that haven't changed since. */
const known = new WeakMap<object, readonly UseIn[]>();

/** The speakers of one article by their names as written. */
function usesIn(
  corpus: Corpus,
  key: string,
  sequence: ReadonlyMap<string, number>,
): readonly UseIn[] {
  const content = corpus.contentOf(key);
  if (content === undefined) return [];
  const found = known.get(content);
  if (found !== undefined) return found;
  const uses = new Map<string, UseIn>();
  const ids = content.ids();
  for (let i = 0; i < content.count; i++) {
    const speaker = content.valueOf(i, 'speaker');
    if (speaker === undefined) continue;
    const last = { time: content.timeOf(i), sequence: sequence.get(ids[i] ?? '') ?? -1 };
    const stance = content.valueOf(i, 'stance');
    const use = { speaker, last, stance, stanceAt: stance === undefined ? undefined : last };
    uses.set(speaker, joined(uses.get(speaker), use, undefined));
  }
  const all = [...uses.values()];
  // The count of this session may come to be known a moment after the annotation.
  if (!ids.some((id) => sequence.has(id))) known.set(content, all);
  return all;
}

/** Two uses of one speaker as one: the later time, and the later stance. */
function joined(before: UseIn | undefined, use: UseIn, here: boolean | undefined): UseIn {
  const at = (moment: Moment): Moment => (here === undefined ? moment : { ...moment, here });
  const last = at(use.last);
  const stanceAt = use.stanceAt && at(use.stanceAt);
  if (before === undefined) return { ...use, last, stanceAt };
  const isNewer =
    stanceAt !== undefined &&
    (before.stanceAt === undefined || compareMoments(stanceAt, before.stanceAt) >= 0);
  return {
    speaker: use.speaker,
    last: compareMoments(last, before.last) >= 0 ? last : before.last,
    ...(isNewer
      ? { stance: use.stance, stanceAt }
      : { stance: before.stance, stanceAt: before.stanceAt }),
  };
}

function compareMoments(a: Moment, b: Moment): number {
  return (
    Number(a.here === true) - Number(b.here === true) || a.time - b.time || a.sequence - b.sequence
  );
}
