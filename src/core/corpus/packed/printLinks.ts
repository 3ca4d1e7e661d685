import type { ContentLink } from '../contentLinks';

/** The signs between links and between a link's parts, and the one that stands for these. */
const SIGNS = /[\n,%]/g;

/** An article's links as one text, a line each: number of the annotation, type, target. */
export function printLinks(links: readonly ContentLink[]): string {
  return links
    .map(({ i, type, target }) => `${i},${escapeSigns(type)},${escapeSigns(target)}`)
    .join('\n');
}

/** The links of a text that `printLinks` made. */
export function readLinks(printed: string): ContentLink[] {
  if (printed === '') return [];
  return printed.split('\n').map((line) => {
    const [i, type = '', target = ''] = line.split(',');
    return { i: Number(i), type: unescapeSigns(type), target: unescapeSigns(target) };
  });
}

function escapeSigns(text: string): string {
  return text.replace(SIGNS, encodeURIComponent);
}

function unescapeSigns(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}
