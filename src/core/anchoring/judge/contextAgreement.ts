import { weightOf, type FoldedText } from '../folding/foldText';
import type { Fragment } from '../folding/fragment';
import type { Aligner } from '../search/align';

/** Context beyond this many folded units is not compared, and the room it gets in the text. */
const CONTEXT_REACH = 32;
const CONTEXT_ROOM = 12;
/** The weight of a context unit falls to 1/e over so many units. */
const CONTEXT_DECAY = 24;
/**
 * What the article's own edge is worth in place of context: something, but other words may begin
 * the article now.
 */
const EDGE = 0.5;
/** Context of less weight does not count as more than its share of this. */
const LEAST_CONTEXT = 8;
/** A context unit that stands this many units too near or too far counts half. */
const SHIFT_HALF = 12;
/**
 * Beside the next changed word, runs of fewer letters stand there by chance; a Chinese character is
 * a word of its own.
 */
const LEAST_RUN = 3;
/** The weight of a Chinese character. */
const HAN = 2;

/** What of the context on one side of a quote stands at a place. */
export interface ContextAgreement {
  /** 0 to 1; NaN without context on that side. */
  readonly share: number;
  /** The weight of what stands unchanged right beside the quote, rare units counting more. */
  readonly intact: number;
}

/**
 * How much of the context on one side (`step`) of a boundary stands at the same side of a boundary
 * in the text. Where the article began or ended next to the quote, that edge counts for some
 * context. Otherwise a very short context tells little even where all of it stands.
 *
 * @param rarity how telling each unit of the fragment is, 0 to 1
 */
export function contextAgreement(
  fragment: Fragment,
  text: FoldedText,
  rarity: Float32Array,
  at: number,
  textAt: number,
  step: 1 | -1,
  aligner: Aligner,
): ContextAgreement {
  const { units, length } = fragment.folded;
  const reach = Math.min(CONTEXT_REACH, step === 1 ? length - at : at);
  const room = Math.min(reach + CONTEXT_ROOM, step === 1 ? text.length - textAt : textAt);
  if (reach <= 0) {
    const share = isStoredEdge(fragment, step) && room <= 0 ? EDGE : NaN;
    return { share, intact: 0 };
  }
  const first = step === 1 ? at : at - 1;
  const textFirst = step === 1 ? textAt : textAt - 1;
  const worth = (offset: number): number => {
    const unitAt = first + step * offset;
    return decayed(units[unitAt] as number, offset) * (rarity[unitAt] as number);
  };
  let total = 0;
  let plain = 0;
  for (let offset = 0; offset < reach; offset += 1) {
    total += worth(offset);
    plain += decayed(units[first + step * offset] as number, offset);
  }
  let matched = 0;
  // Mostly the context stands unchanged next to the quote; that needs no alignment.
  let intact = 0;
  while (
    intact < reach &&
    intact < room &&
    units[first + step * intact] === text.units[textFirst + step * intact]
  ) {
    matched += worth(intact);
    intact += 1;
  }
  const beside = matched;
  const whole = Math.max(1e-9, total) * Math.max(1, LEAST_CONTEXT / Math.max(1e-9, plain));
  if (intact === reach && intact === room)
    return { share: Math.max(EDGE, matched / whole), intact: beside };
  if (intact < reach && intact < room) {
    const run = new RunWeight(LEAST_RUN);
    aligner.align(
      { units, from: first + step * intact, step, length: reach - intact },
      { units: text.units, from: textFirst + step * intact, step, length: room - intact },
      false,
      (a, b) => {
        const offset = intact + a;
        const value = (worth(offset) * SHIFT_HALF) / (SHIFT_HALF + Math.abs(a - b));
        const weight = weightOf(units[first + step * offset] as number);
        run.add(a, b, weight === HAN ? LEAST_RUN : weight, value);
      },
    );
    matched += run.end();
  }
  return { share: matched / whole, intact: beside };
}

/** Sums up values of equal units as far as they stand in runs, reported from the far end. */
class RunWeight {
  private a = -1;
  private b = -1;
  private weight = 0;
  private value = 0;
  private sum = 0;

  /** @param least the weight from which on a run counts */
  constructor(private readonly least: number) {}

  add(a: number, b: number, weight: number, value: number): void {
    if (a !== this.a - 1 || b !== this.b - 1) this.end();
    this.a = a;
    this.b = b;
    this.weight += weight;
    this.value += value;
  }

  /** Ends the last run; gives the sum of all that count. */
  end(): number {
    if (this.weight >= this.least) this.sum += this.value;
    this.weight = 0;
    this.value = 0;
    return this.sum;
  }
}

/**
 * Whether the stored context says, by being empty on this side only, that the article began or
 * ended there.
 */
function isStoredEdge({ exactStart, exactEnd, folded }: Fragment, step: 1 | -1): boolean {
  const prefix = exactStart;
  const suffix = folded.text.length - exactEnd;
  return step === 1 ? suffix === 0 && prefix > 0 : prefix === 0 && suffix > 0;
}

function decayed(unit: number, offset: number): number {
  return weightOf(unit) * Math.exp(-offset / CONTEXT_DECAY);
}
