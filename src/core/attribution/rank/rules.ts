/** How often the rules for Chinese reports were right; `docs/attribution.md` says on what. */
export const PRECISION = {
  /** `“…”X说。` */
  behindQuotation: 0.97,
  /** `“…”X称，…`: it may go on with other words. */
  behindQuotationGoesOn: 0.88,
  /** `X说：“…”` */
  beforeQuotation: 0.97,
  /** Earlier in the sentence. */
  sameSentence: 0.95,
  /** `…，X这样认为。` */
  endOfSentence: 0.9,
  /** The passage names who says it. */
  inPassage: 0.92,
  /** `X说…。“…”` */
  freeQuotation: 0.92,
  /** The sentence before it, or one further back in the paragraph. */
  sentenceBefore: 0.86,
  sentencesBefore: 0.78,
  /** A quotation that begins a paragraph, after a paragraph in which X speaks. */
  quotationAfterParagraph: 0.85,
  /** A transcript's label, a record's speaker, who introduces a list. */
  turn: 0.96,
  answer: 0.94,
  record: 0.93,
  list: 0.88,
  /** `X：…` in a title; who speaks below a heading, or most in the article. */
  title: 0.95,
  belowHeading: 0.7,
  mostOfAll: 0.55,
  paragraphBefore: 0.35,
  author: 0.6,
  authorSaysI: 0.85,
  named: 0.3,
} as const;

export type Rule = keyof typeof PRECISION;
