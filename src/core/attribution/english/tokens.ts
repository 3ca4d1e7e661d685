import type { Utf16Range } from '../../text/range';
import { CUE_NOUNS, CUE_VERBS } from './verbs';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  VERBS,
} from './words';

/** What part a word may play; one letter each, so that patterns can be matched on a row of them. */
export type WordClass =
  /** attributing verb */
  | 'C'
  /** auxiliary */
  | 'X'
  /** other verb */
  | 'V'
  /** adverb */
  | 'A'
  /** preposition */
  | 'P'
  /** conjunction or relative */
  | 'J'
  /** determiner */
  | 'D'
  /** pronoun that can be a subject */
  | 'R'
  /** possessive 's */
  | 'S'
  /** capitalised */
  | 'N'
  /** other noun or adjective */
  | 'n'
  /** comma */
  | ','
  /** quotation mark */
  | 'Q'
  /** what ends a sentence */
  | '.'
  /** colon */
  | ':'
  /** other marks */
  | '-';

export interface Token extends Utf16Range {
  readonly text: string;
  readonly kind: WordClass;
}

const TOKEN =
  /(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Prof|Jr|Sr|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs|No)\.|[A-Z]\.(?=\s+[A-Z])|['’]s\b|[\p{L}\p{N}][\p{L}\p{N}\p{M}_@#&$%]*(?:[-.'’,](?!s\b)[\p{L}\p{N}]+)*|[“”„«»"]|''|``|['‘’]|\.{3}|[.!?]|[,;]|[:]|[^\s]/gu;

/** The words and marks of an English text. */
export function tokensOf(text: string, offset: number): Token[] {
  const found: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const kind = classOf(word, found);
    found.push({ start: offset + index, end: offset + index + word.length, text: word, kind });
  }
  return found;
}

function classOf(word: string, before: readonly Token[]): WordClass {
  const lower = word.toLowerCase();
  if (word === ',') return ',';
  if (/^(?:[.!?]|\.{3})$/.test(word)) return '.';
  if (word === ':' || word === ';') return word === ':' ? ':' : '.';
  if (/^(?:[“”„«»"'‘’]|''|``)$/.test(word)) return 'Q';
  if (/^['’]s$/.test(word)) return 'S';
  if (!/[\p{L}\p{N}]/u.test(word)) return '-';
  const last = before.at(-1);
  if (SUBJECT_PRONOUNS.has(lower)) return 'R';
  if (AUXILIARIES.has(lower)) return 'X';
  const startsSentence =
    last === undefined || last.kind === '.' || last.kind === 'Q' || last.kind === ':';
  const isCapital = /^\p{Lu}/u.test(word);
  if (isCapital && !startsSentence && !(lower === 'i')) return 'N';
  if (lower === 'that' && last !== undefined && /[CnNS]/.test(last.kind)) return 'J';
  if (DETERMINERS.has(lower)) return 'D';
  if (PREPOSITIONS.has(lower)) return 'P';
  if (CONJUNCTIONS.has(lower)) return 'J';
  if (ADVERBS.has(lower) || (/ly$/.test(lower) && lower.length > 4 && !isCapital)) return 'A';
  if (CUE_VERBS.has(lower)) return isNoun(lower, last) ? 'n' : 'C';
  if (VERBS.has(lower)) return last?.kind === 'D' ? 'n' : 'V';
  return isCapital ? 'N' : 'n';
}

/** `the report`, `her claims`: what could be a verb is a noun behind an article or possessive. */
function isNoun(lower: string, last: Token | undefined): boolean {
  if (last === undefined) return false;
  if (last.kind === 'D' || last.kind === 'S') return !/(?:said|told|wrote)$/.test(lower);
  return (
    last.kind === 'P' &&
    (CUE_NOUNS.has(lower) || /s$/.test(lower)) &&
    last.text.toLowerCase() !== 'to'
  );
}
