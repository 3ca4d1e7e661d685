import { Pace, UNITS_A_STEP, type Steps } from '../../text/steps';

/** Longer pieces are searched for with a table of how they repeat themselves. */
const LONG = 1024;
/** So many places are tried in one step: at worst each is compared with all of a short piece. */
const TRIED = 1 << 14;

/** A part of a text, as UTF-16 offsets. */
interface Part {
  readonly from?: number;
  readonly to?: number;
}

/**
 * The first places of a piece in a text, word for word, ascending; they may overlap. As `indexOf`
 * finds them, but in steps, and a long piece that repeats itself takes no longer than any other:
 * `indexOf` would compare much of it again at every place, which takes minutes for a long one.
 *
 * @param piece not empty
 * @param most how many places at most
 * @param part where in the text the piece begins and ends; everywhere if not given
 */
export function* placesOf(
  text: string,
  piece: string,
  most: number,
  { from = 0, to = text.length }: Part = {},
): Steps<number[]> {
  const end = Math.min(to, text.length);
  if (end - from < piece.length) return [];
  return yield* (piece.length > LONG ? placesOfLong : placesOfShort)(text, piece, most, from, end);
}

function* placesOfShort(
  text: string,
  piece: string,
  most: number,
  from: number,
  to: number,
): Steps<number[]> {
  const found: number[] = [];
  for (let first = from; first + piece.length <= to; first += TRIED) {
    if (first > from) yield;
    const window = text.slice(first, Math.min(to, first + TRIED + piece.length - 1));
    for (let at = window.indexOf(piece); at >= 0; at = window.indexOf(piece, at + 1)) {
      found.push(first + at);
      if (found.length === most) return found;
    }
  }
  return found;
}

/** Knuth, Morris & Pratt 1977: no unit of the text is looked at twice. */
function* placesOfLong(
  text: string,
  piece: string,
  most: number,
  from: number,
  to: number,
): Steps<number[]> {
  const borders = yield* bordersOf(piece);
  const found: number[] = [];
  let matched = 0;
  for (let first = from; first < to; first += UNITS_A_STEP) {
    const last = Math.min(to, first + UNITS_A_STEP);
    for (let at = first; at < last; at += 1) {
      matched = lengthened(piece, borders, matched, text.charCodeAt(at));
      if (matched < piece.length) continue;
      found.push(at + 1 - matched);
      if (found.length === most) return found;
      matched = borders[matched] as number;
    }
    yield;
  }
  return found;
}

/**
 * For each beginning of a piece, by its length, how long the longest shorter beginning is that it
 * also ends with.
 */
function* bordersOf(piece: string): Steps<Int32Array> {
  const borders = new Int32Array(piece.length + 1);
  const pace = new Pace();
  let border = 0;
  for (let length = 2; length <= piece.length; length += 1) {
    border = lengthened(piece, borders, border, piece.charCodeAt(length - 1));
    borders[length] = border;
    if (pace.isDue(1)) yield;
  }
  return borders;
}

/** How much of a piece stands before a unit and with it, if so much of it stands before. */
function lengthened(piece: string, borders: Int32Array, before: number, unit: number): number {
  let length = before;
  while (length > 0 && piece.charCodeAt(length) !== unit) length = borders[length] as number;
  return piece.charCodeAt(length) === unit ? length + 1 : 0;
}
