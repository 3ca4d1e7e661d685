/** Statements, with others that say the same and others that only look like it. */
export interface StatementCase {
  readonly text: string;
  readonly same: readonly string[];
  readonly other: readonly string[];
}

export const STATEMENTS: readonly StatementCase[] = [
  {
    text: '城东的老桥撑不过三年，必须在明年开工重建。',
    same: [
      '城东的老桥撑不过3年,必须在明年开工重建',
      '“城东的老橋撐不過三年，必須在明年開工重建”',
      '城东的老桥撑不过三年',
      '城东的老桥撑不过三年，应当在明年开工重建。',
    ],
    other: [
      '城东的老桥撑不过五年，必须在明年开工重建。',
      '城东的老桥撑不过三年，不必在明年开工重建。',
      '城西的老桥撑不过三年，必须在明年开工重建。',
      '修桥的钱要从地铁的预算里出。',
    ],
  },
  {
    text: '新校舍的造价比原计划增加了百分之二十，责任在施工方。',
    same: [
      '新校舍的造价比原计划增加了20%，责任在施工方',
      '他说，新校舍的造价比原计划增加了 20 %，责任在施工方。',
    ],
    other: [
      '新校舍的造价比原计划减少了百分之二十，责任在施工方。',
      '新校舍的造价比原计划增加了百分之三十，责任在施工方。',
      '新校舍的造价比原计划增加了百分之二十，责任不在施工方。',
    ],
  },
  {
    text: '北京的空气质量已经超过上海。',
    same: ['北京的空气质量已经超过上海', '北京的空气质量，已超过上海。'],
    other: ['上海的空气质量已经超过北京。', '北京的空气质量已经超过广州。'],
  },
  {
    text: 'The mayor’s plan will cost $3 million and create two hundred jobs in the harbour.',
    same: [
      "The mayor's plan will cost 3,000,000 dollars and create two hundred jobs in the harbour",
      'the mayor’s plan will cost $3 million',
      '“The mayor’s plan would cost $3 million, and create two hundred jobs in the harbor.”',
    ],
    other: [
      'The mayor’s plan will cost $4 million and create two hundred jobs in the harbour.',
      'The mayor’s plan won’t cost $3 million or create two hundred jobs in the harbour.',
      'The governor’s old plan for the harbour was drawn by three architects.',
    ],
  },
  {
    text: 'Senator Alvarez voted against the ferry bill because it raised fares for islanders.',
    same: ['Alvarez voted against the ferry bill because it raised fares for islanders'],
    other: [
      'Senator Kimura voted against the ferry bill because it raised fares for islanders.',
      'Senator Alvarez voted for the ferry bill because it raised fares for islanders.',
      'Senator Alvarez voted against the ferry bill because it lowered fares for islanders.',
    ],
  },
  {
    text: 'We are not going to close the library, whatever the council decides.',
    same: ['We’re not going to close the library, whatever the Council decides'],
    other: ['We are going to close the library, whatever the council decides.'],
  },
];
