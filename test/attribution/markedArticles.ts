import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownSpeaker } from '../../src/core/attribution/index';
import type { Utf16Range } from '../../src/core/text/range';
import type { Case } from './cases';

/** How hard a passage is: `⟦e|…`, `⟦m|…`, `⟦h|…`. */
const KINDS: Readonly<Record<string, string>> = { e: 'easy', m: 'medium', h: 'hard' };
const MARKED = /⟦([emh])\|([^|⟧]+)\|([^⟧]+)⟧/g;
const HEADER = /^speakers: (.*)\n---\n/;

/** The invented articles that stand beside this file, a folder a batch. */
export const ARTICLES = join(import.meta.dirname, 'articles');

/** The names of the batches, in the order in which they were written. */
export function batches(): string[] {
  return [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
  ].filter((name) => readdirSync(ARTICLES).includes(name));
}

/**
 * The cases of a batch. An article begins with `speakers: NAME=ALIAS=ALIAS; NAME…` and `---`; a
 * passage stands in it as `⟦KIND|SPEAKER/SPEAKER|words⟧`, with all names that are right.
 */
export function markedCases(batch: string): Case[] {
  const folder = join(ARTICLES, batch);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      casesOf(readFileSync(join(folder, file), 'utf8'), `${batch}/${file}`, batch),
    );
}

function casesOf(marked: string, document: string, corpus: string): Case[] {
  const header = HEADER.exec(marked);
  if (header === null) throw new Error(`${document} has no speakers`);
  const speakers = (header[1] ?? '').split(';').map((entry): KnownSpeaker => {
    const [name = '', ...aliases] = entry.trim().split('=');
    return { name, aliases };
  });
  const parts: string[] = [];
  const found: { passage: Utf16Range; kind: string; answers: string[] }[] = [];
  let at = header[0].length;
  let length = 0;
  const keep = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  for (const { 0: all, 1: kind = '', 2: answers = '', 3: words = '', index } of marked.matchAll(
    MARKED,
  )) {
    keep(marked.slice(at, index));
    found.push({
      passage: { start: length, end: length + words.length },
      kind: KINDS[kind] ?? '',
      answers: answers.split('/').map(plain),
    });
    keep(words);
    at = index + all.length;
  }
  keep(marked.slice(at));
  const text = parts.join('');
  return found.map(({ passage, kind, answers }, index) => ({
    id: `${document}:${String(index + 1)}`,
    corpus,
    kind,
    document,
    text,
    passages: [passage],
    speakers,
    answers,
    isRight: (speaker) => answers.includes(plain(speaker)),
  }));
}

/** A name without what may differ: width, case, space, the marks around it. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^["“「《]+|["”」》]+$/g, '');
}
