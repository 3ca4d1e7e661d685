import { SURNAME } from './words/surnames';
import { ORGANISATION } from './words/organisations';
import { PEOPLE, TITLE } from './words/titles';
import { allMatches } from '../text/matches';
import { WordEnds } from '../text/wordEnds';
import { ADVERBS, AFTERWARDS, OTHER_ADVERBS } from './words/adverbs';
import { LINK } from './words/links';
import { PREPOSITION } from './words/prepositions';
import { TIME, TIME_PATTERN, TIME_WORDS } from './words/times';

/* What stands in front of a sentence's subject, and between it and the verb. */

/** On what somebody wrote: `纸上写着`. */
const WRITTEN_ON = '(?:纸|字条|纸条|条子|牌子|横幅|黑板|墙|门|本子|便签|卡片|扉页|信封)上';
const LEADING = new RegExp(`^(?:${TIME}|${LINK}|${WRITTEN_ON}|[\\s·、（(【\\]）)】—…-]+)`);
/** A place or an occasion in front of the subject. */
const OCCASION =
  /^(?:在|于|从|自|对于|对|就|随着|针对|关于|作为|当|面对|谈及|谈到|谈起|提及|提到|说起|聊到|被问及|被问到|问及|结合|按照|通过|据|回顾|回忆)[^，,。]{1,40}?(?:上|中|里|内|时|后|前|下|间|期间|之际|之前|之后|方面|来说|而言|时候|一事|问题|会)(?=(?!的)[\p{Script=Han}A-Z◆《])/u;

const MOVES = /[\u4e00-\u9fff](?:着|完|罢|了)[^，。的]{0,8}$/;
const PHRASE = new RegExp(PREPOSITION, 'g');
/** A phrase that belongs to the subject: `在出版社的朋友`. */
const ATTRIBUTE = new RegExp(
  `的[^的]{0,10}(?:◆|${PEOPLE}|${ORGANISATION}|${TITLE}|${SURNAME}[\\u4e00-\\u9fff]{1,2})$`,
);
const INDEFINITE = /(?:一|几|多|某|那|这)(?:位|名|个)$/;
const PLACE =
  /(?:上|中|里|内|时|后|前|下|间|方面|来说|而言|期间|之际)(?:的[^的]{1,8}(?:上|中|里|时|会|处))?$/;

/** How long the part in front of the subject is: times, links, occasions. */
export function lengthOfLead(clause: string): number {
  let at = 0;
  for (;;) {
    const rest = clause.slice(at);
    const cut = LEADING.exec(rest)?.[0] ?? OCCASION.exec(rest)?.[0];
    if (cut === undefined || cut.length >= clause.length + 1) return at;
    at += cut.length;
  }
}

const ENDS = new WordEnds([...ADVERBS, ...TIME_WORDS]);
const TIMES = new Set(TIME_WORDS);
const TIME_END = new RegExp(`${TIME_PATTERN}$`);
/** With what times end that aren't words. */
const TIME_LAST = /[年月日号前后初底末旬中晚夜早晨午分点:：\d一二三四五六天度]$/;

/** The length of the adverb or the time at the end, the longest; undefined if there is none. */
function adverbAt(words: string): number | undefined {
  const word = ENDS.before(words)?.length ?? 0;
  const other = /[会能地边时]$/.test(words) ? (OTHER_ADVERBS.exec(words)?.[0].length ?? 0) : 0;
  const time = TIME_LAST.test(words) ? (TIME_END.exec(words)?.[0].length ?? 0) : 0;
  const longest = Math.max(word, other, time);
  if (longest === 0) return words.endsWith('后') ? AFTERWARDS.exec(words)?.[0].length : undefined;
  const isTime = longest === time || TIMES.has(words.slice(-longest));
  return isTime && /[在于]$/.test(words.slice(0, -longest)) ? longest + 1 : longest;
}

/** No adverb or time is longer, UTF-16 units. */
const LONGEST_ADVERB = 16;

/** Where the subject ends, before adverbs and phrases in front of the verb. */
export function endOfSubject(words: string): number {
  let end = words.length;
  for (;;) {
    const rest = words.slice(0, end);
    const tail = rest.slice(-LONGEST_ADVERB);
    const cut = adverbAt(tail) ?? MOVES.exec(tail)?.[0].length ?? phraseAt(rest);
    const trimmed = rest.length - rest.trimEnd().length;
    if (trimmed > 0) end -= trimmed;
    else if (cut === undefined || cut === 0) return end;
    else end -= cut;
    if (end <= 0) return 0;
  }
}

/** The length of a prepositional phrase at the end. */
function phraseAt(words: string): number | undefined {
  for (const { index } of allMatches(PHRASE, words)) {
    const phrase = words.slice(index);
    if (phrase.length > 40 || phrase.length < 2) continue;
    if (ATTRIBUTE.test(phrase) && !PLACE.test(phrase)) continue;
    if (phrase.endsWith('◆') && INDEFINITE.test(words.slice(0, index))) continue;
    return phrase.length;
  }
  return undefined;
}
