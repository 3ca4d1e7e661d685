import { decodePairs } from '../../src/core/anchoring/folding/hanVariants';
import { PAIRS } from '../../src/core/anchoring/folding/hanVariantPairs';
import type { Utf16Range } from '../../src/core/anchoring/index';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws a whole number from 0 to below `below` (0 if that is none). */
export type Draw = (below: number) => number;

/** The same draws from the same seed. */
export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (below) => (below <= 1 ? 0 : uniformInt(generator, 0, below - 1));
}

/** The sentences of a text that are long enough to be told apart, in order. */
export function sentencesOf(text: string): Utf16Range[] {
  const found: Utf16Range[] = [];
  for (const { 0: words, index } of text.matchAll(/[^\s。！？.!?][^\n。！？.!?]*[。！？.!?]+/g)) {
    const weight = words.replace(/\p{sc=Han}/gu, 'xxx').length;
    if (weight >= 40 && weight <= 600) found.push({ start: index, end: index + words.length });
  }
  return found;
}

const ENGLISH_WORDS =
  'further often rather certain common simple report second winter letter'.split(' ');
const CHINESE_WORDS = '城 市 河 流 纸 张 冬 季 书 信 铁 路 音 乐 颜 色 邻 居 花 园'.split(' ');

/** Words, single Chinese characters, and what stands between them. */
function piecesOf(words: string): string[] {
  return words.match(/\p{sc=Han}|[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
}

/** Replaces, drops or adds about this share of the words, at least one. */
export function changeWords(words: string, share: number, draw: Draw): string {
  const pieces = piecesOf(words);
  const isWord = pieces.map((piece) => /[\p{L}\p{N}]/u.test(piece));
  const count = Math.max(1, Math.round(share * isWord.filter(Boolean).length));
  for (let turn = 0; turn < count; turn += 1) {
    const at = draw(pieces.length);
    const piece = pieces[at] ?? '';
    if (isWord[at] !== true) continue;
    const by = otherWord(piece, draw);
    pieces[at] = [by, by, '', piece + (isHan(piece) ? by : ` ${by}`)][draw(4)] ?? by;
  }
  return pieces.join('');
}

/** A sentence that says something else in nearly the same words: a number, a name, a negation. */
export function nearCopy(words: string, draw: Draw): string {
  const numbered = words.replace(/\d+/g, (number) => String(Number(number) + 1 + draw(8)));
  if (numbered !== words && draw(2) === 0) return numbered;
  const pieces = piecesOf(words);
  const long = pieces
    .map((piece, at) => ({ piece, at }))
    .filter(({ piece }) => isHan(piece) || /^\p{L}{5,}$/u.test(piece));
  const chosen = long[draw(long.length)];
  if (chosen === undefined) return numbered;
  for (let at = chosen.at; at < chosen.at + 2; at += 1)
    if (/\p{L}/u.test(pieces[at] ?? '')) pieces[at] = otherWord(pieces[at] ?? '', draw);
  return pieces.join('');
}

function isHan(piece: string): boolean {
  return /^\p{sc=Han}/u.test(piece);
}

function otherWord(piece: string, draw: Draw): string {
  const words = isHan(piece) ? CHINESE_WORDS : ENGLISH_WORDS;
  return words[draw(words.length)] ?? '';
}

/** Words that are others in another region, not only other characters. */
const REGIONAL: readonly (readonly [string, string])[] = [
  ['软件', '軟體'],
  ['网络', '網路'],
  ['信息', '資訊'],
  ['用户', '使用者'],
  ['程序', '程式'],
  ['数据', '資料'],
  ['视频', '影片'],
  ['默认', '預設'],
  ['服务器', '伺服器'],
  ['对象', '物件'],
  ['变量', '變數'],
  ['函数', '函式'],
  ['质量', '品質'],
];
let traditional: Map<string, string> | undefined;

/** Turns simplified Chinese into traditional, characters and regional words. */
export function convertScript(text: string): string {
  traditional ??= new Map(
    decodePairs(PAIRS).map(([from, to]) => [String.fromCharCode(to), String.fromCharCode(from)]),
  );
  let result = text;
  for (const [from, to] of REGIONAL) result = result.replaceAll(from, to);
  return result.replace(/\p{sc=Han}/gu, (character) => traditional?.get(character) ?? character);
}
