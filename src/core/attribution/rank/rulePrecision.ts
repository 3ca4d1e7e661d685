/** How often a rule is right, by naming, and in how many cases: `test/attribution/calibrate.ts`. */
export const RULE_PRECISION: Readonly<Record<string, number>> = {
  aboveSubject: 0.29,
  'aboveSubject description': 0.16, // 3
  'aboveSubject name': 0.23, // 1
  according: 0.92,
  'according bare': 0.95, // 3
  'according description': 0.97, // 8
  'according name': 0.98, // 17
  'according pronoun': 0.78, // 2
  afterQuotation: 0.83,
  'afterQuotation leftOut': 0.89, // 2
  'afterQuotation name': 0.89, // 2
  'afterQuotation pronoun': 0.89, // 2
  announced: 0.86,
  'announced name': 0.88, // 18
  'announced pronoun': 0.93, // 4
  answer: 0.8,
  'answer name': 0.83, // 24
  author: 0.85,
  'author self': 0.86, // 79
  authorBeside: 0.11,
  'authorBeside self': 0.11, // 389
  authorHeading: 0.45,
  'authorHeading self': 0.43, // 28
  authorInSentence: 0.2,
  authorQuotes: 0.01,
  'authorQuotes self': 0.0, // 250
  beforeComment: 0.29,
  'beforeComment leftOut': 0.19, // 2
  'beforeComment name': 0.19, // 2
  beforeQuotation: 0.93,
  'beforeQuotation description': 0.98, // 7
  'beforeQuotation leftOut': 0.73, // 8
  'beforeQuotation name': 0.98, // 54
  'beforeQuotation pronoun': 0.92, // 25
  behindFar: 0.82,
  'behindFar leftOut': 0.55, // 2
  'behindFar name': 0.96, // 15
  behindQuotation: 0.97,
  'behindQuotation bare': 0.97, // 1
  'behindQuotation description': 0.98, // 4
  'behindQuotation name': 0.98, // 29
  'behindQuotation pronoun': 0.98, // 13
  behindQuotationGoesOn: 0.89,
  'behindQuotationGoesOn name': 0.91, // 1
  'behindQuotationGoesOn pronoun': 0.97, // 10
  belowHeading: 0.53,
  'belowHeading description': 0.43, // 1
  'belowHeading name': 0.52, // 31
  'belowHeading pronoun': 0.69, // 2
  colon: 0.83,
  'colon name': 0.92, // 5
  'colon pronoun': 0.88, // 2
  endOfSentence: 0.72,
  'endOfSentence name': 0.81, // 2
  essay: 0.92,
  'essay self': 0.95, // 44
  freeQuotation: 0.85,
  'freeQuotation description': 0.53, // 8
  'freeQuotation leftOut': 0.93, // 4
  'freeQuotation name': 0.96, // 38
  'freeQuotation pronoun': 0.84, // 12
  inPassage: 0.66,
  'inPassage leftOut': 0.61, // 2
  'inPassage name': 0.58, // 4
  'inPassage pronoun': 0.83, // 4
  label: 0.79,
  'label name': 0.89, // 4
  list: 0.9,
  'list name': 0.94, // 34
  paragraphBefore: 0.29,
  'paragraphBefore bare': 0.14, // 4
  'paragraphBefore description': 0.04, // 22
  'paragraphBefore leftOut': 0.2, // 22
  'paragraphBefore name': 0.34, // 189
  'paragraphBefore pronoun': 0.22, // 55
  'paragraphBefore self': 0.52, // 2
  quotationAfterParagraph: 0.95,
  'quotationAfterParagraph name': 0.98, // 28
  record: 0.86,
  'record name': 0.87, // 94
  sameSentence: 0.96,
  'sameSentence bare': 0.98, // 4
  'sameSentence description': 0.98, // 57
  'sameSentence leftOut': 0.95, // 36
  'sameSentence name': 0.98, // 229
  'sameSentence pronoun': 0.87, // 64
  'sameSentence self': 0.98, // 10
  sentenceBefore: 0.68,
  'sentenceBefore bare': 0.53, // 3
  'sentenceBefore description': 0.38, // 19
  'sentenceBefore leftOut': 0.47, // 6
  'sentenceBefore name': 0.8, // 69
  'sentenceBefore pronoun': 0.87, // 6
  'sentenceBefore self': 0.67, // 6
  sentenceBeforeInItem: 0.76,
  sentencesBefore: 0.72,
  'sentencesBefore name': 0.81, // 2
  subjectBefore: 0.83,
  'subjectBefore name': 0.87, // 24
  subjectBehind: 0.74,
  'subjectBehind name': 0.87, // 4
  'subjectBehind pronoun': 0.69, // 6
  title: 0.85,
  'title name': 0.89, // 20
  turn: 0.88,
  'turn name': 0.89, // 90
  turnBeside: 0.12,
  turnQuotes: 0.85,
  'turnQuotes description': 0.91, // 3
  'turnQuotes name': 0.92, // 4
  turnReports: 0.91,
  'turnReports description': 0.97, // 8
  'turnReports name': 0.96, // 6
};
