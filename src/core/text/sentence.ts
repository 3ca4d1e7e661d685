import type { TextKind } from './blocks/markdownParser';
import { textBlockAt, type TextBlock } from './blocks/textBlock';
import type { Utf16Range } from './range';
import { wholeQuotations } from './sentences/balance';
import { splitSentences } from './sentences/splitSentences';

/**
 * The sentence at a place in an article: what is annotated when nothing is selected.
 *
 * It never goes over the edges of a block (a paragraph, item, cell, turn of a transcript;
 * Markdown's by a CommonMark parser) and never cuts a link, image, code span or emphasis.
 * Sentence boundaries
 * are Unicode's (UAX #29, by `Intl.Segmenter`) with inner line ends as spaces, as in hard-wrapped
 * text; common English and German abbreviations don't end a sentence, and closing quotation marks
 * and emphasis marks belong to the sentence they close.
 *
 * @param text the article's text
 * @param offset a place in it, UTF-16 units
 * @param kind in plain text, indented lines are no code
 * @returns the sentence without white space at its ends; empty where there is none (a blank line)
 */
export function sentenceAt(text: string, offset: number, kind: TextKind = 'markdown'): Utf16Range {
  const block = textBlockAt(text, offset, kind);
  return (block && sentenceOf(text, block, offset)) ?? { start: offset, end: offset };
}

/** The sentence of a block at a place. */
export function sentenceOf(text: string, block: TextBlock, offset: number): Utf16Range | undefined {
  const sentences = splitSentences(block);
  // Right behind a sentence the cursor belongs to it, unless the next sentence or line starts
  // there.
  const found =
    sentences.find(({ end }) => offset < end || /^[^\S\n]*\s$/.test(text.slice(end, offset + 1))) ??
    sentences.at(-1);
  return found && wholeQuotations(block, found, offset);
}
