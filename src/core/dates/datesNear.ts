import type { Utf16Range } from '../text/range';
import { datePartsOf, isAfter, isoDate, isoParts, type DateParts } from './calendar';
import { CHINESE_FORMS } from './chineseForms';
import type { MonthDay } from './monthDay';
import { ENGLISH_FORMS } from './englishForms';
import { narrowDigits } from './numerals';
import { mayBeReal, resolveWhen } from './resolve';
import { isSpokenOf } from './speech';
import { surroundingsOf, type Surroundings } from './surroundings';
import { findMentions, type DateMention } from './when';

/** A date that an article names near a passage. */
export interface NearDate {
  /** `2024`, `2024-07` or `2024-07-04`. */
  readonly date: string;
  /** The article's words for it: 上周五. */
  readonly words: string;
  /** Where they stand in the article. */
  readonly range: Utf16Range;
  /** Where that is, seen from the passage. */
  readonly place: DatePlace;
}

/**
 * `sentence`: with the passage, but not in what is said; `paragraph`: in its paragraph; `before`
 * and `after`: in others; `quoted`: in what is said, so that it is more likely spoken of.
 */
export type DatePlace = 'sentence' | 'paragraph' | 'before' | 'after' | 'quoted';

/** No list of proposals is longer. */
const MOST = 9;

/** What a place costs: the cheapest date comes first. */
const PLACE_COST: Readonly<Record<DatePlace, number>> = {
  sentence: 0,
  paragraph: 30,
  before: 60,
  quoted: 110,
  after: 140,
};
/** A month or a year says less, and is more often what is spoken of. */
const COST_BY_LENGTH: Readonly<Record<number, number>> = { 10: 0, 7: 8, 4: 20 };
const SPOKEN_GAIN = 18;
/** Nothing can be said after it was published. */
const FUTURE_COST = 300;
/** So many UTF-16 units away cost one; more than `FARTHEST` don't matter. */
const DISTANCE_STEP = 40;
const FARTHEST = 25;

/** A day or a month near a passage, of a year that nothing tells. */
export interface NearMonthDay extends MonthDay {
  /** The article's words for it: 4月11日. */
  readonly words: string;
}

/** A mention with what it resolves to. */
interface ReadMention extends DateMention {
  readonly dates: readonly string[];
}

/**
 * The dates that an article names near a passage, the likeliest to be when it was said first: those
 * with which the passage is attributed, then those of its paragraph, then those before it. What
 * counts from today (昨天, last Friday) counts from the article's date, and is none where that isn't
 * known. Reads some 6,000 characters, however long the article is.
 *
 * @param text the article's text
 * @param passage UTF-16 units
 * @param published the article's date of publication, in any form that `readDate` reads
 */
export function datesNear(text: string, passage: Utf16Range, published?: string): NearDate[] {
  const around = surroundingsOf(text, passage);
  const publishedParts = datePartsOf(published);
  const publishedDate = publishedParts && isoDate(publishedParts);
  const ranked = readMentions(text, around, publishedParts).flatMap((mention) => {
    const range = { start: mention.start, end: mention.end };
    const place = placeOf(text, range, passage, around);
    return mention.dates.map((date, i) => ({
      date,
      words: text.slice(range.start, range.end),
      range,
      place,
      cost:
        i +
        PLACE_COST[place] +
        (COST_BY_LENGTH[date.length] ?? 0) +
        distanceCost(range, passage) -
        (place !== 'quoted' && isSpokenOf(text, range, around) ? SPOKEN_GAIN : 0) +
        (publishedDate !== undefined && isAfter(date, publishedDate) ? FUTURE_COST : 0),
    }));
  });
  ranked.sort((a, b) => a.cost - b.cost);
  const seen = new Set<string>();
  return ranked
    .filter(({ date }) => !seen.has(date) && seen.add(date))
    .slice(0, MOST)
    .map(({ date, words, range, place }) => ({ date, words, range, place }));
}

/**
 * The days and months near a passage whose year neither the words around them nor the article tell,
 * in the order of `datesNear`. With the article's date, there are none: `datesNear` has them all.
 *
 * @param passage UTF-16 units
 */
export function monthDaysNear(text: string, passage: Utf16Range): NearMonthDay[] {
  const around = surroundingsOf(text, passage);
  const costOf = (mention: ReadMention) =>
    PLACE_COST[placeOf(text, mention, passage, around)] + distanceCost(mention, passage);
  const seen = new Set<string>();
  return readMentions(text, around, undefined)
    .filter(({ dates }) => dates.length === 0)
    .sort((a, b) => costOf(a) - costOf(b))
    .flatMap(({ when, start, end }) => {
      if (when.kind !== 'yearless' || !mayBeReal(when)) return [];
      const { month, day } = when;
      const words = text.slice(start, end);
      const isNew = !seen.has(`${month} ${day}`) && seen.add(`${month} ${day}`);
      return isNew ? [{ month, ...(day !== undefined && { day }), words }] : [];
    });
}

/** All mentions around a passage; each may count from those before it in its paragraph. */
function readMentions(
  text: string,
  { window, paragraph }: Surroundings,
  published: DateParts | undefined,
): ReadMention[] {
  const words = narrowDigits(text.slice(window.start, window.end));
  const mentions = findMentions(words, [...CHINESE_FORMS, ...ENGLISH_FORMS]);
  const read: ReadMention[] = [];
  let last: (DateParts & { readonly end: number; readonly isAbsolute: boolean }) | undefined;
  for (const mention of mentions) {
    const [start, end] = [mention.start + window.start, mention.end + window.start];
    const between = last && text.slice(last.end, start);
    const edge = paragraph.start;
    const isOther = (last !== undefined && last.end <= edge && start >= edge) || hasBreak(between);
    const before = isOther ? undefined : last;
    const isSameSentence = before?.isAbsolute === true && !/[。！？!?\n]/.test(between ?? '');
    const dates = resolveWhen(mention.when, {
      published,
      before,
      year: isSameSentence ? before.year : undefined,
    });
    read.push({ when: mention.when, start, end, dates });
    if (dates[0] === undefined) continue;
    const isAbsolute = mention.when.kind === 'absolute' || (isSameSentence && before.isAbsolute);
    last = { ...isoParts(dates[0]), end, isAbsolute };
  }
  return read;
}

/** Whether a paragraph ends in some words. */
function hasBreak(words: string | undefined): boolean {
  return words !== undefined && /\n\s*\n|[。！？”]\n/.test(words);
}

function placeOf(
  text: string,
  range: Utf16Range,
  passage: Utf16Range,
  around: Surroundings,
): DatePlace {
  const isIn = (outer: Utf16Range) => outer.start <= range.start && range.end <= outer.end;
  if (around.quotations.some(isIn)) return 'quoted';
  if (isIn(passage)) return isSpokenOf(text, range, around) ? 'sentence' : 'quoted';
  if (isIn(around.sentence)) return 'sentence';
  if (isIn(around.paragraph)) return 'paragraph';
  return range.end <= passage.start ? 'before' : 'after';
}

function distanceCost(range: Utf16Range, passage: Utf16Range): number {
  const distance = Math.max(passage.start - range.end, range.start - passage.end, 0);
  return Math.min(FARTHEST, distance / DISTANCE_STEP);
}
