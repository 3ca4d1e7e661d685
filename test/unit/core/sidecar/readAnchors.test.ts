import assert from 'node:assert/strict';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { head, good } from './sidecarProblems';

describe('readSidecar', () => {
  describe('with anchors and aliases', () => {
    it('reads what they stand for, by the last anchor before them', () => {
      const text = `version: 1\nwho: &who 李彦宏\nannotations:\n  - {id: a1, role: claim, speaker: *who, passages: &p [{exact: x}]}\n  - {id: b1, role: &who 007, speaker: *who, passages: *p}\n`;
      const file = readSidecar(text);
      assert.deepEqual(file.problems, []);
      assert.equal(file.hasAnchors, true);
      assert.deepEqual(
        file.entries.map(({ annotation }) => annotation),
        [
          { id: 'a1', role: 'claim', speaker: '李彦宏', passages: [{ exact: 'x' }] },
          { id: 'b1', role: '007', speaker: '007', passages: [{ exact: 'x' }] },
        ],
      );
    });

    it('knows that signs in words are none', () => {
      assert.equal(readSidecar(`${head}${good}    note: "R&D *bold* &a *a"\n`).hasAnchors, false);
    });

    it('stops at a bomb', () => {
      const levels = Array.from(
        { length: 30 },
        (_, i) => `l${i + 1}: &l${i + 1} [${Array.from({ length: 9 }, () => `*l${i}`).join(', ')}]`,
      );
      const file = readSidecar(
        `l0: &l0 boom\n${levels.join('\n')}\n${head}  - {id: a1, role: claim, passages: [{exact: x}], x: *l30}\n${good}`,
      );
      assert.deepEqual(
        file.entries.map(({ annotation }) => annotation?.id),
        [undefined, 'good1'],
      );
      assert.deepEqual(
        file.problems.map(({ code }) => code),
        ['entry'],
      );
    });

    it('stops at thousands of aliases to a large value', () => {
      const aliases = Array.from({ length: 20_000 }, () => '*a').join(', ');
      const file = readSidecar(
        `version: 1\nx: &a [${'1, '.repeat(1_000)}1]\nannotations:\n  - {id: a1, role: claim, passages: [{exact: x}], x: [${aliases}]}\n${good}`,
      );
      assert.deepEqual(
        file.entries.map(({ annotation }) => annotation?.id),
        [undefined, 'good1'],
      );
    });
  });

  it('refuses a file nested too deeply for the parser', () => {
    for (const open of ['[', '- ', '? '])
      assert.equal(
        readSidecar(open.repeat(5_000)).refusal?.message,
        'Not readable: nested too deeply.',
        open,
      );
  });
});
