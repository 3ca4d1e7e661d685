import { RULE_PRECISION } from './rulePrecision';

/** How a Chinese passage was attributed; `docs/attribution.md` explains them. */
export type Rule =
  | 'behindQuotation'
  | 'behindQuotationGoesOn'
  | 'behindFar'
  | 'beforeQuotation'
  | 'sameSentence'
  | 'beforeComment'
  | 'according'
  | 'endOfSentence'
  | 'inPassage'
  | 'freeQuotation'
  | 'beyondSubject'
  | 'subjectBehind'
  | 'subjectBefore'
  | 'sentenceBefore'
  | 'sentencesBefore'
  | 'afterQuotation'
  | 'announced'
  | 'aboveSubject'
  | 'quotationAfterParagraph'
  | 'paragraphBefore'
  | 'turn'
  | 'answer'
  | 'record'
  | 'list'
  | 'label'
  | 'belowLabel'
  | 'turnQuotes'
  | 'turnReports'
  | 'title'
  | 'belowHeading'
  | 'mostOfAll'
  | 'author'
  | 'authorInSentence'
  | 'authorBeside'
  | 'authorQuotes'
  | 'authorHeading'
  | 'authorSaysI'
  | 'essay';

/** How often a rule was right, for the way in which it names the speaker. */
export function precisionOf(rule: Rule, naming: string): number {
  return RULE_PRECISION[`${rule} ${naming}`] ?? RULE_PRECISION[rule] ?? 0;
}
