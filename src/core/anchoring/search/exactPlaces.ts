import { Pace, UNITS_A_STEP, type Steps } from '../../text/steps';
import { gramHashAt, indexGramsInSteps, type GramIndex, type TextUnits } from './gramIndex';
import { placesOf } from './pieceSearch';

/**
 * So many places are looked at for all pieces together, which takes about a second; after that
 * nothing more is found.
 */
const MAX_LOOKED_AT = 1 << 24;
/** So many UTF-16 units are searched through for pieces that are too short for the index. */
const MAX_SEARCHED = 1 << 30;

/** A gram of a piece, and where its places are in the index. */
interface Bucket {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds where many pieces stand in one text, word for word, without searching through all of it for
 * each: by the gram of each that is rarest in the text. In steps, for text and pieces may be long.
 */
export class ExactPlaces {
  private lookedAt = 0;
  private searched = 0;
  private readonly pace = new Pace();

  private constructor(
    private readonly text: string,
    private readonly index: GramIndex,
  ) {}

  /** @param pieces what will be looked for */
  static *of(text: string, pieces: readonly string[]): Steps<ExactPlaces> {
    const wanted: TextUnits[] = [];
    for (const piece of pieces) wanted.push(yield* unitsOf(piece));
    return new ExactPlaces(text, yield* indexGramsInSteps(yield* unitsOf(text), wanted));
  }

  /**
   * The places of a piece, as UTF-16 offsets in ascending order.
   *
   * @param most how many at most
   */
  *find(piece: string, most: number): Steps<number[]> {
    const rarest = yield* this.rarestGram(piece);
    if (rarest === undefined) return yield* this.findShort(piece, most);
    const found: number[] = [];
    const { at, from, to } = rarest;
    for (
      let slot = from;
      slot < to && found.length < most && this.lookedAt < MAX_LOOKED_AT;
      slot += 1
    ) {
      this.lookedAt += 1;
      const start = (this.index.positions[slot] as number) - at;
      if (start >= 0 && this.text.startsWith(piece, start)) found.push(start);
      if (this.pace.isDue(piece.length)) yield;
    }
    return found;
  }

  /**
   * The gram of a piece that stands at the fewest places, and where these are in the index;
   * undefined for less than a gram.
   */
  private *rarestGram(piece: string): Steps<Bucket | undefined> {
    const { units, length } = yield* unitsOf(piece);
    const { starts, mask } = this.index;
    let rarest: Bucket | undefined;
    for (let at = 0; at < length; at += 1) {
      const hash = gramHashAt(units, at, length);
      if (hash < 0) break;
      const [from, to] = [starts[hash & mask] as number, starts[(hash & mask) + 1] as number];
      if (rarest === undefined || to - from < rarest.to - rarest.from) rarest = { at, from, to };
      if (this.pace.isDue(1)) yield;
    }
    return rarest;
  }

  /** Finds a piece that has no gram. */
  private *findShort(piece: string, most: number): Steps<number[]> {
    if (this.searched >= MAX_SEARCHED) return [];
    const found = yield* placesOf(this.text, piece, most);
    this.searched += found.length < most ? this.text.length : (found.at(-1) ?? 0);
    return found;
  }
}

function* unitsOf(text: string): Steps<TextUnits> {
  const units = new Uint16Array(text.length);
  for (let from = 0; from < text.length; from += UNITS_A_STEP) {
    if (from > 0) yield;
    const to = Math.min(text.length, from + UNITS_A_STEP);
    for (let at = from; at < to; at += 1) units[at] = text.charCodeAt(at);
  }
  return { units, length: text.length };
}
