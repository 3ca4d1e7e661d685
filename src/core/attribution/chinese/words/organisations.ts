import { anyOf, wordsOf } from './lists';

const FIRMS = wordsOf(`
  公司 集团 科技 银行 证券 基金 资本 保险 汽车 动力 能源 电子 通信 网络 智能 生物 医药 制药 地产 置业 航空 物流
  股份 控股 能源 材料 重工 船舶 钢铁 矿业 化工 食品 饮料 乳业 服饰 家电 半导体 微电子 存储 机器人 软件 新能源 新能
  会计师事务所 事务所 律所 评级 租赁 信托 期货 交易所 书店 影院 剧院 博物馆 美术馆 图书馆
  传媒 影业 游戏 教育 电商 外卖 出行 健身 物业 超市 商城 酒店 餐厅 咨询 平台 网站 官网
`);
const SCIENCE = wordsOf(
  `大学 学院 学校 幼儿园 农科院 科学院 社科院 设计院 医学院 疾控中心 气象台 天文台 中学 小学 医院 研究院 研究所 研究中心 中心 实验室 智库 课题组 团队`,
);
const UNIONS = wordsOf(`
  协会 学会 总会 分会 理事会 董事会 监事会 业委会 居委会 村委会 作协 足协 篮协 剧团 乐队 合作社 商会 委员会 委 基金会 联盟 联合会 工会 组织 机构 消协 社群 社区 队 联队 车队 俱乐部 榜
`);
const STATE = wordsOf(`
  总局 海关 税务局 街道办 管委会 开发区 总署 使馆 大使馆 议会 白宫 五角大楼 欧盟 联合国 世卫组织 法院 检察院 公安局 派出所 政府 部门 财政部 外交部 商务部 工信部 教育部 水利部 国务院 央行 证监会 局 厅 署
`);
const PRESS = wordsOf(`
  日报 晚报 早报 时报 周刊 月刊 杂志 新闻 新闻网 财经 通讯社 电视台 电台 媒体
`);
/** What a `部` may be for. */
const DEPARTMENTS = wordsOf(`
  能源 安全 劳工 内政 外务 经济 贸易 工业 产业 国防 公安 民政 司法 交通 运输 农业 农村 文旅 旅游 卫生 环境 资源
  建设 事业 市场 研发 宣传 编辑 技术 产品 法务 公关 人事 人力 俱乐
`);

export const ORGANISATION_ENDS = [
  ...FIRMS,
  ...SCIENCE,
  ...UNIONS,
  ...STATE,
  ...PRESS,
  ...DEPARTMENTS.map((field) => `${field}部`),
];
/** What organisations' names end with. */
export const ORGANISATION = anyOf('[\\u4e00-\\u9fff]{2}报', ...ORGANISATION_ENDS);
