import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeAnnotation } from '../../../../src/core/merge/annotation/mergeAnnotation';
import { mergeSidecars } from '../../../../src/core/merge/sidecars/mergeSidecars';
import { sameValue } from '../../../../src/core/model/sameValue';
import type { Annotation } from '../../../../src/core/model/types';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { annotation, changed } from '../sidecar/annotations';

/** Merges for each pair of layouts; tried with twenty times as many. */
const RUNS = 30;

/** How a side lays out the file. */
const layouts: Readonly<Record<string, (text: string) => string>> = {
  'as written': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte-order mark and without a final line end': (text) =>
    `\uFEFF${text.replace(/\n$/, '')}`,
  'with comments': withComments,
  'with comments and CRLF': (text) => withComments(text).replaceAll('\n', '\r\n'),
  'with other keys and comments at its ends': (text) =>
    `# start\n${text}# after\nzz: {a: 1} # last\n# end\n`,
  'as JSON': (text) => {
    const { article, entries } = readSidecar(text);
    return `${JSON.stringify({ version: 1, article, annotations: entries.map((entry) => entry.annotation) }, null, 2)}\n`;
  },
};

/** A comment above every annotation. */
function withComments(text: string): string {
  let count = 0;
  return text.replace(/^ {2}- id/gm, (dash) => `\n  # between ${++count}\n${dash}`);
}

const commentsOf = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => /^ *# between \d+$/.test(line))
    .map((line) => line.trim());

type Step =
  | { readonly kind: 'add'; readonly at: number; readonly other: Annotation }
  | { readonly kind: 'change'; readonly at: number; readonly seed: number }
  | { readonly kind: 'remove'; readonly at: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(), other: annotation }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(), seed: fc.nat() }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
);

/** Makes the same kinds of changes as an analyst, through the functions that the extension uses. */
function edit(file: SidecarFile, steps: readonly Step[]): SidecarFile {
  return steps.reduce((before, action) => {
    const index = action.at % Math.max(before.entries.length, 1);
    if (action.kind === 'add')
      return before.entries.some(({ id }) => id === action.other.id)
        ? before
        : insertAnnotation(before, action.at % (before.entries.length + 1), action.other);
    const present = before.entries[index]?.annotation;
    if (present === undefined) return before;
    return action.kind === 'remove'
      ? removeAnnotation(before, index)
      : replaceAnnotation(
          before,
          index,
          fc.sample(changed(present), { seed: action.seed, numRuns: 1 })[0]!,
        );
  }, file);
}

const byId = (file: SidecarFile) =>
  new Map(file.entries.map((entry) => [entry.id, entry.annotation]));
const steps = fc.array(step, { maxLength: 4 });

function checkMerge(base: SidecarFile, ours: SidecarFile, theirs: SidecarFile): void {
  const merged = mergeSidecars(base, ours, theirs);
  assert.ok('file' in merged, JSON.stringify(merged));
  const { file } = merged;
  const fresh = readSidecar(file.text);
  assert.deepEqual(fresh.problems, []);
  assert.deepEqual(
    fresh.entries.map(({ id, block }) => [id, block]),
    file.entries.map(({ id, block }) => [id, block]),
  );
  const [was, is, other, result] = [base, ours, theirs, fresh].map(byId) as [
    Map<string, Annotation>,
    Map<string, Annotation>,
    Map<string, Annotation>,
    Map<string, Annotation>,
  ];
  for (const id of new Set([...was.keys(), ...is.keys(), ...other.keys()])) {
    const expected = mergeAnnotation(was.get(id), is.get(id), other.get(id));
    assert.ok(sameValue(result.get(id), expected), `${JSON.stringify(expected)}\n${file.text}`);
  }
  assert.equal(fresh.entries.length, result.size);
  // Blocks of ours never move.
  assert.deepEqual(
    [...result.keys()].filter((id) => is.has(id)),
    [...is.keys()].filter((id) => result.has(id)),
  );
}

describe('any two changes of a sidecar', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    it(`are merged without a loss: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.uniqueArray(annotation, { selector: ({ id }) => id, maxLength: 4 }),
          steps,
          steps,
          (start, first, second) => {
            const base = readSidecar(
              layout(
                start.reduce((file, one, i) => insertAnnotation(file, i, one), newSidecar()).text,
              ),
            );
            fc.pre(base.problems.length === 0 && base.entries.length === start.length);
            const [ours, theirs] = [edit(base, first), edit(base, second)];
            checkMerge(base, ours, theirs);
            assert.deepEqual(mergeSidecars(base, ours, base), { file: ours, conflicts: [] });
            assert.deepEqual(mergeSidecars(base, base, theirs), { file: theirs, conflicts: [] });
            assert.deepEqual(mergeSidecars(base, ours, readSidecar(ours.text)), {
              file: ours,
              conflicts: [],
            });
            const merged = mergeSidecars(base, ours, theirs);
            assert.ok('file' in merged);
            for (const comment of commentsOf(base.text))
              assert.ok(
                commentsOf(merged.file.text).includes(comment),
                `${comment}\n${merged.file.text}`,
              );
            assert.equal(merged.file.text.startsWith('\uFEFF'), ours.text.startsWith('\uFEFF'));
          },
        ),
        { numRuns: RUNS },
      );
    });
  }

  it('are merged with the comments that both put into the same lines', () => {
    const marked = (text: string, side: string) =>
      text.replace(/^( {2}- id: (\w+))$/gm, `$1  # ${side} $2`);
    const marks = (text: string, side: string) =>
      new Set(Array.from(text.matchAll(new RegExp(`# ${side} (\\w+)$`, 'gm')), ([mark]) => mark));
    fc.assert(
      fc.property(
        fc.uniqueArray(annotation, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
        steps,
        steps,
        (start, first, second) => {
          const base = start.reduce((file, one, i) => insertAnnotation(file, i, one), newSidecar());
          const [ours, theirs] = [
            readSidecar(marked(edit(base, first).text, 'ours')),
            readSidecar(marked(edit(base, second).text, 'theirs')),
          ];
          checkMerge(base, ours, theirs);
          const merged = mergeSidecars(base, ours, theirs);
          assert.ok('file' in merged);
          for (const [file, side] of [
            [ours, 'ours'],
            [theirs, 'theirs'],
          ] as const) {
            for (const mark of marks(file.text, side)) {
              if (byId(merged.file).has(mark.split(' ').at(-1) ?? ''))
                assert.ok(marks(merged.file.text, side).has(mark), `${mark}\n${merged.file.text}`);
            }
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('are merged where the sides are laid out differently', () => {
    const layout = fc.constantFrom(...Object.values(layouts));
    fc.assert(
      fc.property(
        fc.uniqueArray(annotation, { selector: ({ id }) => id, maxLength: 3 }),
        steps,
        steps,
        layout,
        layout,
        layout,
        (start, first, second, a, b, c) => {
          const file = start.reduce(
            (made, one, i) => insertAnnotation(made, i, one),
            newSidecar({ title: '题' }),
          );
          const [base, ours, theirs] = [
            a(file.text),
            b(edit(file, first).text),
            c(edit(file, second).text),
          ].map((text) => readSidecar(text)) as [SidecarFile, SidecarFile, SidecarFile];
          fc.pre([base, ours, theirs].every(({ problems }) => problems.length === 0));
          checkMerge(base, ours, theirs);
        },
      ),
      { numRuns: RUNS * 3 },
    );
  });

  it('are merged where both made the file', () => {
    fc.assert(
      fc.property(
        steps,
        steps,
        fc.uniqueArray(annotation, { selector: ({ id }) => id, maxLength: 2 }),
        (first, second, both) => {
          const start = both.reduce((file, one, i) => insertAnnotation(file, i, one), newSidecar());
          checkMerge(readSidecar(''), edit(start, first), edit(start, second));
        },
      ),
      { numRuns: RUNS },
    );
  });
});
