/** Fitted by `test/attribution/train.ts`; in the order of the features. */
export const CHINESE_TURN_WEIGHTS: readonly number[] = [
  1.66, // always
  1.54, // same line: speaks right behind the quotation
  0.0, // same line: speaks elsewhere
  0.07, // same line: subject
  0.0, // same line: other
  -0.24, // same line: object
  0.79, // same line: only one named
  2.16, // line before opens: speaks
  1.06, // line before opens: subject
  1.14, // line before opens: named first
  1.29, // line before opens: named last
  -2.04, // line before opens: object
  0.25, // line before: speaks
  -0.31, // line before: subject
  -0.62, // line before: named first
  -0.01, // line before: named last
  -0.14, // line before: object
  3.08, // line behind: speaks, begins it
  0.47, // line behind: begins it
  0.73, // line behind: speaks
  0.36, // line behind: named
  -0.66, // line behind: object
  -1.57, // line behind opens: named
  1.9, // line behind: heard
  0.18, // line behind: hears
  -1.67, // turn before: adjacent
  -1.02, // turn before: near
  1.33, // second turn before: adjacent
  0.4, // second turn before: near
  -0.71, // turn behind: adjacent
  0.21, // turn behind: near
  1.25, // second turn behind: adjacent
  0.56, // second turn behind: near
  -1.18, // named in it
  -1.16, // called in it
  1.07, // called in the turn before
  0.16, // called in the turn behind
  0.29, // named in the turn before
  -1.34, // named in the turn behind
  -0.26, // named before: log distance
  -0.79, // not named before
  0.01, // named behind: log distance
  -0.38, // not named behind
  0.29, // how often near, log
  0.58, // nearest before
  0.61, // second nearest before
  0.19, // nearest behind
  -0.19, // nearest subject before
  1.0, // pronoun speaks: nearest subject before
  0.14, // pronoun speaks: nearest before
  1.44, // pronoun speaks: gender fits
  -1.96, // pronoun speaks: gender differs
  1.66, // known
  0.29, // how often in all, log
  0.0, // I speaks: narrator
  0.0, // I speaks: another
  0.0, // narrator
  0.33, // named twice before
  -1.66, // pronoun speaks: object
  -0.21, // turn before goes on
];
