/** The stance that a sign at the end of a typed name stands for; `null`: left open. */
export type SuffixStance = 'favor' | 'against' | 'neutral' | null;

/** A name as it is typed, with the sign of a stance behind it. */
export interface NameWithStance {
  readonly name: string;
  readonly stance: SuffixStance;
}

/** Signs, also as Chinese keyboards have them. */
const SUFFIXES: Readonly<Record<string, SuffixStance>> = {
  '+': 'favor',
  '＋': 'favor',
  '-': 'against',
  '－': 'against',
  '0': 'neutral',
  '０': 'neutral',
  '?': null,
  '？': null,
};

/**
 * Reads `李+`, `李-`, `李0`, `李?`: a speaker with a stance in favour, against, neutral, or open.
 *
 * @returns undefined where there is no sign, or nothing before it
 */
export function nameWithStance(typed: string): NameWithStance | undefined {
  const text = typed.trim();
  const sign = text.slice(-1);
  const name = text.slice(0, -1).trim();
  // GPT-40 and R2D20 are names.
  const isNumber = /[0０]/u.test(sign) && /\d$/u.test(name);
  if (!(sign in SUFFIXES) || name === '' || isNumber) return undefined;
  return { name, stance: SUFFIXES[sign] ?? null };
}

/** The stance of a sign that was typed alone; undefined where it is none. */
export function stanceOfSign(typed: string): SuffixStance | undefined {
  const sign = typed.trim();
  return Object.hasOwn(SUFFIXES, sign) ? SUFFIXES[sign] : undefined;
}
