import type { Utf16Range } from '../types';

/** Ends a sentence or a clause that can stand alone. */
const TERMINATOR = /[.!?;:。！？；：…]/u;
/**
 * May stand between a terminator or a line's start and the words: spaces, brackets, quotes, list
 * and heading marks.
 */
const SKIPPED = /[^\S\n]|[*_`~"'“”‘’「」『』()（）[\]#>|+-]/u;
const LINE_END = '\n';
const REACH = 16;

/**
 * Whether a range of a text is one or more whole sentences, lines or list items: something stands
 * before it that ends a sentence or begins a line, and it ends, or is followed by something that
 * ends, a sentence or a line.
 */
export function isWholeSentence(text: string, { start, end }: Utf16Range): boolean {
  return startsSentence(text, start) && endsSentence(text, end);
}

function startsSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - REACH); at -= 1) {
    const character = text.charAt(at);
    if (character === LINE_END || TERMINATOR.test(character)) return true;
    if (!SKIPPED.test(character)) return false;
  }
  return start <= REACH;
}

function endsSentence(text: string, end: number): boolean {
  for (let at = end - 1; at >= Math.max(0, end - REACH); at -= 1) {
    const character = text.charAt(at);
    if (character === LINE_END || TERMINATOR.test(character)) return true;
    if (!SKIPPED.test(character)) break;
  }
  for (let at = end; at < Math.min(text.length, end + REACH); at += 1) {
    const character = text.charAt(at);
    if (character === LINE_END || TERMINATOR.test(character)) return true;
    if (!SKIPPED.test(character)) return false;
  }
  return end + REACH >= text.length;
}
