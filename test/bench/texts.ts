import { printBlock } from '../../src/core/sidecar/printBlock';
import type { Annotation } from '../../src/core/model/types';
import { codePointLength } from '../../src/core/text/codePoints';
import type { Utf16Range } from '../../src/core/text/range';

const ENGLISH =
  'The open models that cost less to run than closed ones will always lag behind them by half a year, said the engineer, and nobody who pays for the electricity can afford to wait that long.'.split(
    ' ',
  );
const CHINESE = [
  '开源模型',
  '闭源模型',
  '其实',
  '是',
  '一种',
  '智商税',
  '，',
  '成本',
  '更低',
  '但是',
  '没有人',
  '知道',
  '明年',
  '会',
  '怎样',
  '他',
  '认为',
  '电费',
  '太贵',
  '𠮷野家',
  '😀',
];
const CONTEXT = 32;

/** An article's text with its annotations, those with the present places of their passages. */
export interface SampleArticle {
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly ranges: readonly Utf16Range[];
}

/** Random numbers from 0 to 1, the same each time (Lehmer's generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 0x7fffffff) / 0x7fffffff;
}

/**
 * An article of so many bytes, Chinese and English in turn, with so many annotated passages spread
 * over it.
 */
export function makeArticle(bytes: number, count: number): SampleArticle {
  const random = randomNumbers(count);
  const sentences: string[] = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(sentences.at(-1) ?? ''))
    sentences.push(makeSentence(random));
  const text = sentences.join('');
  const ranges: Utf16Range[] = [];
  let at = 0;
  sentences.forEach((sentence, i) => {
    const due = Math.floor(((i + 1) * count) / sentences.length) - ranges.length;
    for (let n = 0; n < due; n++)
      ranges.push({ start: at + 2 * n, end: at + sentence.trimEnd().length - 1 });
    at += sentence.length;
  });
  let [unit, codePoint] = [0, 0];
  const annotations = ranges.map(({ start, end }, i) => {
    codePoint += codePointLength(text.slice(unit, start));
    unit = start;
    return makeAnnotation(i, text, { start, end }, codePoint, random);
  });
  return { text, annotations, ranges };
}

/** A sidecar with these annotations. */
export function makeSidecar(annotations: readonly Annotation[]): string {
  return `version: 1\nannotations:\n${annotations.map((annotation) => printBlock(annotation, '  ', '\n')).join('')}`;
}

/** One annotation more, as a command makes it. */
export function makeAnnotation(
  number: number,
  text: string,
  { start, end }: Utf16Range,
  codePoint: number,
  random: () => number,
): Annotation {
  const exact = text.slice(start, end);
  return {
    id: `a${number}`,
    role: ['claim', 'evidence', 'rebuttal'][number % 3] ?? 'claim',
    speaker: `发言人${Math.floor(random() * 200)}`,
    stance: random() < 0.5 ? 'favor' : 'against',
    passages: [
      {
        exact,
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
        start: codePoint,
        end: codePoint + codePointLength(exact),
      },
    ],
    ...(number % 7 === 0 && { note: 'Two lines\nof a note.', tags: ['cost', '电费'] }),
    ...(number % 5 === 0 &&
      number > 0 && { links: [{ type: 'rebuts', target: `a${number - 1}` }] }),
    creator: 'Zhang San',
    created: '2026-11-22T09:30:00Z',
    modified: '2026-11-22T09:31:00Z',
  };
}

function makeSentence(random: () => number): string {
  const english = random() < 0.5;
  const words = Array.from({ length: 8 + Math.floor(random() * 24) }, () =>
    pick(english ? ENGLISH : CHINESE, random),
  );
  return `${words.join(english ? ' ' : '')}${english ? '. ' : '。'}${random() < 0.2 ? '\n\n' : ''}`;
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}
