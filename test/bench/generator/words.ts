/** What generated articles are made of, in two languages. */
export interface Language {
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly places: readonly string[];
  readonly reasons: readonly string[];
  readonly saying: readonly string[];
  readonly headings: readonly string[];
}

const words = (list: string): string[] => list.split('|');

export const ENGLISH: Language = {
  subjects: words(
    'the night tram|every second bakery|a small power plant|the new ferry|our oldest library|most open models|the wage board|a rented field|the school kitchen|this harbour|the cheap battery|a village clinic|the water tax|half of the orchards|the paper mill|one closed model',
  ),
  verbs: words(
    'costs less than|will replace|cannot keep up with|depends on|has outgrown|pays for|slows down|is worth more than|should come before|hardly changes|competes with|makes up for|will never need|lags behind',
  ),
  objects: words(
    'the old timetable|imported grain|a second shift|rooftop panels|what people say of it|the winter reserve|two hundred jobs|private lessons|a longer contract|the bus to the coast|fresh bread|an honest price|more training data|the rent of a stall',
  ),
  places: words(
    'in the lower town|along the river|at the edge of the valley|on the islands|behind the station|in most provinces|around the lake|near the border',
  ),
  reasons: words(
    'because nobody counted the hours|since the price of copper fell|although the figures are old|while demand keeps growing|even if the weather turns|unless the council pays|as the survey of spring shows|now that the bridge is open',
  ),
  saying: words('said|told us|insisted|wrote in a letter|argued|repeated|warned|explained'),
  headings: words(
    'What it costs|A question of time|Who pays|Before the vote|Two answers|The next winter|Figures and doubts',
  ),
};

export const CHINESE: Language = {
  subjects: words(
    '夜班电车|新开的渡口|村里的诊所|多数开源模型|老图书馆|便宜的电池|学校食堂|这座港口|水费改革|半数果园|造纸厂|租来的田地|工资委员会|小型电站|某个闭源模型|街角的面包店',
  ),
  verbs: words(
    '比不上|迟早会取代|离不开|已经超过|养活了|拖慢了|远不如|应当先于|几乎没有改变|正在追赶|弥补了|再也不需要|胜过|依赖于',
  ),
  objects: words(
    '旧的时刻表|进口的粮食|第二个班次|屋顶上的光伏板|人们的说法|冬天的储备|两百个岗位|课外的辅导|更长的合同|去海边的班车|新鲜的面包|公道的价格|更多的训练数据|一个摊位的租金',
  ),
  places: words(
    '在下城区|沿河一带|在山谷边上|在几座岛上|车站后面|在大多数省份|环湖地区|靠近边界的地方',
  ),
  reasons: words(
    '因为没有人算过工时|铜价下跌以后|虽然数字已经过时|而需求还在增长|哪怕天气变坏|除非议会出钱|正如春天的调查所示|大桥通车之后',
  ),
  saying: words('说|告诉我们|坚持认为|在信里写道|反驳说|一再表示|警告说|解释说'),
  headings: words('代价|时间问题|谁来付钱|表决之前|两种回答|下一个冬天|数字与疑问'),
};

/** Parts of people's names, by language. */
export const NAMES = {
  english: {
    first: words(
      'Ada|Bram|Cora|Dov|Elin|Finn|Greta|Hugo|Ines|Jonas|Kira|Lars|Mina|Nils|Olga|Pavel|Rosa|Sven|Tilda|Yara',
    ),
    last: words(
      'Abel|Brook|Castell|Dahl|Elmer|Fairweather|Grau|Holm|Ibsley|Jarrow|Kessel|Lund|Marsh|Norrby|Oakes|Pell',
    ),
  },
  chinese: {
    last: words('陈|林|黄|周|吴|徐|孙|胡|朱|高|何|郭|马|罗|梁|宋'),
    first: words('一鸣|文静|子安|海涛|思远|雨晴|建国|小满|清源|若水|立夏|明月|长风|知行|春生|乐天'),
  },
} as const;

/** What topics are about, and in what respect. */
export const TOPICS = {
  things: words(
    'trams|bakeries|batteries|ferries|libraries|models|orchards|clinics|harbours|schools',
  ),
  respects: words('price|future|safety|jobs|fairness|speed'),
  thingsInChinese: words('电车|面包店|电池|渡轮|图书馆|模型|果园|诊所|港口|学校'),
  respectsInChinese: words('价格|前景|安全|就业|公平|速度'),
} as const;

export const SECTIONS = ['economy', 'energy', 'science', '城市', '教育', 'health'] as const;
export const CREATORS = [
  'Zhang San',
  'Li Si',
  'M. Keller',
  'A. Rossi',
  '王五',
  'K. Novak',
] as const;
export const TAGS = [
  'cost',
  'figures',
  'forecast',
  '电费',
  '就业',
  'to check',
  'second source',
] as const;
export const NOTES = [
  'Compare with last year.',
  'The figure is not in the report.\nAsked the press office.',
  '数字与报告不符。',
  'See also the **interview**:\n\n- it was longer\n- he said the opposite',
  '说得很含糊',
] as const;
