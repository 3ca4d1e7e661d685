import type { Cast } from '../people/cast';
import { SURNAME } from './surnames';
import { TITLE } from './titles';
import { VERBS } from './verbs';

const HAN = '[\\u4e00-\\u9fff]';
/** What may follow a name that has ended: a verb, an adverb, a preposition, a mark. */
const AFTER = `(?=先生|女士|老师|教授|博士|在|对|向|与|和|也|还|曾|则|就|又|的|等|及|进一步|首次|多次|明确|公开|如是|此前|近日|日前|昨|今|${VERBS}|[，,。：:；、）)】\\s“”"]|$)`;
const TITLED = new RegExp(`${TITLE}[：:，、]?\\s?(${SURNAME}${HAN}{1,2}?)${AFTER}`, 'g');
const SPOKE = new RegExp(
  `(?<=^|[，,。：:；！？!?“”"\\n]|${TITLE})(?:但|而|不过|对此|此外|另外|同时)?(${SURNAME}${HAN}{1,2}?)(?:先生|女士|老师|教授)?(?:(?:也|还|则|又|就|曾|多次|首次|进一步|明确|如是|此前|近日|在[^，,。]{1,20}|对[^，,。]{1,12}|向[^，,。]{1,12})){0,3}${VERBS}`,
  'gm',
);
const TRANSCRIBED = /[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,8}/g;
const LATIN = /(?<![A-Za-z\d])[A-Z][a-z][\w'’-]*(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,2}(?![A-Za-z])/g;
/** Who calls himself by a name in his own article: `奶茶觉得`. */
const NICKNAME = new RegExp(
  `(?<=^|[，,。：:；！？!?“”"\\n]|但是?|而)(${HAN}{2,4}?)(?:也|还|则|又|就|是这样)?(?:认为|觉得|想|看|问|表示|说|称)`,
  'gm',
);
const COMMON_WORDS =
  /^(?:我们|他们|她们|它们|你们|大家|人们|有人|外界|业界|业内|网友|记者|笔者|作者|自己|对此|因此|所以|但是|如果|或者|可以|虽然|这是|那么|什么|怎么|为什么|不能|不会|一直|其实|同时|此外|另外|首先|其次|最后|而是|只是|就是|总的|综上|简单|换句|也就|可见|比如|例如|可能|应该|需要|认真|回头|仔细|不妨|再来|让我|难道|谁|听|看|这样|这么|那样|没有|还有|如何|任何|所有|官方|公司|专家|学者|市场|未来|今天|现在|过去|目前|之前|以前|本来|原来|我|你|他|她|它|有些|一些|不少|很多|许多|报告|文章|研究|调查|数据|前者|后者|对方|双方|两人)/;

/** How often a word must stand where speakers do before it counts as a name. */
const OFTEN = 2;

/** Takes the people that a Chinese text names into the cast. */
export function addChineseNames(text: string, cast: Cast): void {
  const spoke = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(TITLED)) count(spoke, name, OFTEN);
  for (const [, name = ''] of text.matchAll(SPOKE)) count(spoke, name, 1);
  for (const [, name = ''] of text.matchAll(NICKNAME))
    if (!COMMON_WORDS.test(name)) count(spoke, name, 1);
  for (const [name, times] of spoke)
    if (times >= OFTEN || text.split(name).length > OFTEN) cast.add(name);
  for (const [name] of text.matchAll(TRANSCRIBED)) cast.add(name, [name.split('·').at(-1) ?? name]);
  for (const [name] of text.matchAll(LATIN)) {
    const last = name.split(' ').at(-1) ?? name;
    cast.add(name, last.length > 2 ? [last] : []);
  }
}

function count(counts: Map<string, number>, name: string, weight: number): void {
  if (name !== '') counts.set(name, (counts.get(name) ?? 0) + weight);
}
