/** Fitted by `fit` of the evaluation; in the order of the features. */
export const REPORT_WEIGHTS: readonly number[] = [
  0.91, // always
  3.32, // before: X says (that)
  -0.5, // before: X says, plain verb
  3.88, // before: X, …, says (that)
  2.95, // before: X tells Y (that)
  2.19, // before: X … says …
  1.91, // before: no verb, same sentence
  1.41, // before: X’s statement
  -0.26, // before: statement of X
  -0.8, // before: X whose words begin right there
  0.66, // before: phrases between, one
  0.35, // before: phrases between, more
  -0.14, // before: a clause begins between
  -0.82, // before: log distance
  4.04, // after: said X
  2.33, // after: X said
  2.58, // after: X, …, said
  1.25, // after: X … said
  1.53, // after: other
  0.16, // after: phrases between, one
  -1.06, // after: phrases between, more
  -0.69, // after: log distance
  3.52, // according to X
  -0.85, // behind a preposition
  -1.05, // behind an attributing verb
  1.26, // behind “by” or “from”
  1.26, // begins a sentence
  0.01, // behind a conjunction
  0.72, // behind a comma
  0.0, // behind a relative or infinitive “to”
  -3.66, // sentence before
  -1.04, // sentence before, and speaks there
  -4.21, // two sentences before or more
  -0.1, // two sentences before, and speaks there
  -4.15, // sentence after
  0.85, // sentence after, and speaks there
  -2.12, // in another paragraph
  1.79, // he or she
  -0.25, // they
  0.03, // I or we
  -0.91, // you or it
  1.59, // who
  1.2, // name: known
  0.58, // name: person of the article
  -0.81, // name: other
  0.14, // noun: person
  -0.36, // noun: organisation
  -0.18, // noun: document
  -1.42, // noun: other
  0.51, // noun: statement itself
  0.58, // other noun × strong pattern
  -2.13, // in a quotation
  0.54, // comma behind the passage × before
  -0.95, // comma behind the passage × after
  0.0, // passage begins its sentence × before
  0.29, // quoted × pronoun
  0.04, // indefinite
  -1.4, // owner of the next word
  0.58, // first phrase of its sentence
  0.46, // subject of the nearest verb
  0.01, // possessive pronoun
];
