/** Measured by `test/attribution/calibrate.ts`: how often a rule is right, by naming; how many cases. */
export const RULE_PRECISION: Readonly<Record<string, number>> = {
  aboveSubject: 0.29,
  'aboveSubject description': 0.17, // 3
  'aboveSubject name': 0.23, // 1
  according: 0.92,
  'according bare': 0.95, // 3
  'according description': 0.97, // 7
  'according name': 0.98, // 16
  'according pronoun': 0.78, // 2
  afterQuotation: 0.79,
  'afterQuotation name': 0.86, // 2
  'afterQuotation pronoun': 0.86, // 2
  announced: 0.86,
  'announced name': 0.88, // 18
  'announced pronoun': 0.93, // 4
  answer: 0.8,
  'answer name': 0.83, // 24
  author: 0.63,
  'author self': 0.63, // 98
  authorBeside: 0.12,
  'authorBeside self': 0.11, // 290
  authorQuotes: 0.01,
  'authorQuotes self': 0.0, // 226
  beforeComment: 0.29,
  'beforeComment leftOut': 0.2, // 2
  'beforeComment name': 0.2, // 2
  beforeQuotation: 0.95,
  'beforeQuotation description': 0.98, // 7
  'beforeQuotation leftOut': 0.88, // 6
  'beforeQuotation name': 1.0, // 46
  'beforeQuotation pronoun': 0.92, // 25
  behindFar: 0.74,
  'behindFar leftOut': 0.49, // 2
  'behindFar name': 0.91, // 8
  behindQuotation: 0.97,
  'behindQuotation bare': 0.97, // 1
  'behindQuotation description': 0.98, // 3
  'behindQuotation name': 1.0, // 27
  'behindQuotation pronoun': 0.99, // 13
  behindQuotationGoesOn: 0.85,
  'behindQuotationGoesOn name': 0.88, // 1
  'behindQuotationGoesOn pronoun': 0.94, // 6
  belowHeading: 0.54,
  'belowHeading description': 0.43, // 1
  'belowHeading name': 0.52, // 31
  'belowHeading pronoun': 0.69, // 2
  endOfSentence: 0.72,
  'endOfSentence name': 0.82, // 2
  essay: 0.76,
  'essay self': 0.77, // 52
  essayBeside: 0.41,
  'essayBeside self': 0.4, // 60
  freeQuotation: 0.9,
  'freeQuotation description': 0.73, // 5
  'freeQuotation name': 0.99, // 37
  'freeQuotation pronoun': 0.8, // 8
  inPassage: 0.83,
  'inPassage name': 0.89, // 2
  'inPassage pronoun': 0.92, // 4
  label: 0.79,
  'label name': 0.9, // 4
  list: 0.9,
  'list name': 0.94, // 34
  paragraphBefore: 0.32,
  'paragraphBefore bare': 0.16, // 4
  'paragraphBefore description': 0.06, // 19
  'paragraphBefore leftOut': 0.29, // 14
  'paragraphBefore name': 0.39, // 162
  'paragraphBefore pronoun': 0.22, // 47
  'paragraphBefore self': 0.55, // 2
  quotationAfterParagraph: 0.93,
  'quotationAfterParagraph name': 0.99, // 46
  'quotationAfterParagraph pronoun': 0.72, // 4
  record: 0.86,
  'record name': 0.87, // 80
  sameSentence: 0.95,
  'sameSentence bare': 0.98, // 4
  'sameSentence description': 1.0, // 47
  'sameSentence leftOut': 0.93, // 26
  'sameSentence name': 0.98, // 200
  'sameSentence pronoun': 0.85, // 56
  'sameSentence self': 0.99, // 10
  sentenceBefore: 0.69,
  'sentenceBefore bare': 0.54, // 3
  'sentenceBefore description': 0.32, // 17
  'sentenceBefore leftOut': 0.6, // 4
  'sentenceBefore name': 0.82, // 63
  'sentenceBefore pronoun': 0.88, // 6
  'sentenceBefore self': 0.68, // 6
  sentencesBefore: 0.72,
  'sentencesBefore name': 0.82, // 2
  subjectBefore: 0.77,
  'subjectBefore name': 0.8, // 16
  subjectBehind: 0.7,
  'subjectBehind name': 0.8, // 2
  'subjectBehind pronoun': 0.68, // 6
  title: 0.85,
  'title name': 0.89, // 20
  turn: 0.88,
  'turn name': 0.89, // 90
  turnQuotes: 0.85,
  'turnQuotes description': 0.91, // 3
  'turnQuotes name': 0.92, // 4
  turnReports: 0.91,
  'turnReports description': 0.97, // 8
  'turnReports name': 0.96, // 6
};
