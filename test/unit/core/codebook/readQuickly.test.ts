import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { readCodebookCarefully } from '../../../../src/core/codebook/readCarefully';
import { codebookOf, readCodebookQuickly } from '../../../../src/core/codebook/readQuickly';
import { blocksOfItems } from '../../../../src/core/yaml/blocks';
import { layoutOf } from '../../../../src/core/yaml/listLayout';
import { readYaml } from '../../../../src/core/yaml/readYaml';
import { token } from '../sidecar/quickReading';

/**
 * Asserts that whatever the quick reader says, the careful one says too, and has nothing to add.
 *
 * @returns whether the quick one says anything
 */
function assertReadsAlike(text: string): boolean {
  const quick = readCodebookQuickly(text);
  if (quick === undefined) return false;
  const parsed = readYaml(text);
  const shown = JSON.stringify(text);
  const careful = readCodebookCarefully(text, parsed);
  assert.deepEqual(codebookOf(quick), careful, shown);
  // The order of keys, too.
  assert.equal(JSON.stringify(codebookOf(quick)), JSON.stringify(careful), shown);
  const root = parsed.document.contents as YAMLMap<Node, Node>;
  assert.deepEqual(
    quick.keys,
    root.items.map(({ key }) => (key as unknown as { value: string }).value),
    shown,
  );
  for (const [section, { indent, places, inBraces }] of quick.layouts) {
    const list = root.get(section, true) as Node;
    assert.ok(isSeq(list), shown);
    assert.deepEqual(places, blocksOfItems(text, list), shown);
    const layout = layoutOf(text, root, list);
    assert.deepEqual({ kind: 'block', indent, start: places[0]?.start }, layout, shown);
    assert.deepEqual(
      inBraces,
      list.items.map((item) => isMap(item) && item.flow === true),
      shown,
    );
  }
  return true;
}

const REST = 'topics:\n- id: t\n  statement: 桥该免费\n';

/** A codebook with a place for odd things. */
const PLACES: readonly ((piece: string) => string)[] = [
  (piece) => `version: 1\nspeakers:\n  - name: ${piece}\n    aliases: [x]\n${REST}`,
  (piece) => `version: 1\nspeakers:\n  - name: 李彦宏\n    aliases: [${piece}]\n${REST}`,
  (piece) => `version: 1\nspeakers:\n  - name: 李彦宏\n    aliases:\n      - ${piece}\n${REST}`,
  (piece) => `version: 1\nspeakers:\n- name: a\n${piece}- name: b\n${REST}`,
  (piece) => `version: 1\nspeakers:\n- name: a\n  description: |\n    ${piece}\n- name: b\n`,
  (piece) => `version: 1\nspeakers:\n- {name: a, ${piece}}\n- name: b`,
  (piece) => `version: 1\nspeakers:\n  -${piece} name: a\n${REST}`,
  (piece) => `version: 1\nspeakers: ${piece}\n${REST}`,
  (piece) => `version: 1\nspeakers:${piece}\n- name: a\n`,
  (piece) => `version: 1\nroles:\n  - id: claim\n    color: ${piece}\n    label: ${piece}\n`,
  (piece) => `version: 1\nroles:\n  - id: claim\n    ${piece}: b\n`,
  (piece) => `version: ${piece}\n${REST}`,
  (piece) => `${piece}version: 1\n${REST}`,
  (piece) => `version: 1\n${REST}${piece}`,
  (piece) => `version: 1\n${REST}${piece}findings:\n- kind: turn\n  ids: [b, a]\n  reason: x\n`,
  (piece) =>
    `version: 1\nviews:\n- name: v\n  filter: {speaker: ${piece}, role: claim}\n  groupBy: topic\n${REST}`,
  (piece) => `version: 1\nviews:\n- name: v\n  filter:\n    text: ${piece}\n${REST}`,
  (piece) => `version: 1\nfindings:\n- kind: turn\n  ids: [${piece}]\n  reason: x\n`,
];

const oddCodebook = fc
  .tuple(fc.constantFrom(...PLACES), fc.array(token, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([place, tokens, isCrlf]) => {
    const text = place(tokens.join(''));
    return isCrlf ? text.replaceAll('\n', '\r\n') : text;
  });

describe('reading a codebook quickly', () => {
  it('is done with what people and the program write', () => {
    const texts = [
      'version: 1\n',
      `version: 1\n${REST}`,
      `# ours\nversion: 1\nroles: []\nspeakers:\n\n  # the ferry\n  - name: 摆渡人\n    aliases: [Ferryman, "P1"]\n    color: "#0a0"\n\n  - name: Ann\n# the end\n\nviews:\n  - name: 反方\n    filter: {stance: against, speaker: [摆渡人, ~]}\n`,
      'version: 1\r\nspeakers:\r\n- name: Ann\r\n  description: |\r\n    two\r\n    lines\r\n- name: Ben\r\n',
    ];
    for (const text of texts) assert.ok(assertReadsAlike(text), text);
  });

  it('leaves to the careful reader what there is anything to say about', () => {
    const texts = [
      'version: 2\n',
      'speakers: []\n',
      'version: 1\nowner: Ann\n',
      'version: 1\nspeakers:\n- name: Ann\n- name: ANN\n',
      'version: 1\nspeakers:\n- name: Ann\n  aliases: [Ben]\n- name: Ben\n',
      'version: 1\nspeakers:\n- name: Ann\n  alias: [Ben]\n',
      'version: 1\nviews:\n- name: v\n  filter: {role: clam}\n',
      'version: 1\nspeakers:\n- name: Ann\n  description: |\n    # no comment\n- name: Ben\n',
      'version: 1\nspeakers:\n- name: Ann\n  description: |+\n    x\n\n\n',
    ];
    for (const text of texts) assert.equal(readCodebookQuickly(text), undefined, text);
  });

  it('gives what the careful reader gives, whatever stands in one place', () => {
    let answers = 0;
    fc.assert(
      fc.property(oddCodebook, (text) => {
        if (assertReadsAlike(text)) answers++;
      }),
      { numRuns: 4_000 },
    );
    // Not by giving nothing.
    assert.ok(answers > 300, `${answers} answers`);
  });
});
