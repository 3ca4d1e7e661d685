import type { Utf16Range } from '../range';
import { isBlank, lineEnd } from './lineEdges';

/** What an article says of itself before its text. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json' | 'pandoc';
  /** Its data, without the rules around it. */
  readonly content: Utf16Range;
  /** Where the article's text begins. */
  readonly body: number;
}

/** No front matter is longer: what follows an unclosed `---` isn't searched to its end. */
const REACH = 20_000;

const KEY_LINE = /^(?:"[^"\n]*"|'[^'\n]*'|[\p{L}_][^\s:#][^:\n#]{0,60}|\p{L})\s*:(?:\s|$)/u;
/** What may stand at the left edge of a mapping beside keys. */
const IN_MAPPING = /^(?:[ \t#\]}]|- |-$|$)/;
/** Keys by which a file of Hexo's is known, whose front matter has no rule above. */
const HEXO_KEY =
  /^(?:title|date|updated|author|tags|categories|layout|permalink|excerpt|published|comments)\s*:/im;

/**
 * The front matter of an article as Jekyll, Hugo, Hexo, Quarto, Obsidian and Pandoc have it: YAML
 * between `---`, TOML between `+++`, JSON, keys down to a first `---`, lines that start with `%`.
 *
 * @returns undefined if there is none: a rule on top, with prose below, is not one
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const head = text.slice(0, REACH);
  if (head.startsWith('---'))
    return fenced(head, /^---[ \t]*\n/, /^(?:---|\.\.\.)[ \t]*$/gm, 'yaml');
  if (head.startsWith('+++')) return fenced(head, /^\+\+\+[ \t]*\n/, /^\+\+\+[ \t]*$/gm, 'toml');
  if (head.startsWith(';;;')) return fenced(head, /^;;;[ \t]*\n/, /^;;;[ \t]*$/gm, 'json');
  if (head.startsWith('{')) return jsonObject(head);
  if (head.startsWith('%')) return titleBlock(head);
  return KEY_LINE.test(head) ? openMapping(head) : undefined;
}

function fenced(
  head: string,
  opening: RegExp,
  closing: RegExp,
  format: FrontMatter['format'],
): FrontMatter | undefined {
  const start = opening.exec(head)?.[0].length;
  if (start === undefined) return undefined;
  closing.lastIndex = start;
  const end = closing.exec(head);
  if (end === null) return undefined;
  const content = { start, end: Math.max(start, end.index - 1) };
  const inner = head.slice(start, content.end);
  if (format === 'yaml' && !looksLikeData(inner)) return undefined;
  return { format, content, body: lineAfter(head, end.index) };
}

/** Whether YAML stands here, be it broken, and not an article's first lines between two rules. */
function looksLikeData(inner: string): boolean {
  const first = inner.split('\n').find((line) => !isBlank(line));
  if (first === undefined) return true;
  if (!KEY_LINE.test(first) && !/^(?:[#[{]|- )/.test(first)) return false;
  return !/^[ \t]*\n/.test(inner) || isMapping(inner);
}

function isMapping(inner: string): boolean {
  return inner.split('\n').every((line) => KEY_LINE.test(line) || IN_MAPPING.test(line));
}

function jsonObject(head: string): FrontMatter | undefined {
  // It ends at one of the first braces that end a line.
  for (const { index } of [...head.matchAll(/\}[ \t]*(?=\n|$)/g)].slice(0, 50)) {
    const end = index + 1;
    try {
      JSON.parse(head.slice(0, end));
      return { format: 'json', content: { start: 0, end }, body: lineAfter(head, end) };
    } catch {
      // An inner object's brace, or no JSON.
    }
  }
  return undefined;
}

/** Pandoc's title block: title, authors and date, each behind `%`, and going on where indented. */
function titleBlock(head: string): FrontMatter | undefined {
  const block = /^%[^\n]*(?:\n[ \t]+\S[^\n]*)*(?:\n%[^\n]*(?:\n[ \t]+\S[^\n]*)*){0,2}/.exec(
    head,
  )?.[0];
  if (block === undefined || !/^%[ \t]|^%\n/.test(`${block}\n`)) return undefined;
  const end = block.length;
  return { format: 'pandoc', content: { start: 0, end }, body: lineAfter(head, end) };
}

/** Keys from the first line down to a rule. One that is no key of Hexo's is a heading instead. */
function openMapping(head: string): FrontMatter | undefined {
  const end = /^---[ \t]*$/m.exec(head)?.index;
  if (end === undefined) return undefined;
  const inner = head.slice(0, end - 1);
  if (!isMapping(inner) || !HEXO_KEY.test(inner) || /\n[ \t]*\n/.test(inner)) return undefined;
  return { format: 'yaml', content: { start: 0, end: end - 1 }, body: lineAfter(head, end) };
}

function lineAfter(head: string, offset: number): number {
  return Math.min(head.length, lineEnd(head, offset) + 1);
}
