/** Fitted by `test/attribution/train.ts`; in the order of the features. */
export const CHINESE_TURN_WEIGHTS: readonly number[] = [
  1.61, // always
  1.09, // same line: speaks right behind the quotation
  0.0, // same line: speaks before the quotation
  0.0, // same line: speaks elsewhere
  0.42, // same line: subject
  0.0, // same line: other
  -0.3, // same line: object
  0.6, // same line: only one named
  2.21, // line before opens: speaks
  1.02, // line before opens: subject
  0.62, // line before opens: named first
  1.59, // line before opens: named last
  -1.77, // line before opens: object
  0.31, // line before: speaks
  -0.21, // line before: subject
  -0.68, // line before: named first
  -0.12, // line before: named last
  -0.2, // line before: object
  3.2, // line behind: speaks, begins it
  0.37, // line behind: begins it
  0.44, // line behind: speaks
  0.65, // line behind: named
  -0.44, // line behind: object
  -1.47, // line behind opens: named
  -1.69, // turn before: adjacent
  -1.02, // turn before: near
  1.42, // second turn before: adjacent
  0.59, // second turn before: near
  -1.01, // turn behind: adjacent
  -0.04, // turn behind: near
  1.27, // second turn behind: adjacent
  0.46, // second turn behind: near
  -1.35, // named in it
  -1.01, // called in it
  1.28, // called in the turn before
  0.16, // called in the turn behind
  0.4, // named in the turn before
  -1.54, // named in the turn behind
  -0.31, // named before: log distance
  -0.91, // not named before
  0.16, // named behind: log distance
  -0.27, // not named behind
  0.31, // how often near, log
  0.55, // nearest before
  0.6, // second nearest before
  0.35, // nearest behind
  -0.12, // nearest subject before
  0.79, // pronoun speaks: nearest subject before
  0.2, // pronoun speaks: nearest before
  1.45, // pronoun speaks: gender fits
  -1.42, // pronoun speaks: gender differs
  1.61, // known
  0.31, // how often in all, log
  0.0, // I speaks: narrator
  0.0, // I speaks: another
  0.0, // narrator
  0.46, // named twice before
  -1.61, // pronoun speaks: object
  0.04, // turn before goes on
];
