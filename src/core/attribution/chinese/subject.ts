import type { Utf16Range } from '../../text/range';
import type { Figure, Mention } from '../people/cast';
import type { Named } from '../people/named';
import { endOfSubject, lengthOfLead } from './adverbials';
import { looksLikeName } from './names/forms';
import { SYLLABLE } from './words/syllables';
import { anyOf, wordsOf } from './words/lists';
import { SURNAME } from './words/surnames';
import { ORGANISATION } from './words/organisations';
import { PEOPLE, TITLE } from './words/titles';

/** Who does what a clause says. */
export type Subject = Utf16Range &
  (
    | { readonly kind: 'figure'; readonly figure: Figure }
    /** `他`, `这位创始人`: somebody who was named before; `noun` is what he is called. */
    | { readonly kind: 'pronoun'; readonly words: string; readonly noun: string }
    /** `笔者`, `我们`. */
    | { readonly kind: 'self'; readonly words: string }
    /** A name or a description that no list has. */
    | { readonly kind: 'words'; readonly words: string; readonly form: Form }
  );

/** `name`: of a name's shape; `description`: `一位店主`; `bare`: other words. */
/** How a speaker is named. */
export type Form = 'name' | 'description' | 'bare';

const SELF =
  /^(?:我|我们|笔者|本文|本报告|作者|小编|编者|本刊|本报|本刊记者|本报记者|记者|咱们|本人|本报讯)$/;
const PRONOUN =
  /^(?:他|她|它|他们|她们|它们|其|对方|前者|后者|两人|二人|双方|他自己|她自己|其内部|(?:其|他们)中一(?:人|位|名|家)|另一(?:人|位|名))$/;
/** `她回家`, `他很认真`: with words between the pronoun and the verb that no list has. */
const PRONOUN_FIRST = /^(他们|她们|他|她)(?![们的人和与])[^的，]{1,5}$/;
/** `临走时她`. */
const PRONOUN_BEHIND = /[时后前里中上下天次回际刻](他们|她们|他|她)$/;
const DEFINITE = new RegExp(
  `^(?:这位|这家|该名|该位|该(?!国|州|省|市|县|地区|[^，]{0,4}[一多几][位名])|这名|上述|那位|那名|那家|此|这个|那个|这一|这份|另一位)(.{0,8}?${PEOPLE}|.{0,8}?${TITLE}|.{0,6}?${ORGANISATION}|[\\u4e00-\\u9fff]{1,4})$`,
);
/** What somebody published, without saying who. */
const PAPER =
  /^(?:声明|公告|通知|通报|报告|报道|文章|论文|研报|白皮书|公开信|判决书|起诉书|告示|备忘录|社论|评论|判决|推文|帖子|函件)(?:中|里|内)?$/;
const AFTER_TITLE = new RegExp(`${TITLE}[：:，、]?\\s*(${SURNAME}[\\u4e00-\\u9fff]{1,2})$`);
const AFTER_OF = new RegExp(`的(${SURNAME}[\\u4e00-\\u9fff]{1,2})$`);
/** What follows a surname: `周总`, `周市长`. */
const ADDRESSES = wordsOf(`
  总 律师 老师 先生 女士 小姐 太太 师傅 教授 博士 医生 法官 警官 阿姨 大爷 大妈 大叔 大伯 大姐 大哥 大嫂 阿婆 阿公 婆婆 伯伯 叔叔 嫂子 奶奶 爷爷 某某 某 秘书长 校长
  院长 所长 主任 局长 市长 书记 部长 处长 会长 队长 经理 主席 董事长
`);
const CALLED = `(?:[老小阿][\\u4e00-\\u9fff]{1,2}|${SURNAME}[\\u4e00-\\u9fff]?${anyOf(...ADDRESSES)})`;
const NICKNAME = new RegExp(`(?:^|的|${TITLE}|${PEOPLE}|${ORGANISATION}|会)(${CALLED})$`);
const LATIN_NAME = /(?:^|[^A-Za-z\d])([A-Z][\w.'’-]*(?:[ ·][A-Z][\w.'’-]*){0,3})$/;
const FOREIGN = /([\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+)$/;
/** `《晚报》`, and a name that was set off: its marks are angles then. */
/** A foreign name behind a title: `经济学家凯恩斯`. */
/** A foreign name alone, long enough to be one. */
const ALL_SPELT = new RegExp(`^(${SYLLABLE}{3,6})$`);
const SPELT = new RegExp(`(?:${TITLE}|${PEOPLE})(${SYLLABLE}{2,6})$`);
const QUOTED = /[《〈]([^》〉]{1,24})[》〉]$/;
/** What an organisation is, in front of its name; what it belongs to. */
const APPOSED = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2,8}(?:机构|厂商|券商|巨头|智库|车企|开发商|运营商|服务商|制造商|供应商|零售商|团体|组织)(?=[^的]{2,8}${ORGANISATION})|[^，]{2,12}(?:组成|成立|设立|牵头|旗下|下属|主办|发起|委托|聘请|所属)的(?=[^的]{2,12}${ORGANISATION}$))`,
);
/** `叫小鹿的姑娘`. */
const NAMED_SO = /叫(?:做|作)?([\u4e00-\u9fff]{2,4})的[\u4e00-\u9fff]{1,6}$/;
const THROUGH_TITLE = new RegExp(`^.*${TITLE}(?=.)`);
/** The shapes of names, and what must stand at the end for each, which is found sooner. */
const SHAPES: readonly { readonly shape: RegExp; readonly gate: RegExp }[] = [
  { shape: FOREIGN, gate: /·/ },
  { shape: AFTER_TITLE, gate: new RegExp(`${SURNAME}[\\u4e00-\\u9fff]{1,2}$`) },
  { shape: NICKNAME, gate: new RegExp(`${CALLED}$`) },
  { shape: SPELT, gate: new RegExp(`${SYLLABLE}{2}$`) },
  { shape: ALL_SPELT, gate: new RegExp(`^${SYLLABLE}{3,6}$`) },
  { shape: AFTER_OF, gate: /的.{2,4}$/ },
  { shape: NAMED_SO, gate: /叫.{2,5}的/ },
  { shape: QUOTED, gate: /[》〉]$/ },
  { shape: LATIN_NAME, gate: /[\w.'’-]$/ },
];
const HONORIFIC =
  /(?:先生|女士|老师|教授|博士|院士|同志|等人|等|本人|自己|方面|一方|其人|官方|(?:官方)?(?:微博|账号|公众号|微信)|们)$/;
const ASIDE = /\s*[（(][^（）()]{0,40}[）)]?$/;
const DESCRIPTION = new RegExp(`(?:${PEOPLE}|${ORGANISATION}|${TITLE}|们|者|方|组|队|院|会)$`);
/** Whose publication says something. */
const PUBLICATION =
  /(?:的|在)?(?:近期|近日|日前|此前|[上本]?周[一二三四五六日]|\d+月\d*[日]?|今年|去年|昨日|昨天|昨晚|今早|今天|上月)?(?:对外|正式|公开|如期)?(?:公布|发布|披露|印发|下发|出台|批复|修订|审议通过|刊发|刊登|发表|出具|撰写|出炉|牵头)?的?(?:最新一期|一期|最新|一份|一项|一篇|此次|相关|官方|内部)?(?:研报|法律意见书|意见书|决定书|周报|月报|季报|简报|快报|公报|材料|文件|记录|档案|邮件|视频|录音|测算|测评|监测|统计|调查|研究|报告|数据|公告|声明|通知|通报|指南|指引|意见|方案|办法|规定|规划|纲要|倡议书|文件|财报|年报|[一二三四]季报|半年报|中报|业绩报告|业绩快报|招股书|白皮书|说法|观点|看法|判断|意见|结论|测算|回应|答复|回复|解释|介绍)(?:结果|数据|报告|里|中)?$/;
/**
 * A publication with its title: `研究院发布的《年报》`, `研究院《年报》报告`. Papers and magazines
 * speak for themselves: `英国《瞭望报》`.
 */
const TITLED =
  /(?:近期|近日|日前|此前|今年|去年|昨日)?(?:公布|发布|发表|出版|推出|编写|撰写)?的?(?:最新)?(?:一份|一项|一篇)?《[^《》]{1,40}(?<!(?<![年月季周财研简公通快])报|[刊志社网台]|新闻)》(?:研究|调查|年度|分析)?(?:报告|白皮书|文章|论文|社论|书|榜单)?$/;
/** `录音里一个男声`. */
const PLACE_OF_ONE = /^[^，的一]{1,8}[里上中外](?=一[个名位])/;
/** `也有网友`, `网上仍有传言`. */
const THERE_IS =
  /^(?:[\u4e00-\u9fff]{1,4}[上里内外间区中]|业内)?(?:仍|也|还|另|又|就|更|同样|早)?有(?!限|关)/;
const NEVER =
  /^(?:这|那|哪|谁|什么|怎么|这样|那样|有|没有|没|可以|可能|应该|需要|必须|不|就|能|会|让|使|把|被|事情|问题|数据|结果|价格|产品|时间|大多|一切|所有|任何|每|之|所|原因|情况|只|仅|看|听|来|去|到|是|但|如|在|对|从|因|为|一是|二是|三是|首先|其次|其中|所以|而且|尽管|虽然|是否|至少|以及|如何|前提|关键|核心|消费|市面上|据|按|根据|依据|依照|总的|简单|综上|由此|比方|打个|换|说|也|再|要|想|请|随|除|作为|通过|多数时候|\d)/;

/**
 * Whom the words before a verb name.
 *
 * @param before a clause up to the verb, with its offset
 * @returns undefined where the subject is left out
 */
export function subjectOf(before: string, offset: number, named: Named): Subject | undefined {
  const mentions = named.within(offset, offset + before.length);
  const masked = maskNames(before, mentions);
  const lead = lengthOfLead(masked);
  const end = lead + endOfSubject(masked.slice(lead));
  const head = before.slice(lead, end).replace(/的\s*$/, '');
  const from = lead + head.length - head.trimStart().length;
  if (head.trim() === '') return undefined;
  const inHead = mentions
    .filter((one) => one.start >= from && one.end <= end)
    .map(({ start, end: to, figure }) => ({ start: start - from, end: to - from, figure }));
  return subjectIn(head.trim(), offset + from, inHead);
}

/** Whom a noun phrase names. */
export function subjectIn(
  phrase: string,
  offset: number,
  mentions: readonly Mention[],
): Subject | undefined {
  const aside = mentions.at(-1)?.end === phrase.length ? '' : (ASIDE.exec(phrase)?.[0] ?? '');
  const head = phrase.slice(0, phrase.length - aside.length);
  const at = (start: number, end: number) => ({ start: offset + start, end: offset + end });
  if (PRONOUN.test(head)) return { kind: 'pronoun', words: head, noun: '', ...at(0, head.length) };
  const behind = PRONOUN_BEHIND.exec(head)?.[1];
  if (behind !== undefined)
    return {
      kind: 'pronoun',
      words: behind,
      noun: '',
      ...at(head.length - behind.length, head.length),
    };
  const first = PRONOUN_FIRST.exec(head)?.[1];
  if (first !== undefined)
    return { kind: 'pronoun', words: first, noun: '', ...at(0, first.length) };
  if (SELF.test(head)) return { kind: 'self', words: head, ...at(0, head.length) };
  const last = mentions.findLast(({ end }) => end <= head.length);
  if (last !== undefined) {
    const after = head.slice(last.end);
    if (isTail(after)) return { kind: 'figure', figure: last.figure, ...at(last.start, last.end) };
  }
  const noun = DEFINITE.exec(head)?.[1] ?? PAPER.exec(head)?.[0];
  if (noun !== undefined) return { kind: 'pronoun', words: head, noun, ...at(0, head.length) };
  const published = startOfPaper(head);
  if (published > 0) {
    const inside = mentions.filter(({ end }) => end <= published);
    const words = head.slice(0, published);
    const end = endOfSubject(maskNames(words, inside));
    const owner = subjectIn(words.slice(0, end).replace(/的$/, ''), offset, inside);
    if (owner !== undefined) return owner;
  }
  return inWords(head, at);
}

/** Where the words begin that name somebody's publication; 0: they don't, or are all there is. */
function startOfPaper(head: string): number {
  const titled = head.includes('》') ? TITLED.exec(head) : null;
  if (titled !== null) return titled.index;
  const from = Math.max(0, head.length - LONGEST_PAPER);
  const match = PUBLICATION.exec(head.slice(from));
  return match === null ? 0 : from + match.index;
}

/** Titles and the like behind a name. */
const TAIL = new RegExp(`^(?:${HONORIFIC.source.slice(0, -1)}|年会|内部|闭门|现场|${TITLE}){1,2}$`);
const LONGEST_TAIL = 16;
/** What speaks, smiles or blushes, and not he himself: `周平嘴里嘀咕着说`. */
const BODY = /^[嘴脸眼心手头](?:[里上中巴角]|睛)?$/;

/** No end that tells of a paper is longer. */
const LONGEST_PAPER = 24;
/** No noun that tells a description is longer. */
const LONGEST_NOUN = 8;
/** No name with its title is longer. */
const LONGEST_NAME = 28;

/** What may follow a name that is the subject. */
function isTail(after: string): boolean {
  return (
    after === '' ||
    BODY.test(after) ||
    (after.length < LONGEST_TAIL && TAIL.test(after)) ||
    /^\s*[（(][^）)]*[）)]?$/.test(after)
  );
}

function inWords(
  head: string,
  at: (start: number, end: number) => Utf16Range,
): Subject | undefined {
  const rest = head.replace(APPOSED, '').trimStart();
  if (rest !== head)
    return inWords(rest, (from, to) =>
      at(from + head.length - rest.length, to + head.length - rest.length),
    );
  const short = head.replace(HONORIFIC, '');
  const forms = short === head ? [head] : [head, short];
  for (const { shape, gate } of SHAPES)
    for (const words of forms) {
      const tail = words.slice(-LONGEST_NAME);
      const found = gate.test(tail) ? shape.exec(tail)?.[1] : undefined;
      const name = shape === FOREIGN ? found?.replace(THROUGH_TITLE, '') : found;
      if (name === undefined) continue;
      if (shape === AFTER_OF && !looksLikeName(name)) continue;
      const start = words.lastIndexOf(name);
      const end = start + name.length;
      return { kind: 'words', words: name, form: 'name', ...at(start, end) };
    }
  if (NEVER.test(head) && !THERE_IS.test(head)) return undefined;
  if (looksLikeName(short) && !DESCRIPTION.test(short.slice(-LONGEST_NOUN)))
    return { kind: 'words', words: short, form: 'name', ...at(0, short.length) };
  if (head.length > 36) return undefined;
  const start = THERE_IS.exec(head)?.[0].length ?? 0;
  const words = head.length - start < 2 ? head : head.slice(start);
  const place = PLACE_OF_ONE.exec(words)?.[0] ?? '';
  if (place !== '')
    return inWords(words.slice(place.length), (from, to) =>
      at(from + start + place.length, to + start + place.length),
    );
  if (DESCRIPTION.test(head.slice(-LONGEST_NOUN)) && words.length > 1)
    return {
      kind: 'words',
      words,
      form: 'description',
      ...at(head.length - words.length, head.length),
    };
  if (head.length > 10 || head.length < 2 || start > 0 || /[的了是着得]/.test(head))
    return undefined;
  return { kind: 'words', words: head, form: 'bare', ...at(0, head.length) };
}

function maskNames(text: string, mentions: readonly Mention[]): string {
  let masked = text;
  for (const { start, end } of mentions)
    masked = masked.slice(0, start) + '◆'.repeat(end - start) + masked.slice(end);
  return masked;
}
