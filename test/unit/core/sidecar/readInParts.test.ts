import assert from 'node:assert/strict';
import {
  readSidecar,
  readSidecarInSteps,
  readWholeSidecar,
} from '../../../../src/core/sidecar/readSidecar';
import { assertReadsAsWhole } from './sidecarParts';

describe('reading a sidecar in parts', () => {
  const many = (
    count: number,
    lines = (i: number) => `  - id: a${i}\n    role: claim\n    passages:\n      - exact: x${i}\n`,
  ) => `version: 1\nannotations:\n${Array.from({ length: count }, (_, i) => lines(i)).join('')}`;

  it('doesn’t take a line behind the list for a part of its last item, or the other way round', () => {
    for (const line of [
      '  \t: x7',
      '\t: x7',
      ' \t- x',
      '  \tx: 7',
      '  \t[]',
      '  : x7',
      ' : x7',
      ': x7',
      '? x7',
      '[]',
      ', x7',
      ' x7',
      '  x: 7',
    ]) {
      for (const value of ['', ' []', ' [{exact: x}]', '\n      - exact: x']) {
        assertReadsAsWhole(
          `version: 1\nannotations:\n  - id: a7\n    role: claim\n    passages:${value}\n${line}\n`,
        );
        assertReadsAsWhole(
          `version: 1\nannotations:\n- id: a7\n  role: claim\n  passages:${value}\n${line}\n`,
        );
      }
    }
  });

  it('is done in steps', () => {
    const text = many(1_000);
    const steps = [...readSidecarInSteps(text)];
    assert.ok(steps.length >= 10, `${steps.length} steps`);
    assert.deepEqual(readSidecar(text), readWholeSidecar(text));
  });

  it('goes on where an item is broken, and tells each problem at its place', () => {
    const text = many(350)
      .replace('  - id: a120\n', '  - id: a119\n')
      .replace('    role: claim\n    passages:\n      - exact: x300\n', '    role: []\n');
    const { problems, entries } = readSidecar(text);
    assert.deepEqual(
      problems.map(({ code, range }) => [code, text.slice(range.start, range.start + 6)]),
      [
        ['entry', '[]\n  -'],
        ['entry', 'id: a3'],
        ['duplicate-id', '  - id'],
      ],
    );
    assert.equal(entries.filter((entry) => entry.annotation === undefined).length, 1);
    assert.deepEqual(readSidecar(text), readWholeSidecar(text));
  });

  for (const count of [16_000, 30_000])
    it(`tells in which of ${count} items a quotation mark is missing`, () => {
      const text = many(count).replace('exact: x15000\n', 'exact: "x15000\n');
      const { refusal, entries } = readSidecar(text);
      assert.equal(refusal?.code, 'yaml');
      const wrong = text.indexOf('"x15000');
      assert.ok(
        refusal.range.start >= wrong && refusal.range.start <= wrong + 20,
        String(refusal.range.start - wrong),
      );
      assert.deepEqual(entries, []);
    });

  it('refuses a large file that can’t be read in parts, and says how it could be', () => {
    const annotations = Array.from({ length: 30_000 }, (_, i) => ({
      id: `a${i}`,
      role: 'claim',
      passages: [{ exact: 'x' }],
    }));
    for (const text of [
      JSON.stringify({ version: 1, annotations }),
      many(20_000).replace('exact: x5\n', 'exact: &a x5\n'),
    ]) {
      const { refusal } = readSidecar(text);
      assert.equal(refusal?.code, 'too-large');
      assert.match(refusal.message, /plain list/);
    }
  });

  it('tells a thousand problems, and how many more there are', () => {
    const { problems, entries } = readSidecar(many(5_000, (i) => `  - id: a${i}\n`));
    assert.equal(entries.length, 5_000);
    assert.equal(problems.length, 1_001);
    assert.match(problems.at(-1)?.message ?? '', /9000 more/);
  });
});
