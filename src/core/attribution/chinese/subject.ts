import type { Utf16Range } from '../../text/range';
import type { Cast, Figure } from '../people/cast';
import { ORGANISATION, PEOPLE, TITLE } from './titles';
import { SURNAME } from './surnames';

/** Who does what a clause says. */
export type Subject = Utf16Range &
  (
    | { readonly kind: 'figure'; readonly figure: Figure }
    /** `他`, `这位创始人`: somebody who was named before; `noun` is what he is called. */
    | { readonly kind: 'pronoun'; readonly noun: string }
    /** `笔者`, `我们`. */
    | { readonly kind: 'self' }
    /** A name or a description that no list has. */
    | { readonly kind: 'words'; readonly words: string; readonly isName: boolean }
  );

const TIME =
  '(?:早在|就在|早于|截至|今年|去年|前年|明年|本月|上月|本周|上周|近日|日前|此前|近期|最近|目前|当前|昨日|昨天|昨晚|今日|今天|今早|当日|当天|当时|随后|之后|此后|后来|稍早|稍后|事后|其后|\\d{2,4}\\s*年(?:初|底|末|中)?|\\d{1,2}\\s*月(?:初|底|末|中旬|上旬|下旬)?|\\d{1,2}\\s*[日号]|\\d{1,2}[:：点]\\d{0,2}分?|上午|下午|晚间|凌晨|早些时候|不久前|前不久|几天前|两天前|一年前|[年月日]前)';
const LINK =
  '(?:但是|但|而且|而|不过|然而|此外|另外|同时|其中|因此|所以|于是|对此|为此|例如|比如|譬如|又如|再如|像|如|即便|尽管|虽然|因为|由于|并且|并|且|以及|至于|如果|当|首先|其次|再次|最后|最终|总之|事实上|实际上|可见|显然|据悉|甚至|尤其|特别是|就连|连|或许|也许|可能|只有|除了|包括|那么|然后|接着|原来|其实|不料|谁知|没想到|好像|看来|这时|这时候|突然|忽然|半晌|另一边|与此同时|随即|会上|会后|席间|文中|信中|采访中|谈话中|演讲中|讲话中|发布会上|论坛上|现场|就|也|还|又|都|曾|至今|再|更|只|却|便|才)';
const LEADING = new RegExp(`^(?:${TIME}|${LINK}|[\\s·（(【]+)`);
/** A place or an occasion in front of the subject. */
const OCCASION =
  /^(?:在|于|从|自|对于|对|就|随着|针对|关于|作为|当|面对|谈及|谈到|谈起|提及|提到|被问及|被问到|问及|结合|按照|通过)[^，,。]{1,40}?(?:上|中|里|内|时|后|前|下|间|期间|之际|之前|之后|方面|来说|而言|时候|一事|问题)(?=[\p{Script=Han}A-Z])/u;
/** What ends a subject: adverbs and prepositions. */
const ADVERB =
  '也|还|又|则|就|(?<![首成])都|曾|已|便|却|只|才|亦|均|仍|再(?!生)|更|是|首次|多次|进一步|同时|同样|随后|此前|此后|当时|日前|近日|昨[日天晚]|今[日天年]|去年|明确|公开|直接|一直|一度|一再|反复|继续|接着|特别|着重|郑重|主动|甚至|依然|立即|立刻|马上|连忙|赶紧|赶快|突然|忽然|终于|只好|不禁|不由|忍不住|故意|有点|非常|十分|没有|没(?!收)|未(?!来)|如是|这样|如此|似乎|可能|一边|一面|一脸|不(?!少|动|锈)|表情|低声|大声|高声|轻声|小声|严肃|认真|坦率|直言|冷冷|淡淡|缓缓|慢慢|急忙|生气|高兴|激动|愤怒|痛苦|难过|(?<![协学员金商大晚机社工])会|(?<![智性功])能(?!源|力)|正(?!式|规)|刚|遂';
const PREPOSITION =
  '对(?!方|手|外)|向|在(?!线)|与|和|跟|同(?!学|事|志|行)|给|于|从(?!业)|以(?!色)|把|被|将(?!军)|(?<![信])用(?!户)|(?<![华])为|通过|针对|就此|围绕|接受|援引|引用|转发|发布|撰文|发文|发帖|发微博|笑着|看着|望着|指着|所(?<!交易所|研究所|事务所)|这(?!位)|那(?!位)|[（(【]';
const TAIL = new RegExp(`(?:${ADVERB}|${PREPOSITION}).*$`);
const SELF = /^(?:我|我们|笔者|本文|作者|小编|编者|本刊记者|本报记者|记者|咱们|本人)$/;
const PRONOUN = /^(?:他|她|它|他们|她们|它们|其|对方|前者|后者|两人|二人|双方|他自己|她自己)$/;
const DEFINITE = new RegExp(
  `^(?:这位|该|这名|上述|那位|那名|此|这个|那个)(.{0,8}?${PEOPLE}|.{0,8}?${TITLE}|公司|机构|集团|报告|文章|研究)$`,
);
const AFTER_TITLE = new RegExp(
  `${TITLE}[：:]?\\s*((?:${SURNAME}[\\u4e00-\\u9fff]{1,2})|(?:[A-Z][\\w.'’-]+(?:[ ·][A-Z][\\w.'’-]+)*)|(?:[\\u4e00-\\u9fff]{1,6}·[\\u4e00-\\u9fff·]{1,10}))(?:先生|女士|老师|教授|博士)?$`,
);
const LATIN_NAME =
  /(?:^|[^A-Za-z\d])([A-Z][\w.'’-]*(?:[ ·][A-Z][\w.'’-]*){0,3})(?:先生|女士|老师|教授|博士)?$/;
const TRANSCRIBED = /([\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,12})(?:先生|女士|老师|教授|博士)?$/;
const HONORIFIC = /(?:先生|女士|老师|教授|博士|同志|等人|等|本人|自己|方面|其人)$/;
const DESCRIPTION = new RegExp(`(?:${PEOPLE}|${ORGANISATION}|${TITLE}|们|者|方)$`);
const INDEFINITE =
  /^(?:有(?=[^限])|一位|一名|一个|多位|多名|几位|数位|某位|某|另有|另一位|另一名|部分|不少|很多|许多|大部分|多数|更有)/;

/**
 * Whom the words before a verb name.
 *
 * @param before a clause up to the verb, with its offset
 * @returns undefined where the subject is left out
 */
export function subjectOf(before: string, offset: number, cast: Cast): Subject | undefined {
  let from = 0;
  for (;;) {
    const rest = before.slice(from);
    const cut = LEADING.exec(rest)?.[0] ?? OCCASION.exec(rest)?.[0];
    const startsName = cut !== undefined && cast.mentionsIn(rest)[0]?.start === 0;
    if (cut === undefined || startsName) break;
    from += cut.length;
  }
  const rest = before.slice(from);
  if (rest.trim() === '') return undefined;
  const at = (start: number, end: number) => ({
    start: offset + from + start,
    end: offset + from + end,
  });
  const mentions = cast.mentionsIn(rest);
  const first = mentions[0];
  const whole = tailOf(rest, first?.start === 0 ? first.end : 1);
  const head = rest.slice(0, whole).trimEnd();
  if (head === '') return undefined;
  const noun = DEFINITE.exec(head)?.[1];
  if (PRONOUN.test(head)) return { kind: 'pronoun', noun: '', ...at(0, head.length) };
  if (SELF.test(head)) return { kind: 'self', ...at(0, head.length) };
  if (noun !== undefined) return { kind: 'pronoun', noun, ...at(0, head.length) };
  const within = mentions.filter(({ end }) => end <= head.length);
  const last = within.at(-1);
  if (last !== undefined) {
    const after = head.slice(last.end);
    if (after === '' || HONORIFIC.test(after) || !DESCRIPTION.test(head))
      return { kind: 'figure', figure: last.figure, ...at(last.start, last.end) };
  }
  return words(head, at);
}

/** The subject's end: before the first adverb or preposition. */
function tailOf(words: string, least: number): number {
  const found = TAIL.exec(words.slice(least));
  return found === null ? words.length : least + found.index;
}

function words(head: string, at: (start: number, end: number) => Utf16Range): Subject | undefined {
  const titled = AFTER_TITLE.exec(head) ?? TRANSCRIBED.exec(head) ?? LATIN_NAME.exec(head);
  const name = titled?.[1];
  if (titled !== null && name !== undefined) {
    const start = titled.index + titled[0].indexOf(name);
    return { kind: 'words', words: name, isName: true, ...at(start, start + name.length) };
  }
  const short = head.replace(HONORIFIC, '');
  if (/^[\u4e00-\u9fff]{2,4}$/.test(short) && !DESCRIPTION.test(short))
    return { kind: 'words', words: short, isName: true, ...at(0, short.length) };
  if (!DESCRIPTION.test(head) || head.length > 30) return undefined;
  const start = INDEFINITE.exec(head)?.[0] === '有' ? 1 : 0;
  return { kind: 'words', words: head.slice(start), isName: false, ...at(start, head.length) };
}
