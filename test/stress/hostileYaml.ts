import { GOOD, HEAD, many, numbered, REPEATED, type Maker } from './hostileRepetitions';

/** Texts that make a YAML reader slow, deep or wordy, each in any length. */
export const SLOW_YAML: ReadonlyMap<string, Maker> = new Map([
  ...REPEATED,
  [
    'keys of one item',
    (length) => `${HEAD}${GOOD}  - id: a\n${numbered((i) => `    k${i}: 1\n`, length)}`,
  ],
  ['keys in braces', (length) => `${HEAD}${GOOD}  - {${numbered((i) => `k${i}: 1, `, length)}}\n`],
  ['keys at the top', (length) => `${HEAD}${GOOD}${numbered((i) => `k${i}: 1\n`, length)}`],
  [
    'a key over and over in one item',
    (length) => `${HEAD}${GOOD}  - id: a\n${many('    k: 1\n', length)}`,
  ],
  ['a set', (length) => `${HEAD}${GOOD}  - x: !!set {${numbered((i) => `k${i}, `, length)}}\n`],
  [
    'an ordered map',
    (length) => `${HEAD}${GOOD}  - x: !!omap [${numbered((i) => `k${i}: 1, `, length)}]\n`,
  ],
  ['anchors', (length) => HEAD + numbered((i) => `  - &a${i} x\n`, length)],
  ['anchors and aliases', (length) => HEAD + numbered((i) => `  - &a${i} x\n  - *a${i}\n`, length)],
  ['aliases to one value', (length) => `x: &a [1, 2]\n${HEAD}  - [${many('*a, ', length)}]\n`],
  [
    'aliases to a large value',
    (length) => `x: &a [${many('1, ', length / 2)}]\n${HEAD}${many('  - *a\n', length / 2)}`,
  ],
  [
    'aliases in aliases',
    (length) =>
      `l0: &l0 boom\n${numbered((i) => `l${i + 1}: &l${i + 1} [${many(`*l${i}, `, 64)}]\n`, length)}${HEAD}${GOOD}  - *l99\n`,
  ],
  ['tags', (length) => HEAD + numbered((i) => `  - !t${i} x\n`, length)],
  ['tags of mappings', (length) => HEAD + numbered((i) => `  - !t${i} {a: b}\n`, length)],
  [
    'tag directives',
    (length) =>
      `${numbered((i) => `%TAG !a${i}! b\n`, length / 2)}---\n${HEAD}${many('  - !a1!x y\n', length / 2)}`,
  ],
  [
    'deeper and deeper',
    (length) => {
      let text = '';
      for (let i = 0; text.length < length; i++) text += `${' '.repeat(i)}a:\n`;
      return text;
    },
  ],
  [
    'deeper and deeper, then back',
    (length) => {
      let text = '';
      for (let i = 0; text.length < length / 2; i++) text += `${' '.repeat(i)}a:\n`;
      return text + many('b: 1\n', length / 2);
    },
  ],
  [
    'deep lists one after the other',
    (length) => HEAD + many(`  - ${'['.repeat(400)}${']'.repeat(400)}\n`, length),
  ],
  [
    'empty lines, then comments',
    (length) =>
      `${HEAD}  - a: 1\n    b:\n${many('\n', length / 2)}${many('      # c\n', length / 2)}      - x\n`,
  ],
  [
    'a quotation mark that is missing in the first of many items',
    (length) => `${HEAD}  - id: "a\n${many(GOOD, length)}`,
  ],
  [
    'a quotation mark that is missing in the last of many items',
    (length) => `${HEAD}${many(GOOD, length)}  - id: "a\n`,
  ],
  [
    'a document’s end amid many items',
    (length) => `${HEAD}${many(GOOD, length / 2)}...\n${many(GOOD, length / 2)}`,
  ],
  [
    'an anchor amid many items',
    (length) => `${HEAD}${many(GOOD, length / 2)}  - &a b\n${many(GOOD, length / 2)}`,
  ],
  ['items that are too shallow', (length) => `${HEAD}${many('  - a\n - b\n', length)}`],
  ['items that are too deep', (length) => `${HEAD}${many('   - a\n  - b\n', length)}`],
  ['one id over and over', (length) => HEAD + many(GOOD, length)],
  ['broken items', (length) => HEAD + many('  - id: a\n', length)],
  [
    'a million wrong values',
    (length) =>
      `${HEAD}${GOOD}  - {id: a, role: claim, passages: [{exact: x}], tags: [${many('[],', length)}]}\n`,
  ],
  [
    'wrong passages',
    (length) => `${HEAD}${GOOD}  - {id: a, role: claim, passages: [${many('1,', length)}]}\n`,
  ],
  [
    'wrong article data',
    (length) =>
      `version: 1\narticle: {${numbered((i) => `k${i}: 1, `, length)}, title: []}\nannotations:\n${GOOD}`,
  ],
  [
    'JSON',
    (length) =>
      `{"version":1,"annotations":[${many('{"id":"a","role":"claim","passages":[{"exact":"x","start":1}]},', length)}{}]}`,
  ],
  [
    'ordinary items',
    (length) =>
      HEAD +
      numbered(
        (i) =>
          `  - id: a${i}\n    role: claim\n    speaker: 李彦宏\n    passages:\n      - exact: 开源模型其实是一种智商税\n        prefix: 进行了一次圆桌访谈，谈到了 “\n        suffix: ”。\n        start: 760\n        end: 772\n`,
        length,
      ),
  ],
  [
    'speakers',
    (length) =>
      `version: 1\nspeakers:\n${numbered((i) => `  - {name: 甲${i}, aliases: [乙${i}]}\n`, length)}`,
  ],
  [
    'one speaker over and over',
    (length) => `version: 1\nspeakers:\n${many('  - name: 甲\n', length)}`,
  ],
  [
    'aliases of one speaker',
    (length) =>
      `version: 1\nspeakers:\n  - name: 甲\n    aliases: [${numbered((i) => `a${i}, `, length)}]\n`,
  ],
  [
    'a huge name',
    (length) =>
      `version: 1\nspeakers:\n  - name: ${many('甲', length / 2)}\n  - name: ${many('甲', length / 2)}\n`,
  ],
  [
    'a huge id, twice',
    (length) =>
      `${HEAD}${many(`  - id: ${many('a', length / 2)}\n    role: claim\n    passages: [{exact: x}]\n`, length)}`,
  ],
]);

/** Those of them that are tried in the largest size, too. */
export const HUGE_YAML = [
  '"a" in an item',
  '"\\\\q" in a note',
  '"甲" alone',
  'lines "\\n"',
  'lines "今天下雨，明天晴。\\n" in a block',
  'lines "\\n" behind the list',
  '"[" alone',
  '"- " alone',
  'JSON',
  'an anchor amid many items',
  'a quotation mark that is missing in the first of many items',
  'ordinary items',
] as const;
