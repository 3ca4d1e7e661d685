import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/types';
import { printBlock } from '../../../../src/core/sidecar/printBlock';
import {
  readSidecar,
  readSidecarInSteps,
  readWholeSidecar,
} from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { annotation } from './annotations';

/**
 * What turns a list's lines into something else, or leaves them as they are, in ways that are
 * easily mistaken.
 */
const PARTS = [
  '\n',
  '\r\n',
  '\r',
  '\n\n\n',
  ' ',
  '  ',
  '    ',
  '\t',
  '- ',
  '-',
  '  - ',
  '\n  - ',
  '\n- ',
  '\n    - ',
  '\n  -\n',
  '\n  -\t',
  '\n --- ',
  '\n---\n',
  '\n--- x\n',
  '\n...\n',
  '...',
  '---',
  '%YAML 1.2\n',
  '\n  - |\n',
  '\n  - |+\n\n\n',
  '"',
  "'",
  '\n    note: "',
  '\n    note: |\n',
  '\n    note: |1\n',
  '\n    note: |2+\n',
  '\n    note: >-\n      a\n  b\n',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  ',',
  '? ',
  '\n  ? ',
  ': ',
  ':',
  '\n  \t: x\n',
  '\n\t: x\n',
  '#',
  ' # c',
  '\n# c\n',
  '\n  # c\n',
  '\n      # c\n',
  '\n        # d\n',
  '&a ',
  '*a',
  '\n    speaker: *a',
  '!x ',
  '!!str ',
  '!!int ',
  '<<: ',
  '\uFEFF',
  '\u2028',
  '\u0000',
  '\ud800',
  '中',
  'x',
  'x: y',
  'version: 1\n',
  '\nversion: 2\n',
  '\nversion: no\n',
  '\nannotations:\n',
  '\nannotations: []\n',
  '\n"annotations":\n',
  'article:\n',
  '\narticle:\n  title: x\n  title: y\n',
  '\narticle: |\n',
  '\nother: 1\n',
  '\n  other: 1\n',
  '\n other: 1\n',
  '\nother: "\n',
  '\nother:\n  - a\n',
  '\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
  '\n  - id: a1\n    role: claim\n    role: claim\n    passages: [{exact: x}]\n',
  '\n- id: b1\n  role: claim\n  passages: [{exact: x}]\n',
  '\n  - {id: c1, role: claim, passages: [{exact: x}]}',
  '\n  - id: d1\n    role: 1\n',
  '\n  - role: claim\n    passages:\n    - exact: y\n',
] as const;
const part = fc.constantFrom(...PARTS);

const ids = fc.constantFrom('a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1');
const simple = fc
  .tuple(ids, fc.constantFrom('x', '开源', '# x', 'a: b'))
  .map(([id, exact]): Annotation => ({ id, role: 'claim', passages: [{ exact }] }));
const item = fc.oneof(
  { weight: 2, arbitrary: simple },
  { weight: 1, arbitrary: fc.tuple(annotation, ids).map(([one, id]) => ({ ...one, id })) },
);

/**
 * A sidecar as the program writes it, with comments and keys of others, in any of the forms that
 * people have it in.
 */
const sidecar = fc
  .tuple(
    fc.constantFrom('', '# c\n', '\uFEFF', '---\n', 'other: |\n  annotations:\n  - x\n'),
    fc.constantFrom('', 'article:\n  title: x\n', 'article: {url: 1, title: []}\n'),
    fc.constantFrom('', '  ', '    '),
    fc.array(fc.tuple(item, fc.constantFrom('', '', '', '# c\n', '\n', '      # c\n')), {
      maxLength: 6,
    }),
    fc.constantFrom('', '', 'other: 1\n', '\n# end\n', '...\n', 'article:\n  author: y\n'),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.boolean(),
  )
  .map(([head, article, indent, items, tail, eol, ended]) => {
    const blocks = items.map(([one, behind]) => printBlock(one, indent, '\n') + behind).join('');
    const text = `${head}version: 1\n${article}annotations:\n${blocks}${tail}`.replaceAll(
      '\n',
      eol,
    );
    return ended ? text : text.trimEnd();
  });

/** A piece of a text replaced, at a place given as a share of its length. */
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.constant(0), fc.nat(6), fc.nat(120)),
  fc.oneof(
    part,
    part,
    fc.constant(''),
    fc.tuple(part, part).map((two) => two.join('')),
  ),
  fc.boolean(),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, [place, length, inserted, atLine]: Edit): string {
  const somewhere = Math.floor(place * text.length);
  const at = atLine ? text.lastIndexOf('\n', somewhere) + 1 : somewhere;
  return text.slice(0, at) + inserted + text.slice(at + length);
}

function assertReadsAsWhole(text: string, known?: SidecarFile): SidecarFile {
  const file = readSidecar(text, known);
  const whole = readWholeSidecar(text);
  // Of what is no YAML, the parts know the places better; that it is none, both must say.
  const isNoYaml =
    whole.refusal?.code === 'yaml' && file.refusal?.code === 'yaml' && whole.entries.length === 0;
  assert.deepEqual(
    file,
    isNoYaml ? { ...whole, problems: file.problems, refusal: file.refusal } : whole,
    JSON.stringify(text),
  );
  for (const { range } of file.problems)
    assert.ok(
      0 <= range.start && range.start <= range.end && range.end <= text.length,
      JSON.stringify(text),
    );
  return file;
}

describe('reading a sidecar in parts', () => {
  it('gives what reading it whole gives, for what the program and people write', () => {
    fc.assert(
      fc.property(sidecar, (text) => {
        assertReadsAsWhole(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives what reading it whole gives, whatever was done to the text, and whatever was known before', () => {
    fc.assert(
      fc.property(sidecar, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let [text, file] = [start, readSidecar(start)];
        for (const one of edits) {
          text = edited(text, one);
          file = assertReadsAsWhole(text, file);
          assertReadsAsWhole(text);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('takes over what stands there as before, as the same objects, and reads no more than the rest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 7 }),
        fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 7 }),
        (before, after) => {
          const textOf = (all: readonly Annotation[]) =>
            `version: 1\nannotations:\n${all.map((one) => printBlock(one, '  ', '\n')).join('')}`;
          const known = readSidecar(textOf(before));
          const linesBefore = new Map(
            before.map((one, i) => [printBlock(one, '  ', '\n'), known.entries[i]?.annotation]),
          );
          readSidecar(textOf(after), known).entries.forEach(({ annotation: read }, i) => {
            const same = linesBefore.get(printBlock(after[i] as Annotation, '  ', '\n'));
            if (same !== undefined) assert.equal(read, same);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

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
