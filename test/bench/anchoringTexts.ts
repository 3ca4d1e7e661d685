import type { Selector } from '../../src/core/anchoring';

/** An article as annotated and as it became, with the annotations' stored descriptions. */
export interface Revision {
  readonly now: string;
  readonly selectors: readonly Selector[];
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const CONTEXT = 32;

/** A small deterministic random number generator (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Makes an article of half Chinese, half English sentences of invented words, annotates it, and
 * revises it: of the passages' sentences a tenth are edited and a tenth deleted, and new sentences
 * come in between.
 *
 * @param size the article's length in UTF-16 units
 * @param count the number of annotated sentences
 */
export function makeRevision(size: number, count: number, seed: number): Revision {
  const random = randomFrom(seed);
  const latin = Array.from({ length: 4000 }, () => word(random, 2 + Math.floor(random() * 9)));
  const han = Array.from({ length: 4000 }, () => hanWord(random, 1 + Math.floor(random() * 3)));
  const sentences: string[] = [];
  for (let length = 0; length < size; length += (sentences.at(-1) ?? '').length) {
    sentences.push(random() < 0.5 ? english(random, latin) : chinese(random, han));
  }
  const old = sentences.join('');
  const selectors: Selector[] = [];
  const now: string[] = [];
  const every = Math.max(1, Math.floor(sentences.length / count));
  let start = 0;
  sentences.forEach((sentence, index) => {
    const end = start + sentence.trimEnd().length;
    const annotated = index % every === 0 && selectors.length < count;
    if (annotated) {
      selectors.push({
        exact: old.slice(start, end),
        prefix: old.slice(Math.max(0, start - CONTEXT), start),
        suffix: old.slice(end, end + CONTEXT),
        start,
        end,
      });
    }
    const fate = annotated ? random() : 1;
    if (fate < 0.1) now.push(edited(sentence, random));
    else if (fate >= 0.2) now.push(sentence);
    if (random() < 0.01) now.push(random() < 0.5 ? english(random, latin) : chinese(random, han));
    start += sentence.length;
  });
  return { now: now.join(''), selectors };
}

function edited(sentence: string, random: () => number): string {
  const at = Math.floor(sentence.length * (0.2 + 0.5 * random()));
  return `${sentence.slice(0, at)}改xy${sentence.slice(at + 4)}`;
}

function english(random: () => number, words: readonly string[]): string {
  const count = 5 + Math.floor(random() * 20);
  return `${Array.from({ length: count }, () => pick(random, words)).join(' ')}.${random() < 0.2 ? '\n\n' : ' '}`;
}

function chinese(random: () => number, words: readonly string[]): string {
  const count = 5 + Math.floor(random() * 20);
  return `${Array.from({ length: count }, () => pick(random, words)).join('')}。${random() < 0.2 ? '\n\n' : ''}`;
}

/** Frequent words are picked more often, as in real texts. */
function pick(random: () => number, words: readonly string[]): string {
  return words[Math.floor(words.length * random() ** 3)] ?? '';
}

function word(random: () => number, length: number): string {
  return Array.from({ length }, () => LATIN[Math.floor(random() * LATIN.length)]).join('');
}

function hanWord(random: () => number, length: number): string {
  return Array.from({ length }, () =>
    String.fromCharCode(0x4e00 + Math.floor(2500 * random() ** 2)),
  ).join('');
}
