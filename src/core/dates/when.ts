/** What words say of a date, before it is known from where they count. */
export type When =
  /** It is all there: 2024年7月4日, July 2024, in 2024. */
  | {
      readonly kind: 'absolute';
      readonly year: number;
      readonly month?: number;
      readonly day?: number;
    }
  /** The year is that of the context: 7月4日, in May. */
  | { readonly kind: 'yearless'; readonly month: number; readonly day?: number }
  /** The month, too: 4日. */
  | { readonly kind: 'day'; readonly day: number }
  /** 去年7月, last year. */
  | {
      readonly kind: 'years';
      readonly years: number;
      readonly month?: number;
      readonly day?: number;
    }
  /** 上个月, 本月4日, two months ago. */
  | { readonly kind: 'months'; readonly months: number; readonly day?: number }
  /** 昨天, two days ago. */
  | { readonly kind: 'days'; readonly days: number }
  /** 上周, or 上周五: weeks begin on Monday, which is 1. */
  | { readonly kind: 'weeks'; readonly weeks: number; readonly weekday?: number }
  /** 周二, on Tuesday: the last one up to the day of publication; “last Friday” is before it. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isLast?: boolean }
  /** Counted from the date that was named before: 当天, 次日, the next day. */
  | { readonly kind: 'daysOn'; readonly days: number }
  /** 同年5月: in the year that was named before. */
  | { readonly kind: 'sameYear'; readonly month: number; readonly day?: number };

/** Words of a text that name a date. */
export interface DateMention {
  /** Where they stand in the text that was searched, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

/** A form in which a language names dates. */
export interface DateForm {
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** What a match says; undefined where it names no date after all. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    words: string,
  ) => When | undefined;
}

/**
 * All that a text says of dates, in its order; of two forms that fit at a place, the one that takes
 * more words stands.
 */
export function findMentions(text: string, forms: readonly DateForm[]): DateMention[] {
  const found = forms.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const when = read(match.groups ?? {}, match[0]);
      return when === undefined
        ? []
        : [{ start: match.index, end: match.index + match[0].length, when }];
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}
