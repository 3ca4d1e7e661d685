import { anyOf, wordsOf } from './lists';

/** With what phrases begin that stand between a subject and its verb. */
const PREPOSITIONS = wordsOf(`
  与 跟 把 通过 透过 针对 围绕 接受 援引 引用 引述 转发 转述 发布 回复 答复 致电 面对 谈及 谈到 谈起 提到 提及
  说起 聊到 告诉 看着 望着 指着 当着
`);
/** Of these, some begin other words: `向` of `向来`. */
const UNLESS = [
  '对(?!方|手|外|冲)',
  '向(?!阳|来|导)',
  '在(?!线)',
  '和(?!平|谐|记|社会|信息|改革|城乡|消费|卫生)',
  '同(?!学|事|志|行|仁|类|花|济)',
  '经(?!济|纪|理|营|验|销|典|常|贸)',
  '给(?!力)',
  '于(?!是)',
  '从(?!业|军)',
  '自(?!己|动|然|由|称|述|主|媒|家)',
  '以(?!色|太|前|后)',
  '被(?!告|害|执|申|访)',
  '将(?!军|来)',
  '用(?!户|友|工)',
  '为(?!首|人)',
  '就(?!业)',
  '代表(?=[\\u4e00-\\u9fff]{2})',
];
/** As a pattern. */
export const PREPOSITION = anyOf(...UNLESS, ...PREPOSITIONS);
