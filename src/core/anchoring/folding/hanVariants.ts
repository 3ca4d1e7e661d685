import { PAIRS } from './hanVariantPairs';

/**
 * Digits of the table: the first {@link LAST} end a number (and are its lowest digit), the others
 * go before it. None of them needs an escape in a string.
 */
const DIGITS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+,-./:;<=>?@[]^_{|}~';
const LAST = 60;
const MORE = DIGITS.length - LAST;

let variants: Map<number, number> | undefined;

/**
 * The character that stands for a Chinese character and its variants, simplified or traditional:
 * one for one, so that offsets stay. UTF-16 units in and out; what has no variant stays.
 */
export function foldHanVariant(unit: number): number {
  variants ??= new Map(decodePairs(PAIRS));
  return variants.get(unit) ?? unit;
}

/**
 * Writes pairs of UTF-16 units, ascending by the first, as a short string: both as differences to
 * the pair before, which are mostly small, as characters of one radical stand side by side.
 */
export function encodePairs(pairs: readonly (readonly [number, number])[]): string {
  let encoded = '';
  let [lastFrom, lastTo] = [0, 0];
  for (const [from, to] of pairs) {
    const step = to - lastTo;
    encoded += encodeNumber(from - lastFrom) + encodeNumber(step < 0 ? -2 * step - 1 : 2 * step);
    [lastFrom, lastTo] = [from, to];
  }
  return encoded;
}

function encodeNumber(value: number): string {
  let encoded = DIGITS.charAt(value % LAST);
  for (let rest = Math.floor(value / LAST); rest > 0; rest = Math.floor(rest / MORE))
    encoded = DIGITS.charAt(LAST + (rest % MORE)) + encoded;
  return encoded;
}

/** Reads what {@link encodePairs} wrote. */
export function decodePairs(encoded: string): [number, number][] {
  const pairs: [number, number][] = [];
  let [from, to, high] = [0, 0, 0];
  let isSecond = false;
  for (const character of encoded) {
    const digit = DIGITS.indexOf(character);
    if (digit >= LAST) {
      high = high * MORE + digit - LAST;
      continue;
    }
    const value = high * LAST + digit;
    high = 0;
    if (isSecond) {
      to += value % 2 === 1 ? -(value + 1) / 2 : value / 2;
      pairs.push([from, to]);
    } else from += value;
    isSecond = !isSecond;
  }
  return pairs;
}
