import { anyOf, wordsOf } from './lists';

/** Verbs that attribute what follows or stands before. */
const SAYING = wordsOf(`
  质问 反诘 诘问 诉说 叮嘱 嘱咐 提议 倡议 直呼 大呼 惊叹 赞叹 感喟 嘟囔 嘀咕 念叨 抗议 抗辩 暗示 训斥 斥责 呵斥 责备
  责怪 埋怨 夸赞 赞扬 归纳 概括 形容 讲述 坦陈 直陈 力陈 痛陈 呐喊 料定 揣测 推算 预估 劝告 奉劝 转告 宣读 写下
  认错 发话 开腔 搭话 接茬 插嘴 答话 回话 应道 笑答 笑道 叹息 喟叹 慨言 笃定 支招 劝说 安慰 打气 喊冤 自责
  如是表示 如是说 解释说明 直言不讳 毫不讳言 一针见血 公开表示 明确表示 发文称 发文表示 发帖称 发帖说 撰文称
  撰文指出 撰文表示 发微博称 告诉 告知 告诫 写道 写到 写信 留言 表示 指出 认为 强调 坦言 直言 透露 介绍 补充
  回应 回答 答道 解释 反驳 反问 质疑 感叹 感慨 感言 总结 评价 点评 评论 断言 宣称 声称 坚称 诉称 辩称 供称
  证称 述称 谎称 重申 承认 坦承 否认 确认 开口 点名 放话 警示 直指 爆料 指责 谴责 抨击 痛批 怒斥 炮轰 驳斥
  否定 追忆 致歉 打趣 自嘲 嘲讽 揶揄 慨叹 断定 推断 预警 定调 许诺 发誓 松口 呼吁 疾呼 建议 警告 提醒 预测
  预计 预言 预判 判断 主张 倡导 相信 觉得 以为 深信 坚信 坚持认为 披露 批评 抱怨 吐槽 调侃 戏称 笑称 笑言
  笑说 高喊 大喊 齐呼 高呼 惊呼 喊道 叫道 问道 说道 讲道 叹道 转述 陈述 阐述 论述 辩解 申辩 争辩 回忆 自述
  自称 号称 据称 放言 扬言 喊话 发问 追问 询问 提问 表态 揭示 显示 表明 估算 估计 测算 推测 猜测 分析 研判
  反映 举例 比喻 打比方 复盘 反思 澄清 回击 回怼 反对 附和 插话 接话 抢答 作答 答复 回复 致辞 汇报 通报 答辩
  辩护 诉苦 哭诉 控诉 申诉 吐露 剖析 解读 解析 认定 裁定 判决 看好 看衰 唱衰 不讳言 不认同 不同意 不认可
  并不认同 赞同 认同 同意 认可
`);
/** With these, what is said is asked for or decided, and not claimed. */
const ASKING = wordsOf(`
  答应 写着 希望 期待 期望 盼望 担心 担忧 忧虑 怀疑 承诺 保证 提出 要求 敦促 请求 恳请 呼唤 命令 责令 宣布 宣告 规定
  明确 决定 计划 证实 证明 统计 报道 获悉 了解到 发现 意识到 谈到 谈及 谈起 提到 提及 讲到 说到 说起 聊到
  聊起 看到 谈道 批 赞
`);
const ONE = '想 称 说 道 问 讲 喊 叫 答 骂 嚷 劝 笑'.split(' ');
export const LONG_VERBS = [...SAYING, ...ASKING];
export const SHORT_VERBS = ONE;
/** What may follow a long verb and belongs to it: `解释道`. */
export const VERB_TAIL = '(?:[称说道到](?!路|德|理))?';
export const VERBS = `(?:${anyOf(...LONG_VERBS)}${VERB_TAIL}|${anyOf(...ONE)})`;

const SURELY = wordsOf(`
  表示 指出 认为 强调 坦言 直言 透露 回应 坦承 补充 解释 感叹 感慨 断言 宣称 声称 坚称 诉称 辩称 重申 承认
  否认 呼吁 建议 警告 提醒 预测 预计 预言 判断 主张 相信 觉得 以为 坚信 披露 批评 抱怨 调侃 质疑 反驳 反映
  笑称 戏称 答应 希望 期待 担心 担忧 怀疑 承诺 要求 敦促 请求 宣布 写道 告诉 谈到 提到 谈及 自称 号称 显示 表明
  估计 估算 测算 说 称 认定 裁定 判决 回忆 发现 证实 确认 提出 规定 明确 点名 开口 谴责 指责
`);
/** Verbs whose subject nobody but a speaker can be, also in the middle of a clause. */
export const SURE = new RegExp(`^${anyOf(...SURELY)}(?:[称说道到])?$`);

const DONE = wordsOf(`
  宣布 宣告 规定 决定 计划 判决 裁定 获悉 报道 统计 证实 证明 发现 意识到 看到 看好 看衰 批 赞 反对 认同 赞同
  不认同 不同意 同意 认可 号称 自称 戏称 请求 责令 命令 显示 表明
`);
/** Of what these tell, nothing goes on in the next sentence. */
export const ENDS_AT_ONCE = new RegExp(`^${anyOf(...DONE)}`);
/** What organisations do by what they publish. */
export const SHOWS = /^(?:显示|表明|揭示|指出|写道|写到|称|发现|统计)/;
