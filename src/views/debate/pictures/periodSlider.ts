import { element } from '../element';
import type { Say } from '../texts';

const DAY = 24 * 60 * 60 * 1000;

/** A stretch of time, as in `2024-07-04`; what is left out is open. */
export interface Period {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Two sliders that choose a time, from its first to its last day.
 *
 * @param whole the time that can be chosen from
 * @param choose takes over what was chosen, once the slider is let go
 */
export function periodSlider(
  say: Say,
  whole: { readonly since: string; readonly until: string },
  chosen: Period,
  choose: (period: Period) => void,
): HTMLElement {
  const [first, last] = [dayOf(whole.since), dayOf(whole.until)];
  const slider = (label: string, day: number) => {
    const shown = element('output', { text: printDay(day) });
    const input = element('input', {
      class: 'slider',
      attributes: { type: 'range', min: first, max: last, value: day, 'aria-label': label },
    });
    const tell = () => {
      shown.textContent = printDay(Number(input.value));
      input.setAttribute('aria-valuetext', shown.textContent);
    };
    tell();
    input.addEventListener('input', tell);
    input.addEventListener('change', () => {
      const [a, b] = [Number(since.input.value), Number(until.input.value)];
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      choose({
        since: from > first ? printDay(from) : undefined,
        until: to < last ? printDay(to) : undefined,
      });
    });
    return { input, field: element('label', {}, element('span', { text: label }), input, shown) };
  };
  const since = slider(say('from'), chosen.since === undefined ? first : dayOf(chosen.since));
  const until = slider(say('to'), chosen.until === undefined ? last : dayOf(chosen.until));
  return element('span', { class: 'period' }, since.field, until.field);
}

function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

function printDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
