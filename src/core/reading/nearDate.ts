import { datesNear } from '../dates/datesNear';
import type { Utf16Range } from '../text/range';

const DAY_LENGTH = 'yyyy-mm-dd'.length;

/** A date with the article's words for it. */
export interface StatedDate {
  /** `2024-07-04`. */
  readonly date: string;
  readonly words: string;
}

/**
 * The day on which a passage was said, where its own sentence says so outside of the words that are
 * said: `李彦宏7月4日表示：“…”`. Months, years and days further away are only offered when one asks
 * for a date.
 *
 * @param published the article's date, from which days are counted
 */
export function statedDate(
  text: string,
  passage: Utf16Range,
  published: string | undefined,
): StatedDate | undefined {
  const [near, other] = datesNear(text, passage, published).filter(
    ({ place, date }) => place === 'sentence' && date.length === DAY_LENGTH,
  );
  // Two days in a sentence: which of them it is, the analyst says.
  if (near === undefined || other !== undefined) return undefined;
  return { date: near.date, words: near.words };
}
