import { CHINESE_DIGITS as DIGITS } from '../text/chineseDigits';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** What follows a numeral that counts something; 一 in 一种 or 一个 is an article. */
const COUNTED = /^[家年月日天人次倍项条名位届期代类块元岁时周季层级台辆座场件份步轮亿万个种]/;
const ARTICLE = /^[个种]/;

/** What multiplies a number that is written in digits. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  ...LARGE,
  千: 1e3,
  百: 100,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** A number that stands in a text. */
export interface FoundNumber {
  /** The same for all ways of writing it: `#70%` for 70 % and 百分之七十. */
  readonly token: string;
  /** How many UTF-16 units of the text it takes. */
  readonly length: number;
}

const ARABIC =
  /^(\d+(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(万亿|[万亿千百]|(?:hundred|thousand|million|mn|billion|bn|trillion|k)(?![\p{L}])))?(\s?(?:%|percent(?![\p{L}])|per cent(?![\p{L}])))?/u;
const CHINESE =
  /^(百分之)?([零〇一二两三四五六七八九十百千万亿]+)(?:点([零〇一二三四五六七八九]+))?/;

/**
 * The number that begins at an offset of a text; undefined if none does. Texts are folded before:
 * half width, lower case, simplified characters.
 */
export function numberAt(text: string, at: number): FoundNumber | undefined {
  const rest = text.slice(at, at + 40);
  return arabicNumber(rest) ?? chineseNumber(rest, text.charAt(at - 1));
}

/** The number that a word means; undefined if it means none. */
export function numberOfWord(word: string): string | undefined {
  const value = WORDS[word];
  return value === undefined ? undefined : `#${value}`;
}

function arabicNumber(rest: string): FoundNumber | undefined {
  const found = ARABIC.exec(rest);
  if (found === null) return undefined;
  const [all, whole = '', fraction = '', multiplier = '', percent] = found;
  const factor = (multiplier === '万亿' ? ['万', '亿'] : [multiplier]).reduce(
    (product, one) => product * (MULTIPLIERS[one] ?? 1),
    1,
  );
  const value = Number(whole.replaceAll(',', '') + fraction) * factor;
  return { token: tokenOf(value, percent !== undefined), length: all.length };
}

function chineseNumber(rest: string, before: string): FoundNumber | undefined {
  const found = CHINESE.exec(rest);
  if (found === null) return undefined;
  const [all, percent, whole = '', fraction] = found;
  const after = rest.slice(all.length);
  if (percent === undefined && !counts(whole, before, after)) return undefined;
  const decimals = fraction === undefined ? '' : `.${positional(fraction)}`;
  const value = Number(`${chineseValue(whole)}${decimals}`);
  return { token: tokenOf(value, percent !== undefined), length: all.length };
}

/** Whether Chinese numerals are a number here, and not a part of a word such as 万一 or 统一. */
function counts(numerals: string, before: string, after: string): boolean {
  const hasDigit = Array.from(numerals).some((one) => one in DIGITS);
  if (numerals.length === 1 && before !== '第') {
    const isArticle = numerals === '一' && ARTICLE.test(after);
    return !isArticle && COUNTED.test(after) && numerals in { ...DIGITS, 十: 10 };
  }
  return before === '第' || (hasDigit && !/^(.)\1$/.test(numerals) && numerals !== '万一');
}

function chineseValue(numerals: string): number {
  // 二〇二四 is written digit by digit.
  if (Array.from(numerals).every((one) => one in DIGITS)) return Number(positional(numerals));
  let [total, section, digit] = [0, 0, 0];
  for (const one of numerals) {
    if (one in DIGITS) digit = DIGITS[one] ?? 0;
    else if (one in TENS) {
      section += (digit || 1) * (TENS[one] ?? 1);
      digit = 0;
    } else {
      const large = LARGE[one] ?? 1;
      total = (total + section + digit || 1) * large;
      [section, digit] = [0, 0];
    }
  }
  return total + section + digit;
}

function positional(digits: string): string {
  return Array.from(digits, (one) => DIGITS[one]).join('');
}

function tokenOf(value: number, isPercent: boolean): string {
  return `#${Number(value.toPrecision(12))}${isPercent ? '%' : ''}`;
}
