import { anyOf, wordsOf } from './lists';

const DAY = '\\d{1,2}\\s*[日号]';
const MONTH = '\\d{1,2}\\s*月';
/** `2023年5月8日`, `8日晚`, `5月底`, `9:30`, `上周三`, as patterns. */
const DATES = [
  `\\d{2,4}\\s*年(?:\\s*${MONTH})?(?:\\s*${DAY})?(?:初|底|末|中|前|后)?`,
  `${DAY}(?:晚|夜|早|凌晨|上午|下午)`,
  `${MONTH}(?:\\s*${DAY}|初|底|末|中旬|上旬|下旬)?`,
  DAY,
  '\\d{1,2}[:：点]\\d{0,2}分?',
  '(?:本|上|下|这)?(?:周|星期|礼拜)[一二三四五六日天]',
];
/** `三个月前`, `十二月底`, `一季度`, as patterns. */
const SPANS = [
  '[一二三四五六七八九十两\\d]+(?:年|个月|天|周|小时)(?:前|后)',
  '[一二三四五六七八九十]{1,3}月(?:初|底|末)?',
  '(?:一|二|三|四)季度',
  '[年月日][初底末前]',
];
export const TIME_WORDS = wordsOf(`
  早在 就在 早于 截至 直到 自从 今年 去年 前年 明年 同年 次年 当年 那年 本月 上月 次月 本周 上周 同月 近日 日前
  此前 近期 最近 目前 当前 昨日 昨天 昨晚 今日 今天 今早 次日 当日 当天 当晚 当时 彼时 随后 之后 此后 后来 稍早
  稍后 事后 其后 过后 不久后 不久前 前不久 几天前 几天后 两天后 两天前 一年前 一年后 多年前 多年后 上午 中午
  下午 傍晚 晚间 晚上 早上 凌晨 早些时候 上半年 下半年 春天 夏天 秋天 冬天
`);
/** Times that aren't words, as a pattern. */
export const TIME_PATTERN = `(?:${[...DATES, ...SPANS].join('|')})`;
/** Points and spans of time, as a pattern. */
export const TIME = anyOf(...TIME_WORDS, TIME_PATTERN);
