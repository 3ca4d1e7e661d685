import { wordsOf } from './lists';

/** The commonest Chinese surnames: those of more than nine people in ten. */
const ONE = wordsOf(`
  费巫沙燕邝晋楚苟冷皮商墨
  施章卫喻奚昌廉毕萧狄湛米贝茅席刁虞昝房裘郁吉钮荣隗郗戎韶郜蒲赖胥姬濮扈郏浦艾庾暨寇阙蒯荆竺逯桓
  曲屠薄符鄢揭仝戚蔺晁邰亓缪宗訾阚牟莘谌厉景粟况亢郎卿臧窦柏嵇麻
  聂童颜季涂娄敖池丘冀鞠荀迟邸栗项苑
  王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁
  任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴
  莫孔向汤康易庞柳傅闻乔殷鲁伍岳齐庄倪尤樊葛管梅纪舒裴俞甘麦卜祝左游阮冉温柴翟耿焦包简查詹欧翁辛骆
  申甄苗凌霍尚卓丛鲍岑屈储桂滕祁闵栾卞巩褚芮靳晏穆桑佟仲匡隋邢谷邬洪兰楼郦瞿蓝阎冼饶盛班佘闾车宁关
  路柯
`).join('');
const TWO = wordsOf(`
  欧阳 司马 诸葛 上官 皇甫 令狐 司徒 东方 慕容 尉迟 长孙 夏侯 独孤 南宫 端木 澹台 公孙 轩辕 申屠 鲜于 宇文 闻人
`);
/** A Chinese character, as a pattern. */
export const HAN = '[\\u4e00-\\u9fff]';
export const SURNAME = `(?:${TWO.join('|')}|[${ONE}])`;
const NAME = new RegExp(`^${SURNAME}[\\u4e00-\\u9fff]{1,2}$`);

/** Whether a word has the shape of a Chinese personal name. */
export function isChineseName(word: string): boolean {
  return NAME.test(word);
}
