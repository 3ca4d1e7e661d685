import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotationsOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { readSidecarQuickly } from '../../../../src/core/sidecar/readQuickly';

/**
 * Asserts that whatever the quick reader says, the careful one says too, and has nothing to add.
 *
 * @returns whether the quick one says anything
 */
export function assertReadsAlike(text: string): boolean {
  const quick = readSidecarQuickly(text);
  if (quick === undefined) return false;
  const file = readSidecar(text);
  const shown = JSON.stringify(text);
  assert.deepEqual(file.problems, [], shown);
  assert.equal(file.refusal, undefined, shown);
  assert.equal(file.hasAnchors, false, shown);
  const annotations = annotationsOf(file);
  let [line, at] = [0, 0];
  const lines = file.entries.map(({ block }) => {
    line += text.slice(at, block.start).split('\n').length - 1;
    at = block.start;
    return line;
  });
  assert.deepEqual(quick, { article: file.article, annotations, lines }, shown);
  // The order of keys, too.
  assert.equal(
    JSON.stringify([quick.article, quick.annotations]),
    JSON.stringify([file.article, annotations]),
    shown,
  );
  return true;
}

const ENTRY = '    role: claim\n    passages: [{exact: x}]\n';

/** What stands in for a value, a key or some lines, in each place that a sidecar has for it. */
export const PLACES: readonly ((piece: string) => string)[] = [
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    note: ${piece}\n`,
  (piece) =>
    `version: 1\nannotations:\n  - id: a1\n${ENTRY}    other: ${piece}\n  - id: b1\n${ENTRY}`,
  (piece) =>
    `version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: ${piece}}]\n    tags: [x]\n`,
  (piece) =>
    `version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x, start: ${piece}}]\n    dateInferred: ${piece}`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    date: ${piece}\n`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    quoteType: ${piece}\n`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    tags: [${piece}]\n`,
  (piece) =>
    `version: 1\nannotations:\n  - id: a1\n${ENTRY}    tags:\n      - ${piece}\n      - b\n`,
  (piece) =>
    `version: 1\nannotations:\n  - id: a1\n${ENTRY}    conflicts:\n      - {field: note, theirs: ${piece}}\n`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    ${piece}: b\n`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    ? ${piece}\n    : b\n`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    creator: "${piece}"\n`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}    creator: '${piece}'\n`,
  (piece) =>
    `version: 1\nannotations:\n  - id: a1\n    note: |\n      ${piece}\n    cue: >-\n      ${piece}\n${ENTRY}`,
  (piece) => `version: 1\nannotations:\n  - id: ${piece}\n${ENTRY}`,
  (piece) => `version: ${piece}\nannotations: []\n`,
  (piece) => `version: 1\narticle: ${piece}\nannotations:\n  - id: a1\n${ENTRY}`,
  (piece) => `version: 1\narticle:\n  title: ${piece}\nother: ${piece}\nannotations: []\n`,
  (piece) => `${piece}version: 1\nannotations:\n  - id: a1\n${ENTRY}`,
  (piece) => `version: 1\nannotations:${piece}\n  - id: a1\n${ENTRY}`,
  (piece) => `version: 1\nannotations: ${piece}`,
  (piece) => `version: 1\nannotations:\n  -${piece} id: a1\n${ENTRY}`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}${piece}`,
  (piece) => `version: 1\nannotations:\n  - id: a1\n${ENTRY}${piece}  - id: b1\n${ENTRY}`,
];

/** What values are written with; in a row, nearly always something odd. */
const TOKENS =
  'a|b c|中文|1|-0|.5|0x1|1e3|true|null|~|2024-01-02| |  |: |:|, |- |-|? |[|]|{|}|"|\'|>|>+|>-\n      |#| #|\\|\\n|\\x41|\\u4e2d|\\U0001F600|\\/|\\\n|%|@|`|&a |*a|!|!!str |<<: |...|---|\u0085|\u2028|\u00a0|\u3000|\uFEFF|\u0000|\u007f|\ud83d|\ude00|😀|\uffff|=|k: v|__proto__: |\n|\n|\r\n|\n  |\n    |\n     |\n      |\n        |\n#|\n    role: x|\n    date: |\n  - id: q\n    role: r\n    passages: [{exact: y}]'
    .split('|')
    .concat('|', '|', '|-\n', '|+\n      ', '|2');

/** A sign or some signs of it. */
export const token = fc.constantFrom(...TOKENS);

/** A sidecar with odd things in one of its places, in either form of line ends. */
export const oddSidecar = fc
  .tuple(fc.constantFrom(...PLACES), fc.array(token, { minLength: 1, maxLength: 9 }), fc.boolean())
  .map(([place, tokens, isCrlf]) => {
    const text = place(tokens.join(''));
    return isCrlf ? text.replaceAll('\n', '\r\n') : text;
  });
