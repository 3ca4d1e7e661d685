import type { Cast, Figure } from '../people/cast';
import type { Reading } from '../reading';
import type { Quotation } from '../text/quotations';
import type { Pronoun, Role, RoleReader } from './roles';

/** Where somebody is named. */
export interface Naming {
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** Whether it stands in the line's first clause. */
  readonly isFirst: boolean;
}

/** A line of a story. */
export interface SceneLine {
  readonly index: number;
  /** Whether somebody speaks in it. */
  readonly isTurn: boolean;
  /** Whether nothing but a quotation stands in it. */
  readonly isBare: boolean;
  /** Whether it begins with a quotation. */
  readonly beginsQuoted: boolean;
  /** Whether it announces the next line's quotation. */
  readonly opens: boolean;
  /** Those named outside of quotations, in order. */
  readonly namings: readonly Naming[];
  /** Those named within its quotations; `isCalled` if they are spoken to. */
  readonly named: readonly { readonly figure: Figure; readonly isCalled: boolean }[];
  readonly pronouns: readonly Pronoun[];
  /** Whether its last quotation ends with a question. */
  readonly asks: boolean;
  readonly first: Quotation | undefined;
  readonly last: Quotation | undefined;
}

/** No clause has its subject further behind, UTF-16 units. */
const CLAUSE = 14;
const STOP = /[.!?。！？…—,，]["”’'」』]?$/;

/** The lines of a story, with who is named where. */
export function sceneOf(reading: Reading, cast: Cast, roles: RoleReader): SceneLine[] {
  const { plain, outside, quotations } = reading;
  const outer = quotations.filter(({ depth }) => depth === 0);
  let next = 0;
  return plain.lines.map(({ start, end }, index): SceneLine => {
    const own: Quotation[] = [];
    for (; next < outer.length && (outer[next]?.start ?? 0) < end; next += 1) {
      const one = outer[next];
      if (one !== undefined && one.end > start) own.push(one);
    }
    const line = outside.slice(start, end);
    const speech = own.filter((one) => isSpeech(one, plain.text, start));
    const mentions = cast.mentionsIn(line);
    const told = roles.rolesIn(line, mentions);
    const namings = mentions.map((mention, order) => ({
      ...mention,
      role: told.roles[order] ?? 'other',
      isFirst: mention.start < CLAUSE && !/[，。！？,.!?]/.test(line.slice(0, mention.start)),
    }));
    const named = own.flatMap(({ inner }) => {
      const words = plain.text.slice(inner.start, inner.end);
      return cast.mentionsIn(words).map((mention) => ({
        figure: mention.figure,
        isCalled: isCalled(words, mention.start, mention.end),
      }));
    });
    return {
      index,
      isTurn: speech.length > 0,
      isBare: line.replace(/[□“”"'‘’\s]/g, '') === '',
      opens: roles.opens(line),
      namings,
      named,
      pronouns: told.pronouns,
      beginsQuoted: /^[“"「『]/.test(line.trimStart()),
      asks: asks(own.at(-1), plain.text),
      first: own[0],
      last: own.at(-1),
    };
  });
}

function asks(last: Quotation | undefined, text: string): boolean {
  return last !== undefined && /[?？]\s*$/.test(text.slice(last.inner.start, last.inner.end));
}

function isSpeech(
  { start, inner, isOpen, goesOn }: Quotation,
  text: string,
  line: number,
): boolean {
  if (start <= line + 1 || isOpen || goesOn) return true;
  const words = text.slice(inner.start, inner.end);
  return STOP.test(words) || /[：:，,]\s*$/.test(text.slice(Math.max(0, start - 2), start));
}

/** Between commas or stops: `Yes, Anne, …`, `玉亭，你…`. */
function isCalled(words: string, start: number, end: number): boolean {
  const before = words.slice(0, start).trimEnd();
  const after = words.slice(end).trimStart();
  const opens =
    before === '' ||
    /[,，。.!！?？…—-]$/.test(before) ||
    /\b(?:dear|my dear|oh|ah|well|yes|no)$/i.test(before);
  const closes = after === '' || /^[,，。.!！?？…:：;—-]/.test(after);
  return opens && closes;
}
