import { CHINESE, ENGLISH } from '../unit/core/anchoring/articles';
import type { Case } from './cases';

/** A change to an article's text, and what became of a passage's words by it (null: gone). */
interface Change {
  readonly kind: string;
  readonly words: string;
  readonly apply: (text: string) => string;
  readonly now: string | null;
}

const swap =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, () => to);

const ENGLISH_WORDS = 'Its speaker called the plan a postcard without an address.';
const CHINESE_WORDS = '工会发言人把这份计划称为没有地址的明信片。';

const ENGLISH_CHANGES: readonly Change[] = [
  { kind: 'unchanged', words: ENGLISH_WORDS, apply: (text) => text, now: ENGLISH_WORDS },
  {
    kind: 'shifted',
    words: ENGLISH_WORDS,
    apply: (text) => `An introduction.\n\n${text}`,
    now: ENGLISH_WORDS,
  },
  {
    kind: 'reflowed',
    words: ENGLISH_WORDS,
    apply: swap('plan a postcard', 'plan\na postcard'),
    now: 'Its speaker called the plan\na postcard without an address.',
  },
  {
    kind: 'edited-inside',
    words: ENGLISH_WORDS,
    apply: swap('a postcard without', 'an envelope without'),
    now: 'Its speaker called the plan an envelope without an address.',
  },
  {
    kind: 'edited-inside',
    words: ENGLISH_WORDS,
    apply: swap('Its speaker called', 'The union named'),
    now: 'The union named the plan a postcard without an address.',
  },
  {
    kind: 'moved',
    words: ENGLISH_WORDS,
    apply: (text) => `${swap(` ${ENGLISH_WORDS}`, '')(text)}\n${ENGLISH_WORDS}\n`,
    now: ENGLISH_WORDS,
  },
  { kind: 'deleted', words: ENGLISH_WORDS, apply: swap(` ${ENGLISH_WORDS}`, ''), now: null },
];

const CHINESE_CHANGES: readonly Change[] = [
  { kind: 'unchanged', words: CHINESE_WORDS, apply: (text) => text, now: CHINESE_WORDS },
  {
    kind: 'shifted',
    words: CHINESE_WORDS,
    apply: (text) => `引言。\n\n${text}`,
    now: CHINESE_WORDS,
  },
  {
    kind: 'reflowed',
    words: CHINESE_WORDS,
    apply: swap('称为没有', '称为\n没有'),
    now: '工会发言人把这份计划称为\n没有地址的明信片。',
  },
  {
    kind: 'edited-inside',
    words: CHINESE_WORDS,
    apply: swap('没有地址的明信片', '没有收件人的信封'),
    now: '工会发言人把这份计划称为没有收件人的信封。',
  },
  {
    kind: 'moved',
    words: CHINESE_WORDS,
    apply: (text) => `${swap(CHINESE_WORDS, '')(text)}\n${CHINESE_WORDS}\n`,
    now: CHINESE_WORDS,
  },
  { kind: 'deleted', words: CHINESE_WORDS, apply: swap(CHINESE_WORDS, ''), now: null },
];

/** A few cases from the project's own texts, to see the evaluation work without a data folder. */
export function ownCases(): Case[] {
  return [...casesOf('en', ENGLISH, ENGLISH_CHANGES), ...casesOf('zh', CHINESE, CHINESE_CHANGES)];
}

function casesOf(lang: string, oldText: string, changes: readonly Change[]): Case[] {
  return changes.map(({ kind, words, apply, now }, index) => {
    const start = oldText.indexOf(words);
    const newText = apply(oldText);
    const at = now === null ? -1 : newText.indexOf(now);
    return {
      id: `${lang}-${String(index)}`,
      source: 'real',
      lang,
      kind,
      sub: '',
      repo: 'own',
      path: lang,
      start,
      end: start + words.length,
      oldText,
      newText,
      truth: now === null ? null : { start: at, end: at + now.length },
    };
  });
}
