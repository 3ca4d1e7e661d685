import { type Steps } from '../../text/steps';
import type { FoldedText } from '../folding/foldText';
import type { Fragment } from '../folding/fragment';
import { gramHashAt, type GramIndex } from '../search/gramIndex';

/** Units of the shortest gram: all of them belong to it. */
const GRAM = 3;
/** How much less a unit tells with the logarithm of how often it stands in the text. */
const STEEPNESS = 2;
/** So many units are looked up in one step. */
const LOOKED_UP = 1 << 14;

/**
 * How telling each unit of a fragment is by how often it stands in the text with the units around
 * it: 1 if once or never, less the more often. Agreement in what stands everywhere tells little.
 */
export function* rarityOfUnits({ folded }: Fragment, index: GramIndex): Steps<Float32Array> {
  const { length } = folded;
  const most = new Uint32Array(length).fill(1);
  for (let from = 0; from < length; from += LOOKED_UP) {
    if (from > 0) yield;
    countUnits(folded, from, Math.min(length, from + LOOKED_UP), index, most);
  }
  const rarity = new Float32Array(length);
  for (let from = 0; from < length; from += LOOKED_UP) {
    if (from > 0) yield;
    for (let at = from; at < Math.min(length, from + LOOKED_UP); at += 1)
      rarity[at] = 1 / (1 + STEEPNESS * Math.log(most[at] as number));
  }
  return rarity;
}

function countUnits(
  { units, length }: FoldedText,
  first: number,
  last: number,
  index: GramIndex,
  most: Uint32Array,
): void {
  for (let at = first; at < last; at += 1) {
    const hash = gramHashAt(units, at, length);
    if (hash < 0) break;
    const bucket = hash & index.mask;
    const count = (index.starts[bucket + 1] as number) - (index.starts[bucket] as number);
    for (let covered = at; covered < Math.min(length, at + GRAM); covered += 1)
      most[covered] = Math.max(most[covered] as number, count);
  }
}
