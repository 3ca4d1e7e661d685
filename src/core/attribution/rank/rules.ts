import { ON_NEW_TEXTS } from './newTexts';
import { RULE_PRECISION } from './rulePrecision';

/** How a Chinese passage was attributed; `docs/attribution.md` explains them. */
export type Rule =
  | 'behindQuotation'
  | 'behindQuotationGoesOn'
  | 'behindFar'
  | 'beforeQuotation'
  | 'sameSentence'
  | 'colon'
  | 'beforeComment'
  | 'according'
  | 'endOfSentence'
  | 'inPassage'
  | 'freeQuotation'
  | 'beyondSubject'
  | 'subjectBehind'
  | 'subjectBefore'
  | 'sentenceBefore'
  | 'sentenceBeforeInItem'
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
  | 'turnBeside'
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

/** What was counted on texts whose errors were mended since is worth so many cases on new ones. */
const WORTH = 10;
/** A pronoun that means somebody of an earlier paragraph, where nothing else was counted. */
const FAR = 0.15;

/** How often a rule is right on new texts, for the way in which it names the speaker. */
export function precisionOf(rule: Rule, naming: string): number {
  const key = `${rule} ${naming}`;
  const known =
    RULE_PRECISION[key] ?? (naming === 'farPronoun' ? FAR : (RULE_PRECISION[rule] ?? 0));
  const [right, count] = ON_NEW_TEXTS[key] ?? [0, 0];
  return (right + WORTH * known) / (count + WORTH);
}
