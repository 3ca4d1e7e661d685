import { textBlockAt } from '../text/blocks/textBlock';
import type { TextKind } from '../text/blocks/markdownParser';
import { trimRange, type Utf16Range } from '../text/range';
import { sentenceAt } from '../text/sentence';
import { quotationsIn } from '../text/sentences/quotations';

/** Words in quotation marks up to this length may be a term that is set off, not speech. */
const TERM_LENGTH = 10;
const TERM_WORDS = 3;
/** Speech is introduced by such signs, or by such verbs where it is more than a word. */
const INTRODUCED = /[：:，,][\s*_]*$/;
const SAID =
  /(?:[说道问]|直言|坦言|表示|指出|强调|回答|回应|反问|宣称|断言|\b(?:said|says|asked|replied|wrote|writes))[\s*_]*$/u;
const WORD_LENGTH = 4;
const STOP = /[。！？!?，,；;….]/;

/**
 * What is annotated at a bare cursor: the words of the quotation that it is in, without their
 * marks, where that is less than the sentence; else the sentence.
 *
 * @param offset UTF-16 units
 * @returns empty where there is no text
 */
export function passageAt(text: string, offset: number, kind: TextKind = 'markdown'): Utf16Range {
  const sentence = sentenceAt(text, offset, kind);
  const block = textBlockAt(text, offset, kind);
  if (block === undefined || sentence.start === sentence.end) return sentence;
  const speech = speechIn(block.words)
    .map(({ start, end }) => ({ start: start + block.start, end: end + block.start }))
    .filter(
      ({ start, end }) =>
        start <= offset && offset <= end && sentence.start <= start && end <= sentence.end,
    );
  // The outermost one: a quotation in it is part of what is said.
  return speech.sort((a, b) => a.start - b.start || b.end - a.end)[0] ?? sentence;
}

/** The words of quotations that give speech, and not just a term, without their marks. */
export function speechIn(words: string): Utf16Range[] {
  return quotationsIn(words)
    .filter(({ start, end }) => isSpeech(words, { start: start + 1, end: end - 1 }))
    .map(({ start, end }) => trimRange(words, { start: start + 1, end: end - 1 }))
    .filter(({ start, end }) => start < end);
}

function isSpeech(words: string, { start, end }: Utf16Range): boolean {
  const inner = words.slice(start, end);
  const isHan = /\p{Script=Han}/u.test(inner);
  const isLong = isHan ? inner.length > TERM_LENGTH : inner.split(/\s+/).length > TERM_WORDS;
  const before = words.slice(Math.max(0, start - 12), start - 1);
  const isMoreThanAWord = isHan ? inner.length > WORD_LENGTH : /\s/.test(inner);
  return (
    isLong || STOP.test(inner) || INTRODUCED.test(before) || (isMoreThanAWord && SAID.test(before))
  );
}
