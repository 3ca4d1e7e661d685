import type { Cast, Figure } from '../people/cast';
import type { Reading } from '../reading';
import { genderOf } from './genders';

/** How far back a pronoun looks, UTF-16 units. */
const REACH = 1_200;

/**
 * Whom a pronoun means: the one named last who fits, those that begin a sentence or speak before
 * others.
 */
export function personMeant(
  pronoun: string,
  at: number,
  reading: Reading,
  cast: Cast,
): Figure | undefined {
  const gender = /^(?:he|his|him)$/i.test(pronoun)
    ? 'm'
    : /^(?:she|her)$/i.test(pronoun)
      ? 'f'
      : undefined;
  if (gender === undefined && !/^who$/i.test(pronoun)) return undefined;
  const start = Math.max(0, at - REACH);
  const text = reading.outside.slice(start, at);
  const mentions = cast.mentionsIn(text);
  if (/^who$/i.test(pronoun)) return mentions.at(-1)?.figure;
  let best: { figure: Figure; weight: number } | undefined;
  for (const { figure, start: from, end } of mentions) {
    const own = genderOf(figure.name, text.slice(Math.max(0, from - 8), from));
    if (own !== undefined && own !== gender) continue;
    const before = text.slice(Math.max(0, from - 24), from);
    const isSubject =
      /(?:^|[.!?\n]["”]?\s+|[,"”]\s*(?:said|says)\s+)(?:(?:But|And|Still|Sen\.|Rep\.|Gov\.|Mr\.|Mrs\.|Ms\.|Dr\.|President|Senator)\s+)*$/.test(
        before,
      );
    const isObject =
      /\b(?:of|to|for|with|by|from|about|against|like|and|on|in|at)\s+(?:\w+\.?\s+)?$/.test(before);
    const speaks =
      /^(?:,[^.]{0,60},)?\s+(?:said|says|told|added|wrote|argued|tweeted|has said|also)/.test(
        text.slice(end),
      );
    const owns = /^['’]s/.test(text.slice(end));
    const distance = (text.length - from) / REACH;
    const weight =
      (isSubject ? 0.5 : 0) +
      (speaks ? 0.4 : 0) -
      (isObject ? 0.3 : 0) -
      (owns ? 0.2 : 0) +
      (own === gender ? 0.3 : 0) +
      (figure.isKnown ? 0.2 : 0) -
      1.6 * distance;
    if (best === undefined || weight >= best.weight) best = { figure, weight };
  }
  return best?.figure;
}
