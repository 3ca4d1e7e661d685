import { anyOf, wordsOf } from './lists';

const COMPANY = wordsOf(`
  联合创始人 创始合伙人 创始人 创办人 创立者 合伙人 董事长 董事会主席 首席执行官 首席科学家 首席 总经理
  副总经理 总裁 副总裁 高级副总裁 执行总裁 董事 主席 副主席 掌门人 带头人 领头人 一号位 高管 总监 经理
  店长 店主 老板 老板娘 独董 董秘 主管 专员 财务 法务 秘书 助理 会计 行政 人事 前台 客服 员工 厂长
  工程师 程序员 架构师 设计师 建筑师 开发者
  列车长 车长 乘务长 工段长 项目负责人 发起人 主理人 操盘手 产品经理 项目经理 客户经理 店员 领班 组长 班长 车间主任 采购 管理员
  CEO CTO CFO COO CIO CMO CPO 投资人 投资者 顾问 创业者 负责人 发言人
`);
const RESEARCH = wordsOf(`
  科学家 经济学家 学者 专家 研究员 院士 教授 副教授 博士后 博士 院长 副院长 所长 副所长 主任 副主任
  主任医师 副校长 校长 园长 教务长 导师 博导 硕导 教员 馆员 农艺师 技术员 教师 讲师 老师 同学 班主任 分析师
`);
const OFFICE = wordsOf(`
  区长 副区长 副县长 副镇长 乡长 副乡长 镇党委书记 村支书 支书 村主任 专员 主委 议长 州长 总督 检察长 厅长 副厅长
  署长 总干事 副秘书长 调研员 副主任 指挥长 总指挥 总工 总工程师 副总 总师 巡视员 督导员 特使 参赞 总领事
  部长 副部长 局长 副局长 处长 科长 司长 副司长 市长 副市长 省长 县长 镇长 村长 书记 总理 总统 首相
  外长 国务卿 大使 议员 参议员 众议员 官员 政委 司令 军长 师长 团长 连长 代表 委员 候选人 秘书长
  理事长 理事 会长 副会长 馆长 台长 社长 行长 站长 队长 船长
`);
const COURT = wordsOf(`
  法医 书记员 辩护人 代理人 辩护律师 代理律师 报案人 嫌疑人 律师 法官 检察官 公诉人 审判长 警官 民警 当事人 被告人 被告 原告 上诉人 申请人 证人 受害人 家属
`);
const MEDIA = wordsOf(`
  撰稿人 专栏作家 特约评论员 通讯员 观察者 观察家 观察人士 译者 画家 书法家 策展人 音乐人 制作人 监制 出品人 总编
  总编辑 主编 编辑 记者 主持人 主播 评论员 网友 博主 导演 编剧 演员 歌手 作家 作者 诗人 编审 出版人 制片人
  摄影师
`);
const CALLING = wordsOf(`
  队长 副队长 领队 主教练员 助教 裁判 飞行员 机长 乘务员 快递员 外卖员 保安 保洁 厨师 主厨 木匠 理发师 裁缝 药师
  营养师 心理师 指导师 咨询师 规划师 评估师 审计师 会计师 培训师 分析员 操作员 调度员 船员 护士长 医生 医师 护士 队员 消防员 司机 骑手 师傅 先生 女士 小姐 太太 教母 教父 之父 得主 获得者
  教练 主帅 主教练 前锋 后卫 门将 中锋 球星 选手 冠军 球员
`);
const FOLK = wordsOf(`
  房东 租客 店家 摊主 商户 养殖户 种植户 果农 菜农 茶农 棉农 瓜农 花农 渔民 牧民 农民 工人 工友 员工代表 村民代表
  领导 同事 上司 徒弟 师兄 师姐 师弟 师妹 校友 战友 家长 学员 学生 球迷 粉丝 乘务 旅客 游客 顾客 客户 食客 患者 病人
  业主 车主 母亲 父亲 妻子 丈夫 儿子 女儿 邻居 村民 居民 市民 农户 读者 用户 消费者 乘客 志愿者
`);
const HAN = '[\\u4e00-\\u9fff]';
/** Titles that name their field: `首席增长官`, `社会学家`. */
const OF_A_FIELD = [
  `${HAN}农`,
  `首席${HAN}{2,6}?(?:官|家|师|长)`,
  `${HAN}{1,4}学家`,
  `${HAN}{1,4}学者`,
];

/** The field in front, where it may be anything. */
const ANY_FIELD = /^\[\\u4e00-\\u9fff\](?:\{1,4\})?/;

const TITLES = [...COMPANY, ...RESEARCH, ...OFFICE, ...COURT, ...MEDIA, ...CALLING, ...FOLK];
/** What stands before a name, or instead of one: offices and callings. */
export const TITLE = anyOf(...OF_A_FIELD, ...TITLES);
/**
 * The same where only its end counts: what may begin with any character is tried at the one that
 * it ends with, which is found much sooner.
 */
export const TITLE_END = anyOf(
  ...OF_A_FIELD.map((one) => one.replace(ANY_FIELD, `(?<=${HAN})`)),
  ...TITLES,
);

const EXPERTS = wordsOf(`
  专家 学者 分析师 科学家 研究员 研究人员 工程师 教授 医生 律师 法官 官员 干部 评论员 解说员 观察者 老师 学生
`);
const TRADE = wordsOf(`
  同志 伙伴 客户 顾客 领导 上司 股东 房东 租客 摊主 商户 厨师 保安 快递员 外卖员 采购 总监 主管 组长 技术员
  投资者 投资人 投资方 开发者 创业者 从业者 业内人 供应商 经销商 代理商 渠道商 合作方 商家 店主 店长 店员
  老板 老板娘 员工 高管 客服 工作人员 负责人 发言人 代表 主帅 教练 司机 骑手
`);
const PUBLIC = wordsOf(`
  家人 亲戚 亲友 游客 旅客 患者 病人 食客 学员 校友 战友 工友 工人 农民 渔民 果农 菜农 茶农 养殖户 种植户 老乡 乡亲
  大家 人们 众人 人士 人 网友 用户 消费者 居民 村民 市民 家长 乘客 观众 读者 听众 嘉宾 粉丝 业主 车主 农户
  志愿者 球迷 同行 朋友 朋友们 同事 邻居 家属 老人 小伙 姑娘 男子 女子 少年 孩子
`);
const FAMILY = wordsOf(`
  太太 妻子 丈夫 母亲 父亲 妈妈 爸爸 儿子 女儿 哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 外婆 外公 老太太 大爷 大妈 阿姨
`);
const WITNESSES = wordsOf(
  `知情人 消息人士 消息源 当事人 目击者 受访者 记者 主播 博主 媒体 外媒 机构`,
);
const SIDES = wordsOf(`
  外界 业界 业内 坊间 舆论 市场 官方 警方 校方 院方 店方 厂方 控方 辩方 检方 买方 卖方 对方 平台方 公司方面 方面
  课题组 专家组 调查组 工作组 剧组 评审组 俱乐部
`);
const PAPERS = wordsOf(`
  观点 声音 消息 声明 分析 传言 传闻 流言 说法 公告 告示 通知 通报 备忘录 判决书 起诉书 白皮书 报告 论文 文章
  社论 评论 研报 纪要 文件
`);
const PEOPLE_WORDS = [
  ...EXPERTS,
  ...TRADE,
  ...PUBLIC,
  ...FAMILY,
  ...WITNESSES,
  ...SIDES,
  ...PAPERS,
];
/** Words that mean people without naming them. */
export const PEOPLE = anyOf(...PEOPLE_WORDS);

/** Relatives and others who are told of without a name. */
export const KIN = anyOf(
  ...FAMILY,
  ...wordsOf(`
    人士 从业者 分析人士 内部人士 老人 老板娘 小伙 姑娘 男子 女子 少年 朋友 同事 邻居 球迷 解说员 店员 工作人员 负责人 知情人士 业内人士
    消息人士 合作伙伴 供应商 经销商
  `),
);
