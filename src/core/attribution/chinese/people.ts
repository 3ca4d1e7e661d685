import type { Cast } from '../people/cast';
import { Named } from '../people/named';
import type { Reading } from '../reading';
import { findEvents, Subjects, type SpeechEvent } from './events';
import { addChineseNames, countOf } from './names/collect';
import { kindOfName, shortForms } from './names/forms';
import type { LineScans } from './scan';
import { VERBS } from './words/verbs';

/** Bare words that speak count as a name from so many times on. */
const OFTEN = 2;

/**
 * Takes into the cast whom a Chinese text introduces by name: people behind titles, foreign names,
 * those who say something.
 *
 * @param isNamed whether the cast has the text's names already
 * @returns the text's attributions, with all of them known, and where they are named
 */
export function eventsWithPeople(
  reading: Reading,
  cast: Cast,
  scans: LineScans,
  isNamed: boolean,
): { events: SpeechEvent[]; named: Named } {
  const known = cast.figures();
  const scanned = scans.linesOf(reading);
  const hints = scans.hintsOf(reading);
  if (!isNamed) addChineseNames(reading.outside, hints, cast);
  const subjects = new Subjects();
  const bare = new Map<string, number>();
  for (const { subject } of findEvents(
    reading,
    scanned,
    new Named(reading.outside, cast),
    subjects,
    true,
  )) {
    if (subject?.kind !== 'words') continue;
    if (subject.form === 'name') cast.add(subject.words);
    else if (subject.form === 'bare' || kindOfName(subject.words) === 'organisation')
      bare.set(subject.words, (bare.get(subject.words) ?? 0) + 1);
  }
  for (const [words, count] of bare) {
    const times = countOf(reading.outside, words);
    const isOften = count >= OFTEN || times > OFTEN || kindOfName(words) === 'organisation';
    if (isOften && times >= OFTEN && words.length > 1 && words.length < 12) cast.add(words);
  }
  addShortForms(
    reading.outside,
    new Set(hints.flatMap(({ short }) => short)),
    cast,
    new Set(known),
  );
  addFirstParts(reading.outside, cast);
  const named = new Named(reading.outside, cast);
  return { events: findEvents(reading, scanned, named, subjects), named };
}

/** What somebody does who speaks. */
const SPEAKS = new RegExp(
  `(?:一度|则|也|还|曾|方面|此前|随后|内部|在[^，。]{1,12}|对[^，。]{1,12})?${VERBS}`,
  'y',
);

/** Whether a word stands where speakers do. */
function acts(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at > 0 && !/[，。；：“”\n但而]/.test(text.charAt(at - 1))) continue;
    SPEAKS.lastIndex = at + word.length;
    if (SPEAKS.test(text)) return true;
  }
  return false;
}

/** `极光` is `极光充电`, where it does something as well. */
function addFirstParts(text: string, cast: Cast): void {
  for (const figure of cast.figures()) {
    const { name } = figure;
    const first = name.slice(0, 2);
    if (!/^[\u4e00-\u9fff]{4,}$/.test(name) || kindOfName(name) === 'person') continue;
    if (cast.named(first) !== undefined || !text.includes(first)) continue;
    if (acts(text, first)) cast.alias(first, figure);
  }
}

/** `陆总` is `陆明河` where no other one has the surname; `欧委会` stays for itself. */
function addShortForms(
  text: string,
  present: ReadonlySet<string>,
  cast: Cast,
  known: ReadonlySet<object>,
): void {
  const owners = new Map<string, string | undefined>();
  const figures = present.size === 0 ? [] : cast.figures();
  // `商老师` alone would have another form of itself.
  for (const { name } of figures.filter((one) => known.has(one) || !present.has(one.name)))
    for (const form of shortForms(name))
      owners.set(form, owners.has(form) && owners.get(form) !== name ? undefined : name);
  for (const [form, name] of owners) {
    if (name === undefined || !present.has(form)) continue;
    const figure = cast.named(name);
    const other = cast.named(form);
    if (figure === undefined || (other !== undefined && known.has(other))) continue;
    // Who is called so before he was named is somebody else.
    if (!known.has(figure) && text.indexOf(form) < text.indexOf(name)) continue;
    cast.rename(form, figure);
  }
  let others = cast.figures().filter(({ name }) => kindOfName(name) !== 'person');
  for (const { name, isKnown } of others) {
    if (isKnown) continue;
    const longer = others.find((one) => one.name !== name && one.name.startsWith(name));
    if (longer === undefined) continue;
    cast.rename(name, longer);
    const left = new Set(cast.figures());
    others = others.filter((one) => left.has(one));
  }
}
