import { firstDay, lastDay, moveDay, printDay, startOfUnit, type Unit } from '../../network/days';

const DAY = 24 * 60 * 60 * 1000;

/** A stretch of time: its first and its last day, both included, as in `2024-07-04`. */
export interface Span {
  readonly since: string;
  readonly until: string;
}

/** The number of a day, counted from 1970. */
export function dayNumber(day: Date): number {
  return Math.round(day.getTime() / DAY);
}

function dayOf(number: number): Date {
  return new Date(number * DAY);
}

/** Dates as days by their numbers; each date is read once. */
export class DayNumbers {
  private readonly known = new Map<string, { readonly first: number; readonly last: number }>();

  /** The first and the last day of `2024`, `2024-07` or `2024-07-04`. */
  of(date: string): { readonly first: number; readonly last: number } {
    let days = this.known.get(date);
    if (days === undefined) {
      days = { first: dayNumber(firstDay(date)), last: dayNumber(lastDay(date)) };
      this.known.set(date, days);
    }
    return days;
  }
}

/** Turns days into positions, from one pixel to another. */
export class Axis {
  private readonly first: number;
  private readonly days: number;

  constructor(
    readonly span: Span,
    readonly from: number,
    readonly to: number,
  ) {
    this.first = dayNumber(firstDay(span.since));
    this.days = Math.max(1, dayNumber(lastDay(span.until)) + 1 - this.first);
  }

  /** Where a day begins; outside of the axis for days that it doesn't show. */
  at(day: number): number {
    return this.from + ((day - this.first) / this.days) * (this.to - this.from);
  }

  /** A position within the axis. */
  within(x: number): number {
    return Math.min(this.to, Math.max(this.from, x));
  }

  /** Whether any of the days is shown. */
  shows(first: number, last: number): boolean {
    return last >= this.first && first < this.first + this.days;
  }

  /** Marks of years, months or days: as many as there is space for. */
  ticks(): { readonly x: number; readonly text: string }[] {
    const wanted = Math.max(1, Math.floor((this.to - this.from) / TICK_WIDTH));
    const { unit, step, length } =
      TICKS.find(({ days }) => this.days / days <= wanted) ?? COARSEST_TICK;
    const ticks: { x: number; text: string }[] = [];
    let day = this.firstTick(unit, step);
    while (dayNumber(day) < this.first + this.days) {
      const x = Math.round(this.at(dayNumber(day)));
      if (dayNumber(day) >= this.first) ticks.push({ x, text: printDay(day).slice(0, length) });
      day = moveDay(day, unit, step);
    }
    return ticks;
  }

  /** Years that the step divides, months from January on, weeks from Monday on. */
  private firstTick(unit: Unit, step: number): Date {
    const first = dayOf(this.first);
    if (unit === 'day') return startOfUnit(first, step === 1 ? 'day' : 'week');
    const year = startOfUnit(first, 'year');
    if (unit === 'month') return year;
    return moveDay(year, 'year', -(year.getUTCFullYear() % step));
  }
}

interface Tick {
  readonly unit: Unit;
  readonly step: number;
  /** How many days it is long, about. */
  readonly days: number;
  /** How much of the date is written. */
  readonly length: number;
}

/** The space that a date needs, in pixels. */
const TICK_WIDTH = 84;

const TICKS: readonly Tick[] = [
  { unit: 'day', step: 1, days: 1, length: 'yyyy-mm-dd'.length },
  { unit: 'day', step: 7, days: 7, length: 'yyyy-mm-dd'.length },
  ...[1, 3, 6].map((step): Tick => ({
    unit: 'month',
    step,
    days: step * 30.4,
    length: 'yyyy-mm'.length,
  })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((step): Tick => ({
    unit: 'year',
    step,
    days: step * 365.25,
    length: 'yyyy'.length,
  })),
];

/** For more time than there are dates. */
const COARSEST_TICK: Tick = { unit: 'year', step: 5000, days: 5000 * 365.25, length: 4 };

/** The days of some statements with space at both ends, so that no mark stands at the edge. */
export function paddedSpan({ since, until }: Span): Span {
  const [first, last] = [dayNumber(firstDay(since)), dayNumber(lastDay(until))];
  const space = Math.max(3, Math.round((last - first + 1) * 0.03));
  return spanOf(first - space, last + space);
}

/** No less than that is shown, in days. */
const SHORTEST = 7;
/** Years have four digits. */
const [EARLIEST, LATEST] = [dayNumber(firstDay('1000')), dayNumber(lastDay('9999'))];

/** The stretch of time between two days, by their numbers. */
export function spanOf(first: number, last: number): Span {
  const clamp = (day: number) => Math.min(LATEST, Math.max(EARLIEST, day));
  return { since: printDay(dayOf(clamp(first))), until: printDay(dayOf(clamp(last))) };
}

/**
 * The stretch of time that is shown after zooming.
 *
 * @param factor below 1: nearer
 * @param at what stays where it is: from 0, the beginning, to 1, the end
 */
export function zoomedSpan({ since, until }: Span, factor: number, at: number): Span {
  const [first, last] = [dayNumber(firstDay(since)), dayNumber(lastDay(until))];
  const days = last - first + 1;
  const wanted = Math.max(SHORTEST, Math.round(days * factor));
  const begin = Math.round(first + (days - wanted) * at);
  return spanOf(begin, begin + wanted - 1);
}

/** The stretch of time earlier or later, by a share of its length. */
export function movedSpan({ since, until }: Span, share: number): Span {
  const [first, last] = [dayNumber(firstDay(since)), dayNumber(lastDay(until))];
  const by = Math.sign(share) * Math.max(1, Math.round(Math.abs(share) * (last - first + 1)));
  const isOutside = first + by < EARLIEST || last + by > LATEST;
  return isOutside ? { since, until } : spanOf(first + by, last + by);
}
