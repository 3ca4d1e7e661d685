import { foldHanVariant } from '../anchoring';
import { numberAt, numberOfWord } from './numbers';

/** What a token is. */
export const KIND = { boundary: 0, han: 1, word: 2, number: 3 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** A piece of a statement by which statements are compared. */
export interface Token {
  /** A Chinese character, a word's stem or a number, the same for all ways of writing it. */
  readonly text: string;
  readonly kind: Kind;
  /** A word that is written like a name: its case says so, not its place in the sentence. */
  readonly isName: boolean;
}

const BOUNDARY: Token = { text: '|', kind: KIND.boundary, isName: false };

const MARKS = /\p{M}/gu;
const APOSTROPHES = /[’‘ʼ′`´]/g;
/** A letter of a script that writes words: Chinese and Japanese characters stand alone. */
const LETTER = String.raw`(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})\p{L})`;
const WORD = new RegExp(`${LETTER}+`, 'uy');
/** Letters and digits that are one name: GPT-4, Q3, B2B. */
const MODEL = new RegExp(String.raw`${LETTER}+-?\d[a-z\d.]*(?<!\.)`, 'uy');
const SYLLABLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/uy;
const ENDS_CLAUSE = /[.,;:!?。、…—–|()[\]\n]/;

/**
 * The pieces of a statement, in order: Chinese characters (traditional ones as simplified), stems
 * of words, numbers, and a boundary between clauses. What typesetting changes is gone: case, width,
 * quotation marks, accents, white space, emphasis.
 */
export function readTokens(text: string): Token[] {
  const written = fold(text);
  const lower = written.toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < lower.length) at += readOne(written, lower, at, tokens);
  while (tokens.at(-1) === BOUNDARY) tokens.pop();
  return tokens;
}

/** Lower case is left to the caller: it tells names. Letters whose lower case is longer go. */
function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(MARKS, '').replace(APOSTROPHES, "'");
  let folded = '';
  for (let i = 0; i < plain.length; i++) {
    const character = String.fromCharCode(foldHanVariant(plain.charCodeAt(i)));
    folded += character.toLowerCase().length === 1 ? character : ' ';
  }
  return folded;
}

/** Reads what stands at an offset, and returns its length. */
function readOne(written: string, lower: string, at: number, tokens: Token[]): number {
  const model = matchAt(MODEL, lower, at);
  if (model !== undefined) {
    tokens.push({ text: model.replace('-', ''), kind: KIND.word, isName: true });
    return model.length;
  }
  const number = numberAt(lower, at);
  if (number !== undefined) {
    tokens.push({ text: number.token, kind: KIND.number, isName: false });
    return number.length;
  }
  const word = matchAt(WORD, lower, at);
  if (word !== undefined) return readWord(word, written, lower, at, tokens);
  const syllable = matchAt(SYLLABLE, lower, at);
  if (syllable !== undefined) {
    tokens.push({ text: syllable, kind: KIND.han, isName: false });
    return syllable.length;
  }
  if (ENDS_CLAUSE.test(lower.charAt(at)) && tokens.length > 0 && tokens.at(-1) !== BOUNDARY)
    tokens.push(BOUNDARY);
  return 1;
}

function readWord(
  word: string,
  written: string,
  lower: string,
  at: number,
  tokens: Token[],
): number {
  const contraction = contractionAt(word, lower, at);
  if (contraction !== undefined) {
    for (const text of contraction.words) tokens.push({ text, kind: KIND.word, isName: false });
    return contraction.length;
  }
  const number = numberOfWord(word);
  if (number !== undefined) tokens.push({ text: number, kind: KIND.number, isName: false });
  else
    tokens.push({
      text: stemOf(word),
      kind: KIND.word,
      isName: isWrittenAsName(written.slice(at, at + word.length), tokens.at(-1)),
    });
  // A possessive says nothing that the word doesn't.
  return (
    word.length +
    (/^'s(?!\p{L})/u.test(lower.slice(at + word.length, at + word.length + 3)) ? 2 : 0)
  );
}

const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  "won't": ['will', 'not'],
  "can't": ['can', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['be', 'not'],
};

/** don't and its like: the negation is a word of its own. */
function contractionAt(
  word: string,
  lower: string,
  at: number,
): { readonly words: readonly string[]; readonly length: number } | undefined {
  if (word === 'cannot') return { words: ['can', 'not'], length: 6 };
  if (!word.endsWith('n') || !/^'t(?!\p{L})/u.test(lower.slice(at + word.length))) return undefined;
  const words = SHORT_FORMS[`${word}'t`] ?? [stemOf(word.slice(0, -1)), 'not'];
  return { words, length: word.length + 2 };
}

/** A capital tells a name unless it begins a clause; one within the word always does. */
function isWrittenAsName(word: string, before: Token | undefined): boolean {
  if (!/^\p{Lu}/u.test(word)) return /\p{Lu}/u.test(word);
  const isFirst = before === undefined || before === BOUNDARY;
  return word.length > 1 && (!isFirst || /\p{Lu}/u.test(word.slice(1)));
}

const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  am: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  went: 'go',
  gone: 'go',
  said: 'say',
  made: 'make',
  better: 'better',
  this: 'this',
  its: 'it',
};

/** A word without the endings of number and tense; a rough cut, the same on both sides. */
function stemOf(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const cut = word
    .replace(/ies$/, 'y')
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/, '')
    .replace(/(?<![suis])s$/, '');
  if (cut.length < 5) return cut.replace(/e$/, '');
  return cut
    .replace(/ied$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ed|ing)$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/e$/, '');
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
