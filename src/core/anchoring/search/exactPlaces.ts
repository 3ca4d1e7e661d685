import { gramHashAt, indexGrams, type GramIndex, type TextUnits } from './gramIndex';

/**
 * So many places are looked at for all texts together, which takes about a second; after that
 * nothing more is found.
 */
const MAX_LOOKED_AT = 1 << 24;
/** So many UTF-16 units are searched through for texts that are too short for the index. */
const MAX_SEARCHED = 1 << 30;

/**
 * Finds where many pieces stand in one text, word for word, without searching through all of it for
 * each: by the gram of each that is rarest in the text.
 */
export class ExactPlaces {
  private readonly index: GramIndex;
  private lookedAt = 0;
  private searched = 0;

  /** @param pieces what will be looked for */
  constructor(
    private readonly text: string,
    pieces: readonly string[],
  ) {
    this.index = indexGrams(unitsOf(text), pieces.map(unitsOf));
  }

  /**
   * The places of a piece, as UTF-16 offsets in ascending order.
   *
   * @param most how many at most
   */
  find(piece: string, most: number): number[] {
    const found: number[] = [];
    const rarest = this.rarestGram(piece);
    if (rarest === undefined) {
      for (
        let at = this.next(piece, 0);
        at >= 0 && found.length < most;
        at = this.next(piece, at + 1)
      )
        found.push(at);
      return found;
    }
    const { at, from, to } = rarest;
    for (
      let slot = from;
      slot < to && found.length < most && this.lookedAt < MAX_LOOKED_AT;
      slot += 1
    ) {
      this.lookedAt += 1;
      const start = (this.index.positions[slot] as number) - at;
      if (start >= 0 && this.text.startsWith(piece, start)) found.push(start);
    }
    return found;
  }

  /**
   * The gram of a piece that stands at the fewest places, and where these are in the index;
   * undefined for less than a gram.
   */
  private rarestGram(
    piece: string,
  ): { readonly at: number; readonly from: number; readonly to: number } | undefined {
    const { units, length } = unitsOf(piece);
    const { starts, mask } = this.index;
    let rarest: { at: number; from: number; to: number } | undefined;
    for (let at = 0; at < length; at += 1) {
      const hash = gramHashAt(units, at, length);
      if (hash < 0) break;
      const [from, to] = [starts[hash & mask] as number, starts[(hash & mask) + 1] as number];
      if (rarest === undefined || to - from < rarest.to - rarest.from) rarest = { at, from, to };
    }
    return rarest;
  }

  private next(piece: string, from: number): number {
    if (this.searched >= MAX_SEARCHED) return -1;
    const at = this.text.indexOf(piece, from);
    this.searched += (at < 0 ? this.text.length : at) - from;
    return at;
  }
}

function unitsOf(text: string): TextUnits {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return { units, length: text.length };
}
