import type { Utf16Range } from '../../text/range';
import type { Cast } from '../people/cast';
import type { Candidate } from '../rank/candidate';
import type { Reading } from '../reading';

/** What a title has somebody say. */
export interface TitlePart extends Utf16Range {
  readonly candidate: Pick<Candidate, 'speaker' | 'isKnown' | 'cue' | 'span'>;
}

/** `李彦宏：…`, `李彦宏内部讲话：…`, `X回应Y：…`, at the beginning or after another part. */
const PART = /(?:^|[！!？?。；;｜|\s])([^：:！!？?。；;｜|，,\s]{2,20})[：:](?=\S)/g;

/** The parts of headings and the first lines that name their speaker before a colon. */
export function titleSpeakers({ plain }: Reading, cast: Cast): TitlePart[] {
  return plain.lines.flatMap(({ start, end, kind }, index) => {
    if (kind !== 'heading' && index > 1) return [];
    const words = plain.words(index);
    const parts = [...words.matchAll(PART)].map((found) => {
      const [all, label = ''] = found;
      const from = start + found.index + all.indexOf(label);
      const [mention] = cast.mentionsIn(label);
      return { mention, label, from, colon: start + found.index + all.length };
    });
    return parts.flatMap(({ mention, from, colon }, at): TitlePart[] => {
      if (mention === undefined) return [];
      const span = { start: from + mention.start, end: from + mention.end };
      const { name, isKnown } = mention.figure;
      const candidate = { speaker: name, isKnown, cue: { start: span.start, end: colon }, span };
      return [{ start: colon, end: parts[at + 1]?.from ?? end, candidate }];
    });
  });
}
