import { readTokens } from '../readTokens';

/** Words that turn a statement round when one takes another's place. Stems of English words. */
const HAN = `
高/低 多/少 大/小 长/短 快/慢 强/弱 优/劣 好/坏 升/降 涨/跌 增/减 胜/败 胜/负 赢/输 买/卖 前/后 先/后 早/晚 新/旧 开/闭 开/关 利/弊 贵/贱 轻/重 内/外 东/西 南/北 左/右 男/女 上/下 进/退
冷/热 真/假 对/错 难/易 得/失 攻/守 始/终 正/反 远/近 深/浅 宽/严 松/紧 富/穷 善/恶 生/死 存/亡 兴/衰 益/害 盈/亏 有/无 首/末 公/私 加/减 扩/缩 老/幼 民/官
支持/反对 赞成/反对 同意/反对 拥护/反对 支持/批评 支持/抵制 领先/落后 超过/不如 优于/不如 强于/不如 胜过/不如 高于/低于 优于/劣于 成功/失败 安全/危险 承认/否认 允许/禁止 允许/不准 接受/拒绝 通过/否决
同意/拒绝 乐观/悲观 扩大/缩小 加快/放缓 加速/放缓 加强/削弱 增强/削弱 积极/消极 合法/非法 公开/秘密 进口/出口 收入/支出 盈利/亏损 买入/卖出 开源/闭源 增加/减少 上升/下降 提高/降低 增长/下滑
上涨/下跌 提升/下降 必须/不必 可能/不可能 可以/不能 推动/阻碍 促进/阻碍 有利/不利 有益/有害 开放/封闭 建立/废除 恢复/取消 保留/取消 开始/结束 启动/停止 继续/停止 昂贵/便宜 最好/最差 完全/部分
全部/部分 所有/部分 多数/少数 信任/怀疑 相信/怀疑 满意/不满 合作/对抗 和平/战争 供给/需求 主动/被动 直接/间接 永久/临时 长期/短期 国内/国外 城市/农村 之前/之后 以前/以后 高估/低估 赢得/失去 获得/失去
有罪/无罪 保护/破坏 欢迎/拒绝 赞扬/谴责 肯定/否定 集中/分散 统一/分裂 简单/复杂 容易/困难 富裕/贫穷 稳定/动荡`;

const ENGLISH = `
increase/decrease increase/reduce increase/cut increase/decline increase/fall increase/drop rise/fall rise/drop rise/decline rise/decrease grow/shrink grow/decline grow/fall up/down raise/lower raise/cut raise/reduce
expand/cut expand/shrink high/low higher/lower highest/lowest more/less more/fewer most/least better/worse best/worst strong/weak stronger/weaker big/small larger/smaller large/small long/short longer/shorter
early/late earlier/later before/after first/last win/lose won/lost winner/loser support/oppose favor/oppose favour/oppose back/oppose support/reject approve/reject accept/reject approve/oppose agree/disagree for/against
pass/fail succeed/fail success/failure allow/ban allow/forbid allow/prohibit permit/ban legal/illegal guilty/innocent guilty/acquit confirm/deny admit/deny true/false right/wrong good/bad safe/dangerous safe/unsafe
open/closed open/close start/stop start/end begin/end begin/stop continue/stop keep/drop keep/end buy/sell import/export hire/fire lead/trail ahead/behind above/below over/under inside/outside gain/lose gain/loss profit/loss
always/never all/none everyone/nobody everything/nothing likely/unlikely possible/impossible necessary/unnecessary able/unable fair/unfair happy/unhappy help/hurt help/harm protect/destroy benefit/harm improve/worsen strengthen/weaken
accelerate/slow fast/slow faster/slower cheap/expensive cheaper/costlier easy/hard easy/difficult easier/harder majority/minority public/private local/foreign domestic/foreign temporary/permanent optimistic/pessimistic
positive/negative love/hate friend/enemy war/peace rich/poor young/old new/old left/right north/south east/west men/women man/woman male/female democrat/republican enter/leave join/leave arrive/leave remain/leave stay/leave
import/ban add/remove include/exclude build/destroy build/demolish repeal/keep repeal/expand enact/repeal trust/distrust praise/condemn praise/criticize welcome/condemn overestimate/underestimate with/without`;

/** Each word with its opposites, made when they are first asked for. */
let opposites: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function readOpposites(): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>();
  const add = (one: string, other: string) =>
    read.set(one, (read.get(one) ?? new Set<string>()).add(other));
  for (const pair of `${HAN} ${ENGLISH}`.trim().split(/\s+/)) {
    const [one = '', other = ''] = pair.split('/').map(asTokens);
    add(one, other);
    add(other, one);
  }
  return read;
}

function asTokens(word: string): string {
  return readTokens(word)
    .map(({ text }) => text)
    .join('');
}

/** The longest of them, in characters. */
const LONGEST_HAN = 3;

/** Whether one of two stretches of tokens has a word whose opposite the other one has. */
export function areOpposed(a: readonly string[], b: readonly string[]): boolean {
  const known = (opposites ??= readOpposites());
  const [inA, inB] = [wordsIn(a, known), wordsIn(b, known)];
  for (const word of inA) {
    if (inB.has(word)) continue;
    for (const opposite of known.get(word) ?? [])
      if (inB.has(opposite) && !inA.has(opposite)) return true;
  }
  return false;
}

/** All words of the table that stand in a stretch of tokens. */
function wordsIn(tokens: readonly string[], known: ReadonlyMap<string, unknown>): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    let word = '';
    for (let length = 1; length <= LONGEST_HAN && at + length <= tokens.length; length++) {
      word += tokens[at + length - 1] ?? '';
      if (known.has(word)) found.add(word);
    }
  }
  return found;
}
