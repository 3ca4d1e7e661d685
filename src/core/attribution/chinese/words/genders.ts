/** Characters that end women's given names, and men's; those of both are left out. */
const WOMEN =
  /[霞红梅英秀兰莲花叶丽娟芳芬娥菊珍玲莉琴香凤娜婷倩雪燕艳萍敏静淑惠慧颖洁琳瑶薇蓉媛娇妍姣妮蕾莹黛芝翠妹姐嫂婶妈娘奶婆姨姑女]$/;
const MEN =
  /[强军伟刚勇山武堂福亮厚虎龙国志建涛斌彬峰锋鹏飞超辉雄杰豪民才财贵富根柱栓铁钢锁祥庆义仁礼昌盛海江河林松柏东北军兵哥叔伯爷爸舅弟男]$/;

/** Whether a person is a man or a woman, by a title or the given name; undefined if none tells. */
export function chineseGender(name: string): 'm' | 'f' | undefined {
  if (/(?:女士|小姐|太太|夫人)$/.test(name)) return 'f';
  if (/先生$/.test(name)) return 'm';
  if (/[A-Za-z·]/.test(name)) return undefined;
  return WOMEN.test(name) ? 'f' : MEN.test(name) ? 'm' : undefined;
}
