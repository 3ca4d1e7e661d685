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
 * @param sequence when an annotation was made or changed in this session (a count), which tells
 *   apart what the same second saw; undefined for all others
 */
export function speakerUse(
  corpus: Corpus,
  article: string,
  sequence: (id: string) => number | undefined = () => undefined,
): SpeakerUse[] {
  const uses = new Map<string, { use: SpeakerUse; last: Moment; stanceAt: Moment | undefined }>();
  for (const item of corpus.all()) {
    const speaker = corpus.speakerOf(item.annotation);
    if (speaker === undefined) continue;
    const { id, stance, created = '', modified = created } = item.annotation;
    const at: Moment = {
      here: item.article === article,
      time: modified,
      sequence: sequence(id) ?? -1,
    };
    const known = uses.get(speaker);
    const last = known === undefined || compareMoments(at, known.last) >= 0 ? at : known.last;
    const newer =
      stance !== undefined &&
      (known?.stanceAt === undefined || compareMoments(at, known.stanceAt) >= 0);
    uses.set(speaker, {
      use: { speaker, stance: newer ? stance : known?.use.stance, here: last.here },
      last,
      stanceAt: newer ? at : known?.stanceAt,
    });
  }
  return [...uses.values()]
    .sort((a, b) => compareMoments(b.last, a.last) || compareText(a.use.speaker, b.use.speaker))
    .map(({ use }) => use);
}

interface Moment {
  readonly here: boolean;
  readonly time: string;
  readonly sequence: number;
}

function compareMoments(a: Moment, b: Moment): number {
  return Number(a.here) - Number(b.here) || compareText(a.time, b.time) || a.sequence - b.sequence;
}
