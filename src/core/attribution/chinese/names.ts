import type { Cast } from '../people/cast';
import { SURNAME } from './words/surnames';
import { ORGANISATION, TITLE } from './words/titles';

const HAN = '[\\u4e00-\\u9fff]';
/** What no given name ends with: what a sentence goes on with. */
const GOES_ON =
  /[的了着过是在对向与和也还又则就曾已便却只都才被把将起说称道表认指强坦透介回解反感总评问答笑讲谈提宣重不没有这那等及此近昨今上中下从并以于为会能要可先后再更很因但而]$/;
const TITLED = new RegExp(`${TITLE}[：:，、]?\\s?(?=(${SURNAME}${HAN})(${HAN}?))(?!${TITLE})`, 'g');
/** `周先生`, `罗律师`. */
const CALLED = new RegExp(
  `(?<=^|[，,。；：:“”"\\n的、])${SURNAME}(?:某某?|先生|女士|小姐|律师|法官|医生|老师|师傅|阿姨|大爷|大妈|奶奶|爷爷)(?!们)`,
  'gm',
);
/** An organisation that begins a sentence and does something. */
const ORGANISED_FIRST = new RegExp(
  `(?<=^|[。！？；”\\n])(?:\\d+月\\d+日，?|近日，?|日前，?|今年|昨日，?)?([\\u4e00-\\u9fffA-Za-z]{2,12}?${ORGANISATION})(?=今年|去年|昨|近日|日前|此前|\\d|（|在|于|对|将|已|曾|也|还|则|随后|发布|印发|公布|出台|召开|推出|通报|回应|起草|发起|一审|二审|经审理)`,
  'gm',
);
const NAMED_BEHIND = new RegExp(`(?<!${HAN})(${SURNAME}${HAN}{1,2})(?=（|\\(|先生|女士)`, 'g');
export const TRANSCRIBED =
  '(?<![\\u4e00-\\u9fff·])[\\u4e00-\\u9fff]{1,6}(?:·[\\u4e00-\\u9fff]{1,6})+|[\\u4e00-\\u9fff]{1,5}(?:·[\\u4e00-\\u9fff]{1,6})+';
const DOTTED = /([\u4e00-\u9fff]{1,30})·([\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})*)/g;
const LATIN = /(?<![A-Za-z\d])[A-Z][a-z][\w'’-]*(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,2}(?![A-Za-z])/g;
/** Syllables that foreign names are written with. */
const SYLLABLES =
  '阿埃大艾爱安奥巴白班邦保鲍贝本比彼宾波伯博勃布查茨达戴丹道德登迪蒂丁顿多厄恩尔法范菲费芬丰佛夫弗福盖冈戈哥格根古瓜哈海汉豪赫黑亨胡华怀惠霍基吉加贾简杰金卡凯坎康考柯科克肯库奎拉莱兰朗劳勒雷里丽利莉林琳龙隆卢鲁路伦罗洛马玛迈麦曼梅门蒙米密明摩莫默姆穆纳娜内尼妮涅宁纽努诺欧帕潘庞佩彭皮普奇乔切琼瑞若撒萨塞赛桑森沙莎山珊尚舍申什圣史舒斯丝司松苏孙索塔泰坦汤唐特提廷图托瓦万威韦维魏温沃乌西希锡夏香肖谢娃诗芙妲姬黛茜琪雪蕾薇辛休修许雅雅亚延扬耶叶伊易英尤于约泽扎詹珍芝朱茱卓兹佐';
export const SYLLABLE_CLASS = `[${SYLLABLES}]`;
const SYLLABLE = new RegExp(`^[${SYLLABLES}]$`);
/** Words that begin as names do but are none. */
const NO_NAME =
  /^(?:高管|方面|马上|白皮|温度|金额|金价|于是|向来|项目|何况|何时|何必|任何|任务|和平|常常|经常|时间|时候|成为|成本|成功|成都|万元|万人|万一|全国|全球|全部|全文|余地|尤其|明年|明显|明天|明确|安全|安装|平台|平均|平时|计划|计算|单位|路线|江湖|江南|江北|江苏|云南|云服|广东|关于|关系|关键|连续|连锁|都在|都是|南方|南京|东西|东部|东方|西方|北京|管理|管道|盛大|方式|方法|方案|方向|元年|时代|空间|包括|包装|石油|车企|车主|车辆|水平|牛市|党委|党员|国家|国内|国际|法院|法官|法律|黄金|黄色|白色|金融|高度|高级|高校|高新|高层|温和|康复|施工|毛利|严格|严重|龙头|文化|文章|文件|文心|任期|范围|成员|成立|常见|乐观|习惯|双方|许多|许可|谢谢|钱包|解释|应该|应对|应用|左右|阮囊|党报|商家|商业|商务|易于|柴油|曲线|米饭|花费|花钱|鱼类|鲜花|凤凰|费用|古代|古老|曾经|后来|能够|能源|满意|通常|通过|通知|步骤|农村|农业|农民|别人|区域|居民|居住|巩固|公司|公开|公布|公告|强调|强大|家人|家里|家庭|宫殿|都市|邮件)/;

/** `凌薇，某公司创始人。`, `对话凌薇：` */
const INTRODUCED = new RegExp(
  `(?<=^|[。！？\\n])(${SURNAME}${HAN}{1,2})，[^，。]{0,20}${TITLE}(?=[，。])|(?:对话|专访|对谈|和|与)(${SURNAME}${HAN}{1,2})(?:聊聊|聊了聊|谈|：|的对话)`,
  'gm',
);
/** `以下为沈若谷演讲实录`. */
const SPEECH_OF = new RegExp(
  `(?<=^|[为是：，。]|[\\s#])(${SURNAME}${HAN}{1,2}?)(?:在)?(?:内部|年会|闭门|最新|全员)*(?:讲话|演讲|发言|自述|口述|分享|全员信|内部信|公开信|致辞)`,
  'gm',
);
/** What has a name's shape where a subject stands. */
const ACTING = new RegExp(
  `(?<=^|[，。：；！？“”\\n])(${SURNAME}${HAN}{1,2}?)(?=[的了是在对向与和也还又则就曾已便却只都才被把将没不这那从并])`,
  'gm',
);
const OFTEN = 2;

/** A foreign name behind a title. */
const SPELT = new RegExp(
  `${TITLE}(?!${SURNAME}[\\u4e00-\\u9fff]{0,2}(?![${SYLLABLES}]))([${SYLLABLES}]{2,6})(?=[^${SYLLABLES}]|$)`,
  'g',
);

const SHAPE = new RegExp(`^${SURNAME}${HAN}{1,2}$`);

/** Whether a word has the shape of a Chinese personal name and isn't a common word. */
export function looksLikeName(word: string): boolean {
  return SHAPE.test(word) && !NO_NAME.test(word);
}

/** Takes the people that a Chinese text names into the cast. */
export function addChineseNames(text: string, cast: Cast): void {
  for (const { 0: all, 1: two = '', 2: third = '', index } of text.matchAll(TITLED)) {
    const name = nameOf(text, two, third, index + all.length);
    if (name !== undefined) cast.add(name);
  }
  for (const [, name = ''] of text.matchAll(NAMED_BEHIND))
    if (!NO_NAME.test(name) && text.split(name).length > 2) cast.add(name);
  for (const [, one, other] of text.matchAll(INTRODUCED)) {
    const name = one ?? other ?? '';
    if (looksLikeName(name)) cast.add(name);
  }
  for (const [, name = ''] of text.matchAll(SPEECH_OF)) if (looksLikeName(name)) cast.add(name);
  const acting = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(ACTING))
    if (looksLikeName(name)) acting.set(name, (acting.get(name) ?? 0) + 1);
  for (const [name, times] of acting) if (times >= OFTEN && !isPart(name, text)) cast.add(name);
  for (const [, name = ''] of text.matchAll(SPELT)) cast.add(name);
  for (const [name] of text.matchAll(CALLED)) cast.add(name);
  for (const [, name = ''] of text.matchAll(ORGANISED_FIRST)) if (!/的/.test(name)) cast.add(name);
  for (const [, before = '', after = ''] of text.matchAll(DOTTED))
    addDotted(text, before, after, cast);
  for (const [name] of text.matchAll(LATIN)) {
    const last = name.split(' ').at(-1) ?? name;
    cast.add(name, last.length > 2 && last !== last.toUpperCase() ? [last] : []);
  }
}

/** A name behind a title: with two characters of the given name, if the text goes on there. */
function nameOf(text: string, two: string, third: string, at: number): string | undefined {
  const three = two + third;
  if (NO_NAME.test(two)) return undefined;
  if (GOES_ON.test(two))
    return third !== '' &&
      !GOES_ON.test(three) &&
      (text.split(three).length > 2 || GOES_ON.test(text.charAt(at + three.length)))
      ? three
      : undefined;
  if (third === '') return two;
  if (GOES_ON.test(three)) return two;
  const [short, long] = [text.split(two).length, text.split(three).length];
  if (short > long) return long > 2 ? three : two;
  const next = text.charAt(at + three.length);
  return long > 2 || next === '' || GOES_ON.test(next) || !/[\u4e00-\u9fff]/.test(next)
    ? three
    : /[老师总先女]/.test(third)
      ? two
      : three;
}

/** `马尔科·贝蒂尼`: as far in front of the dot as foreign syllables go. */
function addDotted(text: string, before: string, after: string, cast: Cast): void {
  let start = before.length;
  while (start > 0 && before.length - start < 5 && SYLLABLE.test(before.charAt(start - 1)))
    start -= 1;
  if (start === before.length) start = Math.max(0, before.length - 3);
  const behindTitle = before.replace(new RegExp(`^.*${TITLE}`), '');
  const first = behindTitle !== '' && behindTitle.length < 6 ? behindTitle : before.slice(start);
  let last = after;
  const parts = last.split('·');
  let tail = parts.pop() ?? '';
  let length = 0;
  while (length < tail.length && SYLLABLE.test(tail.charAt(length))) length += 1;
  // A shorter form that stands elsewhere tells where the name ends.
  tail = tail.slice(0, Math.max(1, length));
  last = [...parts, tail].join('·');
  cast.add(`${first}·${last}`, tail.length > 1 ? [tail] : []);
  if (
    parts.length === 0 &&
    first.length > 1 &&
    countOf(text, first) > countOf(text, `${first}·`) + 1
  )
    cast.add(`${first}·${last}`, [first]);
}

/** Whether what looks like a name mostly goes on as another word. */
function isPart(name: string, text: string): boolean {
  const whole = text.matchAll(new RegExp(`${name}(?=(${HAN}))`, 'g'));
  const next = new Map<string, number>();
  let count = 0;
  for (const [, one = ''] of whole) {
    next.set(one, (next.get(one) ?? 0) + 1);
    count += 1;
  }
  return [...next].some(([one, times]) => times > 1 && times === count && !GOES_ON.test(one));
}

function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}

const ORGANISED = new RegExp(`${ORGANISATION}$`);
const PERSONAL = new RegExp(
  `^(?:${SURNAME}${HAN}{1,2}|${HAN}+(?:·${HAN}+)+|[老小阿]${HAN}{1,2}|${HAN}{1,2}(?:总|哥|姐|叔|姨|爷|律师|老师|先生|女士|师傅|博士|教授|院士|医生))$`,
);

/** What kind of speaker a name means; undefined where its form doesn't tell. */
export function kindOfName(name: string): 'person' | 'organisation' | undefined {
  const words = name.replace(/（[^）]*）$/, '');
  if (ORGANISED.test(words) || /^《/.test(words)) return 'organisation';
  if (PERSONAL.test(words) || /^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}$/.test(words))
    return 'person';
  return undefined;
}

const CALLS = '总|老师|先生|女士|教授|博士|院士|律师|医生|师傅|法官|校长|所长|院长|主任';
/** Where somebody may be called by a short form of a name. */
export const SHORT = new RegExp(`${SURNAME}(?:${CALLS})|[老小]${SURNAME}`, 'g');
const FAMILY = new RegExp(`^${SURNAME}`);

/** Other forms that a Chinese name may take: `陆总`, `老陆`, `陆老师` of `陆明河`. */
export function shortForms(name: string): string[] {
  if (!looksLikeName(name)) return [];
  const surname = FAMILY.exec(name)?.[0] ?? '';
  return [...CALLS.split('|').map((title) => surname + title), `老${surname}`, `小${surname}`];
}
