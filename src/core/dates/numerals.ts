import { CHINESE_DIGITS as DIGITS } from '../text/chineseDigits';

const ENGLISH = [
  'one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ['a', 'couple of'],
].flat();

/** What may stand for a small number in Chinese, in a regular expression. */
export const CHINESE_NUMBER = String.raw`(?:\d{1,2}|[一二两兩三四五六七八九]?十[一二三四五六七八九]?|[一二两兩三四五六七八九])`;

/** What may stand for a year: 2024, 二〇二四. */
export const CHINESE_YEAR = String.raw`(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})`;

/** What may stand for a small number in English. */
export const ENGLISH_NUMBER = String.raw`(?:\d{1,2}|${ENGLISH.join('|')}|an)`;

/** A number up to 99 in digits or in words: `12`, `十二`, `二十`, `twelve`, `an`. */
export function smallNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const english = ENGLISH.indexOf(written.toLowerCase());
  if (english >= 0) return english < 12 ? english + 1 : english - 11;
  if (written.toLowerCase() === 'an') return 1;
  const [tens = '', ones] = written.split('十');
  if (ones === undefined) return DIGITS[written] ?? NaN;
  return (tens === '' ? 1 : (DIGITS[tens] ?? NaN)) * 10 + (ones === '' ? 0 : (DIGITS[ones] ?? NaN));
}

/** A year in digits or in signs for digits: `2024`, `二〇二四`. */
export function yearNumber(written: string): number {
  return Number(Array.from(written, (sign) => DIGITS[sign] ?? sign).join(''));
}

/** Full-width digits and signs of dates as ASCII, each in its place: offsets hold. */
export function narrowDigits(text: string): string {
  return text.replace(/[０-９／．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
