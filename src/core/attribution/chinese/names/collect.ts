import type { Cast } from '../../people/cast';
import { NO_NAME } from '../words/noNames';
import { HAN } from '../words/surnames';
import { SYLLABLE } from '../words/syllables';
import { TITLE } from '../words/titles';
import { looksLikeName } from './forms';
import type { DottedName, NameHints, TitledName } from './hints';

/** What no given name ends with: what a sentence goes on with. */
const GOES_ON =
  /[的了着过是在对向与和也还又则就曾已便却只都才被把将起说称道表认指强坦透介回解反感总评问答笑讲谈提宣重不没有这那等及此近昨今上中下从并以于为会能要可先后再更很因但而告比跟最让叫拉给做去看走坐站拿写未]$/;
/** What a name's sentence goes on with, by two characters. */
const BEGINS_VERB =
  /^(?:发[表布文出起现帖言]|接[受着过]|拒绝|补充|解释|答复|回[应忆答复]|公开|主动|亲自|直言|坦言|强调|指出|同样|随[后即]|目前|曾[经在]|近[日期]|日前|昨[日天]|今[天年]|去年|也[在是有]|正[在是]|并[不未没]|所[在说]|负责|从[事小]|长期|坚持|带[着领]|笑[着说道]|点头|摇头|沉默|表[示态]|承[认诺]|透露)/;
/** Who acts so often is somebody. */
const OFTEN = 2;

/**
 * Takes the people that a Chinese text names into the cast.
 *
 * @param text the text, with its quotations masked
 * @param hints what looks like a name, line by line
 */
export function addChineseNames(text: string, hints: readonly NameHints[], cast: Cast): void {
  for (const titled of hints.flatMap((line) => line.titled)) {
    const name = nameOf(text, titled);
    if (name !== undefined) cast.add(name);
  }
  for (const name of hints.flatMap(({ explained }) => explained))
    if (!NO_NAME.test(name) && countOf(text, name) > 1) cast.add(name);
  for (const name of hints.flatMap(({ announced }) => announced))
    if (looksLikeName(name)) cast.add(name);
  const acting = new Map<string, number>();
  for (const name of hints.flatMap((line) => line.acting))
    if (looksLikeName(name)) acting.set(name, (acting.get(name) ?? 0) + 1);
  for (const [name, times] of acting) if (times >= OFTEN && !isPart(name, text)) cast.add(name);
  for (const name of hints.flatMap(({ sure }) => sure)) cast.add(name);
  for (const dotted of hints.flatMap((line) => line.dotted)) addDotted(text, dotted, cast);
  for (const name of hints.flatMap(({ latin }) => latin)) {
    const last = name.split(' ').at(-1) ?? name;
    cast.add(name, last.length > 2 && last !== last.toUpperCase() ? [last] : []);
  }
}

/** A name behind a title: with two characters of the given name, if the text goes on there. */
function nameOf(text: string, { two, third, next }: TitledName): string | undefined {
  const three = two + third;
  if (NO_NAME.test(two)) return undefined;
  if (GOES_ON.test(two))
    return third !== '' && !GOES_ON.test(three) && (countOf(text, three) > 1 || GOES_ON.test(next))
      ? three
      : undefined;
  if (third === '') return two;
  if (BEGINS_VERB.test(third + next)) return two;
  if (GOES_ON.test(three)) return two;
  const [short, long] = [countOf(text, two), countOf(text, three)];
  if (short > long) return long > 1 ? three : two;
  return long > 1 || next === '' || GOES_ON.test(next) || !/[\u4e00-\u9fff]/.test(next)
    ? three
    : /[老师总先女]/.test(third)
      ? two
      : three;
}

const IS_SYLLABLE = new RegExp(`^${SYLLABLE}$`);
const THROUGH_TITLE = new RegExp(`^.*${TITLE}`);

/** `马尔科·贝蒂尼`: as far in front of the dot as foreign syllables go. */
function addDotted(text: string, { before, after }: DottedName, cast: Cast): void {
  let start = before.length;
  while (start > 0 && before.length - start < 5 && IS_SYLLABLE.test(before.charAt(start - 1)))
    start -= 1;
  if (start === before.length)
    start = Math.max(
      0,
      before.length - 3,
      before.search(/[的是在和与了叫][^的是在和与了叫]*$/) + 1,
    );
  const behindTitle = before.replace(THROUGH_TITLE, '');
  const first = behindTitle !== '' && behindTitle.length < 6 ? behindTitle : before.slice(start);
  const parts = after.split('·');
  let tail = parts.pop() ?? '';
  let length = 0;
  while (length < tail.length && IS_SYLLABLE.test(tail.charAt(length))) length += 1;
  // A shorter form that stands elsewhere tells where the name ends.
  tail = tail.slice(0, Math.max(1, length));
  const name = `${first}·${[...parts, tail].join('·')}`;
  cast.add(name, tail.length > 1 ? [tail] : []);
  if (
    parts.length === 0 &&
    first.length > 1 &&
    countOf(text, first) > countOf(text, `${first}·`) + 1
  )
    cast.add(name, [first]);
}

const CHARACTER = new RegExp(HAN);

/** Whether what looks like a name mostly goes on as another word. */
function isPart(name: string, text: string): boolean {
  const next = new Map<string, number>();
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const one = text.charAt(at + name.length);
    if (!CHARACTER.test(one)) continue;
    next.set(one, (next.get(one) ?? 0) + 1);
    count += 1;
  }
  return [...next].some(([one, times]) => times > 1 && times === count && !GOES_ON.test(one));
}

/** How often words stand in a text. */
export function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    count += 1;
  return count;
}
