/** Fitted by `test/attribution/train.ts`; in the order of the features. */
export const ENGLISH_TURN_WEIGHTS: readonly number[] = [
  -1.07, // always
  2.44, // same line: speaks right behind the quotation
  0.0, // same line: speaks before the quotation
  0.65, // same line: speaks elsewhere
  -0.03, // same line: subject
  0.28, // same line: other
  -0.07, // same line: object
  2.38, // same line: only one named
  0.18, // line before opens: speaks
  0.33, // line before opens: subject
  0.8, // line before opens: named first
  1.48, // line before opens: named last
  0.56, // line before opens: object
  -0.13, // line before: speaks
  -0.17, // line before: subject
  0.01, // line before: named first
  0.91, // line before: named last
  -0.11, // line before: object
  -0.21, // line behind: speaks, begins it
  -0.23, // line behind: begins it
  0.54, // line behind: speaks
  0.57, // line behind: named
  -0.13, // line behind: object
  -0.08, // line behind opens: named
  -1.08, // turn before: adjacent
  0.58, // turn before: near
  1.27, // second turn before: adjacent
  -0.37, // second turn before: near
  -0.54, // turn behind: adjacent
  0.07, // turn behind: near
  1.61, // second turn behind: adjacent
  0.04, // second turn behind: near
  -0.91, // named in it
  -1.15, // called in it
  2.15, // called in the turn before
  0.36, // called in the turn behind
  0.09, // named in the turn before
  -0.18, // named in the turn behind
  -0.13, // named before: log distance
  -1.07, // not named before
  -0.33, // named behind: log distance
  -1.9, // not named behind
  -0.32, // how often near, log
  0.9, // nearest before
  0.21, // second nearest before
  0.08, // nearest behind
  0.24, // nearest subject before
  0.36, // pronoun speaks: nearest subject before
  -0.06, // pronoun speaks: nearest before
  1.09, // pronoun speaks: gender fits
  -1.42, // pronoun speaks: gender differs
  1.99, // known
  0.2, // how often in all, log
  0.68, // I speaks: narrator
  -1.84, // I speaks: another
  1.96, // narrator
  -0.12, // named twice before
  -0.73, // pronoun speaks: object
  0.0, // turn before goes on
];
