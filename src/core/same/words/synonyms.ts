import { readTokens } from '../readTokens';

/** Words that editors put for each other without changing what is said. */
const GROUPS = `
必须 应当 应该 须 必需 需要|可能 也许 或许 大概 恐怕|大约 大概 约 左右 近 将近 差不多 几乎 接近|立即 立刻 马上 即刻|因此 所以 因而 于是 故|但是 但 可是 然而 不过 却 只是|因为 由于 缘于|如果 若 假如 倘若 要是 假使|目前 现在 如今 当前 眼下 现阶段 今天
降低 下降 减少 削减 缩减 下滑 下跌 降|提高 提升 增加 上升 增长 上涨 升高 加大|巨大 很大 极大 庞大 重大 大|非常 十分 很 极其 极为 特别 相当|看法 观点 意见 见解 主张|提出 给出 指出 表示 说 称 认为 强调 谈到 提到 坦言 直言|能够 能 可以 可 得以
帮助 协助 有助于 助|使用 采用 运用 利用 用|选择 挑选 选取|开始 着手 启动|进行 开展 展开 实施 执行|获得 得到 取得 赢得|造成 导致 引起 带来 引发|解决 处理 应对|迅速 快速 飞快|重要 关键 要紧 核心|优势 长处 优点|缺点 弱点 不足 短板|企业 公司 厂商
民众 百姓 人民 群众 大众|消费者 用户 顾客 客户|老师 教师|医生 大夫|孩子 儿童 小孩|政府 当局|居民 住户|司机 驾驶员|价格 价钱 售价|费用 开销 花费 成本|收入 所得|工资 薪水 薪资 薪酬|时候 时 之时|以及 和 与 及 跟 同|并 并且 而且 且|仍 仍然 依然 依旧 还 还是|都 均 皆|只 仅 仅仅 只是|已 已经
将 会 将会 要|是 为 乃 系|很多 许多 大量 众多 不少|全部 所有 一切|其实 事实上 实际上|最终 最后 终于|尤其 特别 尤其是|通常 往往 一般 常常 经常|持续 不断 一直 始终|完全 彻底|明显 显著|确实 的确 实在|正 正在|到 至|在 于|从 自|使 让 令 叫|给 为|把 将|被 遭|如 像 例如 比如 譬如|这 该 此 这个|他们 其|我们 咱们|没有 没 未|不能 无法 不可能|不会 绝不会
强 强大 厉害|好 良好 出色 优秀|差 糟糕 糟|快 迅速|贵 昂贵|便宜 低廉|难 困难|容易 简单 轻松|多 众多|少 稀少|关注 重视 看重|研发 开发 研制|推出 发布 上线|建设 修建 建造 兴建 修|拆除 拆掉 拆|居住 住|购买 买|出售 卖 销售|死亡 丧生 身亡|受伤 负伤|警方 警察|发现 查出|承诺 保证 答应|准备 打算 计划|希望 期望 盼望 期待|担心 担忧 忧虑|反对 不赞成 不同意|同意 赞成 支持|批评 指责 抨击|投资 投入
say state tell note claim argue add insist declare|big large huge great major|small little tiny|quick fast rapid swift|start begin launch commence|end finish conclude|help aid assist|need require|must should have_to|show reveal indicate demonstrate|get obtain receive gain|buy purchase|build construct|use employ utilize|many numerous several|about around roughly approximately nearly almost|near close|company firm business corporation
people citizen resident|kid child children|job work employment|price cost|salary wage pay|now currently today presently|also too|but however yet|because since as|if whether|so thus therefore hence|important key crucial vital essential|significant substantial considerable|clear obvious evident|wrong mistaken incorrect|right correct|try attempt|want wish|keep maintain retain|stop halt cease|give provide offer|make produce create|choose select pick|talk speak|answer reply respond
increase rise grow raise climb boost|decrease fall decline drop reduce cut lower|improve enhance|hurt harm damage|happen occur|important significant|whole entire|enough sufficient|very extremely highly really|only just merely|still yet|soon shortly|often frequently|usually generally typically|government administration|law legislation statute|teacher educator|doctor physician|car vehicle automobile|house home|street road|money fund funding|plan scheme proposal|problem issue|idea notion|chance opportunity
will would shall|can could may might|be become remain|that which who|among between|upon on|toward towards to|until till|while whereas|tackle address handle|threat danger risk|dead kill|terrible awful horrible|wonderful great excellent|support back|oppose reject`;

const groupsOf = new Map<string, number[]>();

for (const [index, group] of GROUPS.trim().split(/[|\n]/).entries())
  for (const word of group.trim().split(/\s+/)) {
    const key = readTokens(word)
      .map(({ text }) => text)
      .join('');
    groupsOf.set(key, [...(groupsOf.get(key) ?? []), index]);
  }

/** Whether two words (their tokens, joined) may stand for each other. */
export function areSynonyms(a: string, b: string): boolean {
  const groups = groupsOf.get(a);
  return groups !== undefined && (groupsOf.get(b) ?? []).some((group) => groups.includes(group));
}
