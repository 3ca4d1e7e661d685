import type { Utf16Range } from '../text/range';

/** Marks that stand on both sides of words, and others with those that open them. */
const SAME_ON_BOTH_SIDES = ['**', '__', '==', '~~', '"'];
const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '」': '「',
  '』': '『',
  '»': '«',
  '》': '《',
  '）': '（',
  ')': '(',
  '】': '【',
};
const AT_END = /(\*\*|__|==|~~|["”」』»》）)】])[。！？!?.…，,；;\s]*$/u;
const AT_START = /^(\*\*|__|==|~~|["“「『«《（(【])/u;

/** More marks than these at its ends are no quotation's or emphasis'. */
const MOST = 8;

/**
 * A passage without marks at its ends whose other half it doesn't have: of `**某某说，票价不涨**。` the
 * words 票价不涨, and not 票价不涨**。.
 */
export function withoutLoneMarks(text: string, { start, end }: Utf16Range): Utf16Range {
  for (let n = 0; n < MOST; n += 1) {
    const words = text.slice(start, end);
    const last = AT_END.exec(words);
    if (last?.[1] !== undefined && isLone(words, last[1])) {
      end = start + last.index;
      continue;
    }
    const first = AT_START.exec(words)?.[1];
    if (first === undefined || !isLone(words, first)) return { start, end };
    start += first.length;
  }
  return { start, end };
}

function isLone(words: string, mark: string): boolean {
  if (SAME_ON_BOTH_SIDES.includes(mark)) return countOf(words, mark) % 2 === 1;
  const other =
    PAIRS[mark] ?? Object.keys(PAIRS).find((closing) => PAIRS[closing] === mark) ?? mark;
  return countOf(words, mark) > countOf(words, other);
}

function countOf(words: string, mark: string): number {
  return words.split(mark).length - 1;
}
