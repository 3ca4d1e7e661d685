import { allMatches } from '../../text/matches';
import { HAN, SURNAME } from '../words/surnames';
import { ORGANISATION } from '../words/organisations';
import { SYLLABLE } from '../words/syllables';
import { TITLE, TITLE_END } from '../words/titles';
import { anyOf, wordsOf } from '../words/lists';

/** A name behind a title: with one character of a given name, the next one, what follows both. */
export interface TitledName {
  readonly two: string;
  readonly third: string;
  readonly next: string;
}

/** What stands in front of a dot and behind it, as far as Chinese characters go. */
export interface DottedName {
  readonly before: string;
  readonly after: string;
}

/** What in a line looks like a name, before the whole text is asked whether it is one. */
export interface NameHints {
  readonly titled: readonly TitledName[];
  /** `周某（…）`. */
  readonly explained: readonly string[];
  /** Introduced, or whose speech is given. */
  readonly announced: readonly string[];
  /** What has a name's shape where a subject stands. */
  readonly acting: readonly string[];
  /** Foreign names behind a title, `周先生`, organisations that begin a sentence. */
  readonly sure: readonly string[];
  readonly dotted: readonly DottedName[];
  /** Names in Latin letters. */
  readonly latin: readonly string[];
  /** `陆总`, `老陆`. */
  readonly short: readonly string[];
}

const NAME = `${SURNAME}${HAN}{1,2}`;

const TITLED = new RegExp(
  `${TITLE_END}[：:，、]?\\s?(?=(${SURNAME}${HAN})(${HAN}?))(?!${TITLE})`,
  'g',
);

const CALLINGS = wordsOf(`
  老汉 老太 老太太 大娘 大婶 阿婆 阿公 大姐 大哥 大叔 大伯 大嫂 婆婆 某 某某 先生 女士 小姐 律师 法官 医生 老师 师傅 阿姨 大爷 大妈 奶奶 爷爷
`);
/** `周先生`, `罗律师`. */
const CALLED = new RegExp(
  `(?<=^|[，,。；：:“”"\\n的、])${SURNAME}${anyOf(...CALLINGS)}(?!们)`,
  'g',
);

const DAYS = `(?:\\d+月\\d+日，?|近日，?|日前，?|今年|昨日，?)`;
const DOES = anyOf(
  ...wordsOf(`
    今年 去年 昨 近日 日前 此前 \\d （ 在 于 对 将 已 曾 也 还 则 随后 发布 印发 公布 出台 召开 推出 通报 回应 起草
    发起 一审 二审 经审理 的一份 的一项 的一篇 的最新 的数据 的报告 的研究 的调查 的统计 的态度 的说法
  `),
);
/** An organisation that begins a sentence and does something. */
const ORGANISED_FIRST = new RegExp(
  `(?<=^|[。！？；”])${DAYS}?([\\u4e00-\\u9fffA-Za-z]{2,12}?${ORGANISATION})(?=${DOES})`,
  'g',
);

const EXPLAINED = new RegExp(
  `(?<!${HAN})(${NAME})(?=（|\\(|先生|女士)|(?<=^|[^\\u4e00-\\u9fff]|的)(${NAME})(?=老师|医生|教授|律师|师傅|校长)|(?<=[\\u4e00-\\u9fff]{3}的)(${NAME})(?=[，。])`,
  'g',
);

/** `凌薇，某公司创始人。`. */
const INTRODUCED = new RegExp(`(?<=^|[。！？])(${NAME})，[^，。]{0,20}${TITLE}(?=[，。])`, 'g');
/** `对话凌薇：` */
const TALKED_TO = new RegExp(
  `(?:对话|专访|对谈|和|与)(${NAME})(?:聊聊|聊了聊|谈|：|的对话|$)`,
  'g',
);
/** `凌薇今年五十岁`. */
const AGED = new RegExp(`(?<=^|[。！？])(${NAME})(?:今年|现年)[^，。]{1,8}岁`, 'g');
/** `新店长叫凌薇，`. */
const CALLED_SO = new RegExp(
  `(?<=(?:^|[，。！？])${HAN}{1,6}(?:叫|名叫|叫做|名为))(${NAME})(?=[，。])`,
  'g',
);
/** `以下为沈若谷演讲实录`. */
const SPEECH_OF = new RegExp(
  `(?<=^|[为是：，。]|[\\s#])(${SURNAME}${HAN}{1,2}?)(?:在)?(?:内部|年会|闭门|最新|全员)*(?:讲话|演讲|发言|自述|口述|分享|全员信|内部信|公开信|致辞)`,
  'g',
);
const ACTING = new RegExp(
  `(?<=^|[，。：；！？“”])(${SURNAME}${HAN}{1,2}?)(?=[的了是在对向与和也还又则就曾已便却只都才被把将没不这那从并])`,
  'g',
);

/** `叫小鹿的姑娘`. */
const NAMED_SO = new RegExp(
  `(?:叫|名叫|叫做|叫作|名为)(${HAN}{2,4}?)的${HAN}{0,4}(?:姑娘|小伙|男人|女人|男孩|女孩|孩子|老人|师傅|同事|同学|朋友|青年|年轻人)`,
  'g',
);
/** A foreign name behind a title. */
const SPELT = new RegExp(
  `${TITLE_END}(?!${SURNAME}${HAN}{0,2}(?!${SYLLABLE}))(${SYLLABLE}{2,6})(?!${SYLLABLE})`,
  'g',
);

const DOTTED = /([\u4e00-\u9fff]{1,30})·([\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})*)/g;
const LATIN = /(?<![A-Za-z\d])[A-Z][a-z][\w'’-]*(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,2}(?![A-Za-z])/g;

/** What people are called behind their surname. */
export const CALLS = wordsOf(`
  总 老师 先生 女士 教授 博士 院士 律师 医生 师傅 法官 校长 所长 院长 主任
`);
/** Where somebody may be called by a short form of a name. */
const SHORT = new RegExp(`${SURNAME}${anyOf(...CALLS)}|[老小]${SURNAME}`, 'g');

/** What looks like a name in a line, its quotations masked. */
export function nameHintsIn(line: string): NameHints {
  const first = (pattern: RegExp) => allMatches(pattern, line).map((found) => found[1] ?? '');
  const whole = (pattern: RegExp) => allMatches(pattern, line).map(([words]) => words);
  return {
    titled: allMatches(TITLED, line).map(({ 0: all, 1: two = '', 2: third = '', index }) => ({
      two,
      third,
      next: line.charAt(index + all.length + two.length + third.length),
    })),
    explained: allMatches(EXPLAINED, line).map(
      ([, one, other, third]) => one ?? other ?? third ?? '',
    ),
    announced: [
      ...first(INTRODUCED),
      ...first(TALKED_TO),
      ...(line.includes('岁') ? first(AGED) : []),
      ...(/叫|名为/.test(line) ? first(CALLED_SO) : []),
      ...first(SPEECH_OF),
    ],
    acting: first(ACTING),
    sure: [
      ...first(SPELT),
      ...first(NAMED_SO),
      ...whole(CALLED),
      ...first(ORGANISED_FIRST).filter((one) => !one.includes('的')),
    ],
    dotted: line.includes('·')
      ? allMatches(DOTTED, line).map(([, before = '', after = '']) => ({ before, after }))
      : [],
    latin: /[A-Z]/.test(line) ? whole(LATIN) : [],
    short: whole(SHORT),
  };
}
