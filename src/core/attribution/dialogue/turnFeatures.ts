import type { Figure } from '../people/cast';
import type { Naming, SceneLine } from './scene';

/** What a figure is judged by as a turn's speaker, in the order of {@link TurnFeatures}. */
export const TURN_FEATURES = [
  'always',
  'same line: speaks right behind the quotation',
  'same line: speaks elsewhere',
  'same line: subject',
  'same line: other',
  'same line: object',
  'same line: only one named',
  'line before opens: speaks',
  'line before opens: subject',
  'line before opens: named first',
  'line before opens: named last',
  'line before opens: object',
  'line before: speaks',
  'line before: subject',
  'line before: named first',
  'line before: named last',
  'line before: object',
  'line behind: speaks, begins it',
  'line behind: begins it',
  'line behind: speaks',
  'line behind: named',
  'line behind: object',
  'line behind opens: named',
  'line behind: heard',
  'line behind: hears',
  'turn before: adjacent',
  'turn before: near',
  'second turn before: adjacent',
  'second turn before: near',
  'turn behind: adjacent',
  'turn behind: near',
  'second turn behind: adjacent',
  'second turn behind: near',
  'named in it',
  'called in it',
  'called in the turn before',
  'called in the turn behind',
  'named in the turn before',
  'named in the turn behind',
  'named before: log distance',
  'not named before',
  'named behind: log distance',
  'not named behind',
  'how often near, log',
  'nearest before',
  'second nearest before',
  'nearest behind',
  'nearest subject before',
  'pronoun speaks: nearest subject before',
  'pronoun speaks: nearest before',
  'pronoun speaks: gender fits',
  'pronoun speaks: gender differs',
  'known',
  'how often in all, log',
  'I speaks: narrator',
  'I speaks: another',
  'narrator',
  'named twice before',
  'pronoun speaks: object',
  'turn before goes on',
  'line before ends a turn: speaks',
  'line before ends a question: speaks',
  'pronoun speaks: turn before',
] as const;

export type TurnFeature = (typeof TURN_FEATURES)[number];
const INDEX = new Map<string, number>(TURN_FEATURES.map((name, index) => [name, index]));

/** Who may speak a neighbouring turn: probabilities by figure. */
export type Chances = ReadonlyMap<Figure, number>;

/** A turn with what surrounds it. */
export interface TurnContext {
  readonly lines: readonly SceneLine[];
  readonly at: number;
  /** The turn's own; of one that is announced, its first quotation only. */
  readonly line: SceneLine;
  /** Who speaks the neighbouring turns, as far as is known by now; their lines. */
  readonly turns: readonly { readonly line: number; readonly chances: Chances | undefined }[];
  /** The turn's number among them. */
  readonly turn: number;
  readonly counts: ReadonlyMap<Figure, number>;
  readonly narrator: Figure | undefined;
  genderOf(figure: Figure): 'm' | 'f' | undefined;
}

/** So many lines around a turn are looked at. */
export const REACH = 12;

type Set = (name: TurnFeature, value?: number) => void;

/** A figure's features as the speaker of a turn. */
export function turnFeatures(
  figure: Figure,
  context: TurnContext,
  isExplicit: boolean,
): Float64Array {
  const values = new Float64Array(TURN_FEATURES.length);
  const set: Set = (name, value = 1) => {
    values[INDEX.get(name) ?? 0] = value;
  };
  set('always');
  if (figure.isKnown) set('known');
  setSameLine(figure, context, set);
  setNeighbours(figure, context, set);
  if (figure === context.narrator) set('narrator');
  const { line } = context;
  for (const { figure: one, isCalled } of line.named)
    if (one === figure) set(isCalled ? 'called in it' : 'named in it');
  if (isExplicit) return values;
  setTurns(figure, context, set);
  setNearness(figure, context, set);
  setPronoun(figure, context, set);
  set('how often in all, log', Math.log2(1 + (context.counts.get(figure) ?? 0)));
  return values;
}

/** Whether somebody is named as the one who speaks a turn. */
export function isExplicit({ lines, line, at }: TurnContext): boolean {
  if (line.namings.some(({ role }) => role === 'speaks')) return true;
  if (!line.isBare) return false;
  const before = lines[at - 1];
  if (
    before?.opens === true &&
    !before.isTurn &&
    before.namings.some(({ role }) => role === 'speaks')
  )
    return true;
  const behind = lines[at + 1];
  if (behind === undefined || behind.isTurn) return false;
  const [first] = behind.namings;
  if (behind.namings.some(({ role }) => role === 'heard')) return true;
  return !behind.opens && first?.role === 'speaks' && first.isFirst;
}

function setSameLine(figure: Figure, { line }: TurnContext, set: Set): void {
  const own = line.namings.filter((one) => one.figure === figure);
  const figures = new Set(line.namings.map((one) => one.figure));
  if (own.length > 0 && figures.size === 1) set('same line: only one named');
  for (const { role } of own) {
    const isFirst = line.namings.find((one) => one.role === 'speaks')?.figure === figure;
    if (role === 'speaks') {
      if (isFirst) set('same line: speaks right behind the quotation');
      else set('same line: speaks elsewhere');
    } else if (role === 'subject' || role === 'hears') set('same line: subject');
    else if (role === 'object') set('same line: object');
    else set('same line: other');
  }
}

function setNeighbours(figure: Figure, { lines, line, at }: TurnContext, set: Set): void {
  const before = lines[at - 1];
  const behind = lines[at + 1];
  // What stands beside a quotation in its own line says more than its neighbours.
  if (!line.isBare && line.namings.some(({ role }) => role === 'speaks')) return;
  if (before !== undefined && !before.isTurn) {
    const own = before.namings.filter((one) => one.figure === figure);
    const roles = new Set(own.map(({ role }) => role));
    const prefix = before.opens ? 'line before opens' : 'line before';
    // `“…？” / 周平问。 / “…”`: he asked, and is answered.
    const ended = before.opens ? undefined : lines[at - 2];
    if (ended?.isTurn === true && ended.isBare && roles.has('speaks'))
      set(ended.asks ? 'line before ends a question: speaks' : 'line before ends a turn: speaks');
    if (roles.has('speaks')) set(`${prefix}: speaks`);
    if (roles.has('subject') || roles.has('hears')) set(`${prefix}: subject`);
    if (roles.has('object')) set(`${prefix}: object`);
    if (before.namings[0]?.figure === figure) set(`${prefix}: named first`);
    if (before.namings.at(-1)?.figure === figure) set(`${prefix}: named last`);
  }
  if (behind !== undefined && !behind.isTurn && line.isBare) {
    const own: Naming[] = behind.namings.filter((one) => one.figure === figure);
    if (own.length === 0) return;
    const [first] = own;
    if (own.some(({ role }) => role === 'heard')) set('line behind: heard');
    else if (own.some(({ role }) => role === 'hears')) set('line behind: hears');
    else if (behind.opens) set('line behind opens: named');
    else if (first !== undefined && first.isFirst && behind.namings[0] === first)
      set(first.role === 'speaks' ? 'line behind: speaks, begins it' : 'line behind: begins it');
    else if (own.some(({ role }) => role === 'speaks')) set('line behind: speaks');
    else
      set(own.some(({ role }) => role === 'object') ? 'line behind: object' : 'line behind: named');
  }
}

function setTurns(figure: Figure, { lines, line, turns, turn, at }: TurnContext, set: Set): void {
  const chance = (offset: number) => turns[turn + offset]?.chances?.get(figure) ?? 0;
  const lineOf = (offset: number) => turns[turn + offset]?.line ?? -99;
  const adjoins = (a: number, b: number) => {
    const between = lines.slice(a + 1, b);
    return b - a <= 2 && between.every((one) => !one.opens);
  };
  const before = adjoins(lineOf(-1), at);
  const second = before && adjoins(lineOf(-2), lineOf(-1));
  const isOpen = lines[lineOf(-1)]?.last?.isOpen === true && line.isBare;
  if (before && isOpen) {
    set('turn before goes on', chance(-1));
    return;
  }
  set(before ? 'turn before: adjacent' : 'turn before: near', chance(-1));
  set(second ? 'second turn before: adjacent' : 'second turn before: near', chance(-2));
  const behind = adjoins(at, lineOf(1));
  const secondBehind = behind && adjoins(lineOf(1), lineOf(2));
  set(behind ? 'turn behind: adjacent' : 'turn behind: near', chance(1));
  set(secondBehind ? 'second turn behind: adjacent' : 'second turn behind: near', chance(2));
  for (const { figure: one, isCalled } of lines[lineOf(-1)]?.named ?? [])
    if (one === figure) set(isCalled ? 'called in the turn before' : 'named in the turn before');
  for (const { figure: one, isCalled } of lines[lineOf(1)]?.named ?? [])
    if (one === figure) set(isCalled ? 'called in the turn behind' : 'named in the turn behind');
}

function setNearness(figure: Figure, { lines, at }: TurnContext, set: Set): void {
  const before = lines.slice(Math.max(0, at - REACH), at).flatMap(({ namings }) => namings);
  const lineBefore = lines.findLastIndex(
    ({ index, namings }) => index < at && namings.some((one) => one.figure === figure),
  );
  if (lineBefore < 0 || at - lineBefore > REACH) set('not named before');
  else set('named before: log distance', Math.log2(1 + at - lineBefore));
  const lineBehind = lines.findIndex(
    ({ index, namings }) => index > at && namings.some((one) => one.figure === figure),
  );
  if (lineBehind < 0 || lineBehind - at > REACH) set('not named behind');
  else set('named behind: log distance', Math.log2(1 + lineBehind - at));
  const near = lines.slice(Math.max(0, at - REACH), at + REACH).flatMap(({ namings }) => namings);
  set('how often near, log', Math.log2(1 + near.filter((one) => one.figure === figure).length));
  const order = [...new Set(before.map((one) => one.figure).reverse())];
  if (order[0] === figure) set('nearest before');
  if (order[1] === figure) set('second nearest before');
  const behind = lines.slice(at + 1, at + REACH).flatMap(({ namings }) => namings)[0];
  if (behind?.figure === figure) set('nearest behind');
  const subject = before.findLast(isSubject);
  if (subject?.figure === figure) set('nearest subject before');
  if (before.filter((one) => one.figure === figure).length > 1) set('named twice before');
}

function setPronoun(figure: Figure, context: TurnContext, set: Set): void {
  const { lines, line, at, narrator } = context;
  const [before, behind] = [lines[at - 1], lines[at + 1]];
  const pronouns = !line.isBare
    ? line.pronouns
    : before?.opens === true && !before.isTurn
      ? before.pronouns
      : behind?.isTurn === false && !behind.opens
        ? behind.pronouns.filter(({ start }) => start <= 3)
        : [];
  const [pronoun] = pronouns;
  if (pronoun === undefined) return;
  if (/^(?:I|我)$/.test(pronoun.word)) {
    set(figure === narrator ? 'I speaks: narrator' : 'I speaks: another');
    return;
  }
  set('pronoun speaks: turn before', context.turns[context.turn - 1]?.chances?.get(figure) ?? 0);
  const nearby = lines.slice(Math.max(0, at - REACH), at + 1).flatMap(({ namings }) => namings);
  const beside = [line, before, behind].find((one) => one?.pronouns.includes(pronoun));
  if (beside?.namings.some((one) => one.figure === figure) === true) set('pronoun speaks: object');
  const subject = nearby.findLast(isSubject);
  if (subject?.figure === figure) set('pronoun speaks: nearest subject before');
  if (nearby.at(-1)?.figure === figure) set('pronoun speaks: nearest before');
  const gender = context.genderOf(figure);
  if (gender === undefined) return;
  const fits = gender === (/^(?:he|他)$/i.test(pronoun.word) ? 'm' : 'f');
  set(fits ? 'pronoun speaks: gender fits' : 'pronoun speaks: gender differs');
}

function isSubject({ role }: Naming): boolean {
  return role === 'subject' || role === 'speaks' || role === 'hears';
}
