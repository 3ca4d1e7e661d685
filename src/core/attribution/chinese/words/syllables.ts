import { wordsOf } from './lists';

/** Syllables that foreign names are written with. */
const SYLLABLES = wordsOf(`
  卫恺迦捷钦
  因甘葛圭居拜滨楚欣逊瑙讷楠祖孟朗霖玫萝薛琛
  阿埃大艾爱安奥巴白班邦保鲍贝本比彼宾波伯博勃布查茨达戴丹道德登迪蒂丁顿多厄恩尔法范菲费芬丰佛夫弗福盖
  冈戈哥格根古瓜哈海汉豪赫黑亨胡华怀惠霍基吉加贾简杰金卡凯坎康考柯科克肯库奎拉莱兰朗劳勒雷里丽利莉林琳
  龙隆卢鲁路伦罗洛马玛迈麦曼梅门蒙米密明摩莫默姆穆纳娜内尼妮涅宁纽努诺欧帕潘庞佩彭皮普奇乔切琼瑞若撒萨
  塞赛桑森沙莎山珊尚舍申什圣史舒斯丝司松苏孙索塔泰坦汤唐特提廷图托瓦万威韦维魏温沃乌西希锡夏香肖谢娃诗
  芙妲姬黛茜琪雪蕾薇辛休修许雅亚延扬耶叶伊易英尤于约泽扎詹珍芝朱茱卓兹佐
`).join('');
/** One of them, as a pattern. */
export const SYLLABLE = `[${SYLLABLES}]`;
