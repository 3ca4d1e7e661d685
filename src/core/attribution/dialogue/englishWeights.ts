/** Fitted by `test/attribution/train.ts`; in the order of the features. */
export const ENGLISH_TURN_WEIGHTS: readonly number[] = [
  -1.07, // always
  2.43, // same line: speaks right behind the quotation
  0.64, // same line: speaks elsewhere
  -0.01, // same line: subject
  0.28, // same line: other
  -0.03, // same line: object
  2.4, // same line: only one named
  0.18, // line before opens: speaks
  0.3, // line before opens: subject
  0.77, // line before opens: named first
  1.48, // line before opens: named last
  0.58, // line before opens: object
  -0.13, // line before: speaks
  -0.16, // line before: subject
  0.01, // line before: named first
  0.91, // line before: named last
  -0.11, // line before: object
  -0.28, // line behind: speaks, begins it
  -0.22, // line behind: begins it
  0.53, // line behind: speaks
  0.57, // line behind: named
  -0.12, // line behind: object
  -0.08, // line behind opens: named
  0.0, // line behind: heard
  0.0, // line behind: hears
  -1.07, // turn before: adjacent
  0.49, // turn before: near
  1.26, // second turn before: adjacent
  -0.37, // second turn before: near
  -0.54, // turn behind: adjacent
  0.08, // turn behind: near
  1.62, // second turn behind: adjacent
  0.08, // second turn behind: near
  -0.9, // named in it
  -1.14, // called in it
  2.16, // called in the turn before
  0.37, // called in the turn behind
  0.1, // named in the turn before
  -0.17, // named in the turn behind
  -0.12, // named before: log distance
  -1.04, // not named before
  -0.33, // named behind: log distance
  -1.9, // not named behind
  -0.33, // how often near, log
  0.95, // nearest before
  0.28, // second nearest before
  0.1, // nearest behind
  0.25, // nearest subject before
  0.31, // pronoun speaks: nearest subject before
  -0.09, // pronoun speaks: nearest before
  1.08, // pronoun speaks: gender fits
  -1.42, // pronoun speaks: gender differs
  2.0, // known
  0.19, // how often in all, log
  0.69, // I speaks: narrator
  -1.85, // I speaks: another
  1.94, // narrator
  -0.15, // named twice before
  -0.74, // pronoun speaks: object
  0.0, // turn before goes on
  -0.03, // line before ends a turn: speaks
  0.0, // line before ends a question: speaks
  0.22, // pronoun speaks: turn before
];
