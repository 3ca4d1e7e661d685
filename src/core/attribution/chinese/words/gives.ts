import { anyOf, wordsOf } from './lists';

const GIVING = wordsOf(`作出 做出 给出 提出 列出 发出 发表 表达 抛出 有 持 给`);
const KINDS = `(?:自己的|上述|这一|如下|这样的|同样的|不同的?|相反的?|类似的?|明确的?|另一种|更为?)`;
const OPINIONS = wordsOf(`
  判断 表态 回应 承诺 预测 解释 警告 提醒 呼吁 评价 结论 答复 说明 看法 观点 意见 态度 声音 说法 理由 建议 担忧 感叹 担心 顾虑 可能 猜想 假设 方案 设想 疑问 质疑 要求 办法 思路 打算 期待 主意 忠告 感受 道理 算盘
`);
/** `给出了不同的判断`. */
export const GIVES = `${anyOf(...GIVING)}了?${KINDS}?[\\u4e00-\\u9fff]{0,4}?${anyOf(...OPINIONS)}`;
/** `这么看`, `打了个比方`: what only those do who speak. */
export const VIEWS = anyOf(
  ...wordsOf(`
    这么看 这样看 不这么看 这样想 这么想 不以为然 泼(?:了)?(?:一盆|一瓢)?冷水 接过话(?:头|茬)? 打了个(?:比方|比喻)
    (?:如此)?开场 开头 作结 收尾 叫屈 喊冤 叫苦(?:不迭)? 举了(?:个|一个)例子 算(?:过|了)?(?:一)?笔账 松了口 开(?:了个|起)?玩笑 做(?:过|了)(?:一个|一项|一次|个)?(?:测算|统计|调查|拆解|比较|对比|实验|分析)
  `),
);
/** With what they begin. */
export const STARTS = '作做给提列发表抛有持这不泼接打如开收叫喊举算松';
