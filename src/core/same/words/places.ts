import { readTokens } from '../readTokens';

/** Names that Chinese writes like any other word: countries, provinces, large cities. */
const PLACES = `
中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 俄国 印度 巴西 加拿大 澳大利亚 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 波兰 捷克 奥地利 匈牙利 希腊 土耳其 伊朗 伊拉克 以色列 沙特 埃及 南非 墨西哥 阿根廷 智利
越南 泰国 新加坡 马来西亚 印尼 菲律宾 缅甸 柬埔寨 老挝 巴基斯坦 孟加拉 尼泊尔 蒙古 乌克兰 哈萨克斯坦 欧盟 欧洲 亚洲 非洲 北美 南美 拉美 大洋洲 中东 东盟 北约 联合国 台湾 香港 澳门
北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古
广州 深圳 南京 杭州 苏州 无锡 宁波 温州 合肥 福州 厦门 南昌 济南 青岛 郑州 武汉 长沙 成都 昆明 贵阳 西安 兰州 太原 石家庄 沈阳 大连 长春 哈尔滨 东京 首尔 纽约 华盛顿 伦敦 巴黎 柏林 莫斯科 硅谷
星期一 星期二 星期三 周一 周二 周三 周四 周五 周六 周日 上午 下午 早上 晚上 春天 夏天 秋天 冬天 今年 去年 明年 前年 后年 昨天 今天 明天 上月 本月 下月`;

const places = new Set(
  PLACES.trim()
    .split(/\s+/)
    .map((name) =>
      readTokens(name)
        .map(({ text }) => text)
        .join(''),
    ),
);

/** Whether some characters are the name of a place, or of a day or year as seen from today. */
export function isPlace(text: string): boolean {
  return places.has(text);
}
