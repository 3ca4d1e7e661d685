/** Fitted by `test/attribution/train.ts`; in the order of the features. */
export const CHINESE_TURN_WEIGHTS: readonly number[] = [
  1.63, // always
  1.55, // same line: speaks right behind the quotation
  0.0, // same line: speaks elsewhere
  0.08, // same line: subject
  0.0, // same line: other
  -0.26, // same line: object
  0.78, // same line: only one named
  2.57, // line before opens: speaks
  1.02, // line before opens: subject
  1.29, // line before opens: named first
  1.07, // line before opens: named last
  -2.23, // line before opens: object
  0.33, // line before: speaks
  -0.35, // line before: subject
  -0.61, // line before: named first
  0.0, // line before: named last
  -0.15, // line before: object
  3.11, // line behind: speaks, begins it
  0.47, // line behind: begins it
  0.78, // line behind: speaks
  0.18, // line behind: named
  -0.76, // line behind: object
  -1.43, // line behind opens: named
  1.86, // line behind: heard
  0.27, // line behind: hears
  -1.79, // turn before: adjacent
  -0.8, // turn before: near
  1.42, // second turn before: adjacent
  0.33, // second turn before: near
  -0.7, // turn behind: adjacent
  0.36, // turn behind: near
  1.28, // second turn behind: adjacent
  0.85, // second turn behind: near
  -1.16, // named in it
  -1.12, // called in it
  1.05, // called in the turn before
  0.18, // called in the turn behind
  0.35, // named in the turn before
  -1.26, // named in the turn behind
  -0.24, // named before: log distance
  -0.76, // not named before
  -0.01, // named behind: log distance
  -0.44, // not named behind
  0.27, // how often near, log
  0.6, // nearest before
  0.66, // second nearest before
  0.19, // nearest behind
  -0.27, // nearest subject before
  1.14, // pronoun speaks: nearest subject before
  0.2, // pronoun speaks: nearest before
  1.47, // pronoun speaks: gender fits
  -1.93, // pronoun speaks: gender differs
  1.63, // known
  0.27, // how often in all, log
  0.0, // I speaks: narrator
  0.0, // I speaks: another
  0.0, // narrator
  0.42, // named twice before
  -1.57, // pronoun speaks: object
  -0.23, // turn before goes on
  0.39, // line before ends a turn: speaks
  -0.93, // line before ends a question: speaks
  -0.69, // pronoun speaks: turn before
];
