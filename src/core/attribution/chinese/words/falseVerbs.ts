import { anyOf, wordsOf } from './lists';

const OF_SAYING = wordsOf(`
  说了算 据说 听说 小说 传说 学说 说法 说明书 说明 说服 别说 虽说 再说 可说 来说 而言 难说 话说 没说 不说
  要说 应该说 可以说 能说 换句话说 也就是说 就是说 或者说 简单说 比如说 例如说 假如说 严格说 坦率说 老实说
  说到底 说到这里 说到做到 讲究 讲话 演讲 讲解 讲座 讲述 说白 说实 说不 好说 说起来 说好 说话 说唱 讲师
`);
const OF_CALLING = wordsOf(`
  所谓 被称 称之 称为 称作 称呼 职称 名称 俗称 简称 全称 统称 对称 堪称 可谓 昵称 著称 叫做 叫作 名叫
  呼叫 称号 称得上 称赞
`);
const OF_WAYS = wordsOf(`
  知道 道路 道理 通道 频道 渠道 味道 轨道 难道 街道 道德 一道 管道 赛道 道具 道歉 人道 厚道 报道组
`);
const OF_ASKING = wordsOf(`
  问题 问世 问答 访问 疑问 顾问 学问 提问者 答案 回答问题 问卷 问责 慰问 答谢 答辩人 提问环节
`);
const OF_THINKING = wordsOf(`
  想了想 想要 想法 想象 思想 理想 梦想 设想 联想 猜想 不想 我想 想到 想办法 想出 起想 想想
`);
const OTHERS = wordsOf(`
  笑话 好笑 可笑 介绍信 显示器 显示屏 不认为 希望之 劝退 笑容 玩笑 嘲笑 喊出 叫好 骂名 评价为 估计划 判断力
  建议书 提醒者 宣布日 分析师 评论员 评论区 介绍人 预计划 预测性 预测模型 统计局 统计学 证明书 批准 批量 大批
  一批 首批 批次 批判 批发 赞助 计划书 计划经济 明确的 决定性 决定因素 决定权 相信息 自主张 发现场 反映射
  辩护人 辩护律师 提出者 声明书 表明的
`);

/** Words that look like verbs but aren't; `所说` is one of them unless a clause ends with it. */
export const FALSE_VERB_WORDS = [
  '所说',
  ...OF_SAYING,
  ...OF_CALLING,
  ...OF_WAYS,
  ...OF_ASKING,
  ...OF_THINKING,
  ...OTHERS,
];
export const FALSE_VERBS = new RegExp(
  anyOf('所说(?![，：])', ...FALSE_VERB_WORDS.filter((word) => word !== '所说')),
  'g',
);
