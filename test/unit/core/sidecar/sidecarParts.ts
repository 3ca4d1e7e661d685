import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/types';
import { printBlock } from '../../../../src/core/sidecar/printBlock';
import { readSidecar, readWholeSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { annotation } from './annotations';

/**
 * What turns a list's lines into something else, or leaves them as they are, in ways that are
 * easily mistaken.
 */
export const PARTS = [
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

export const part = fc.constantFrom(...PARTS);

export const ids = fc.constantFrom('a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1');

export const simple = fc
  .tuple(ids, fc.constantFrom('x', '开源', '# x', 'a: b'))
  .map(([id, exact]): Annotation => ({ id, role: 'claim', passages: [{ exact }] }));

export const item = fc.oneof(
  { weight: 2, arbitrary: simple },
  { weight: 1, arbitrary: fc.tuple(annotation, ids).map(([one, id]) => ({ ...one, id })) },
);

/**
 * A sidecar as the program writes it, with comments and keys of others, in any of the forms that
 * people have it in.
 */
export const sidecar = fc
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
export const edit = fc.tuple(
  // Not `double`, which is nearly always next to nothing.
  fc.noBias(fc.nat(1_000)).map((share) => share / 1_000),
  fc.oneof(fc.constant(0), fc.nat(6), fc.nat(120)),
  fc.oneof(
    part,
    part,
    fc.constant(''),
    fc.tuple(part, part).map((two) => two.join('')),
  ),
  fc.boolean(),
);

export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

export function edited(text: string, [place, length, inserted, atLine]: Edit): string {
  const somewhere = Math.floor(place * text.length);
  const at = atLine ? text.lastIndexOf('\n', somewhere) + 1 : somewhere;
  return text.slice(0, at) + inserted + text.slice(at + length);
}

export function assertReadsAsWhole(text: string, known?: SidecarFile): SidecarFile {
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
