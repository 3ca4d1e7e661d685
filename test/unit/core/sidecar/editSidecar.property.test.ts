import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameValue } from '../../../../src/core/model/sameValue';
import type { Annotation } from '../../../../src/core/model/types';
import { linesOf } from '../../../../src/core/sidecar/questions';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { annotation, changed } from './annotations';

/** Sequences of edits for each layout; tried with ten times as many. */
const RUNS = 40;

/** How people and other programs lay out a sidecar. */
const layouts: Readonly<Record<string, (text: string) => string>> = {
  'as written': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte-order mark': (text) => `\uFEFF${text}`,
  'without a final line end': (text) => text.replace(/\n$/, ''),
  'with comments and empty lines': (text) => withComments(text),
  'with comments, a byte-order mark and CRLF': (text) =>
    `\uFEFF${withComments(text)}`.replaceAll('\n', '\r\n'),
  'with keys after the list': (text) => `${text}zz: {a: 1} # last\n`,
  'with a document start and end': (text) => `--- # sidecar\n${text}...\n# end\n`,
};

/** A comment above every annotation and every key of one, and one behind each role. */
function withComments(text: string): string {
  let count = 0;
  return text
    .replace(/^ {2}- /gm, (dash) => `\n  # between ${++count}\n${dash}`)
    .replace(/^ {4}(?=[^\s-])/gm, (indent) => `${indent}# key ${++count}\n${indent}`);
}

/** The lines that hold nothing but one of our comments. */
const commentsOf = (text: string) =>
  text.split(/\r?\n/).filter((line) => /^ +# (?:key|between) \d+$/.test(line));

const build = (annotations: readonly Annotation[]) =>
  annotations.reduce((file, item, i) => insertAnnotation(file, i, item), newSidecar());

/** What the edit made is what one reads afresh, and says exactly `expected`. */
function checkFile(file: SidecarFile, expected: readonly Annotation[]): void {
  const fresh = readSidecar(file.text);
  assert.deepEqual(fresh.problems, [], file.text);
  assert.equal(fresh.refusal, undefined);
  assert.equal(fresh.entries.length, expected.length);
  fresh.entries.forEach((entry, i) =>
    assert.ok(
      sameValue(entry.annotation, expected[i]),
      `${JSON.stringify(expected[i])}\n${file.text}`,
    ),
  );
  const places = ({ entries, ...rest }: SidecarFile) => ({
    ...rest,
    entries: entries.map(({ id, block }) => ({ id, block })),
  });
  assert.deepEqual(places(file), places(fresh), file.text);
  file.entries.forEach((entry, i) => assert.ok(sameValue(entry.annotation, expected[i])));
}

type Step = { readonly at: number } & (
  | { readonly kind: 'insert' | 'replace'; readonly other: Annotation }
  | { readonly kind: 'change'; readonly seed: number }
  | { readonly kind: 'remove' | 'put back' }
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert' as const, 'replace' as const),
    at: fc.nat(),
    other: annotation,
  }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(), seed: fc.nat() }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'put back' as const), at: fc.nat() }),
);

describe('any edits of a sidecar', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    it(`give exactly what was meant and leave all other lines alone: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.uniqueArray(annotation, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
          fc.array(step, { maxLength: 6 }),
          (start, steps) => {
            let file = readSidecar(layout(build(start).text));
            // A comment sign inside a note's lines is a word of the note: take what the file says.
            let model = file.entries.map((entry) => entry.annotation as Annotation);
            checkFile(file, model);
            for (const action of steps) {
              const index = action.at % Math.max(model.length, 1);
              const before = file;
              const linesBefore = model.map((_, i) => linesOf(before, i));
              if (action.kind === 'insert') {
                if (model.some(({ id }) => id === action.other.id)) continue;
                const place = action.at % (model.length + 1);
                file = insertAnnotation(file, place, action.other);
                model = model.toSpliced(place, 0, action.other);
                linesBefore.splice(place, 0, linesOf(file, place));
              } else if (model.length === 0) continue;
              else if (action.kind === 'remove') {
                file = removeAnnotation(file, index);
                model = model.toSpliced(index, 1);
                linesBefore.splice(index, 1);
              } else if (action.kind === 'put back') {
                const [item, lines] = [model[index] as Annotation, linesBefore[index]];
                file = insertAnnotation(removeAnnotation(file, index), index, item, lines);
                // What stands between the annotations belongs to nobody: the item comes back right
                // behind the one before.
                const [above, below] = [
                  before.entries[index - 1]?.block.end ?? before.entries[index + 1]?.block.start,
                  before.entries[index]?.block,
                ];
                if (above === undefined || above === (index === 0 ? below?.end : below?.start))
                  assert.equal(file.text, before.text, 'byte for byte');
              } else if ('seed' in action || 'other' in action) {
                const was = model[index] as Annotation;
                const is =
                  'other' in action
                    ? { ...action.other, id: was.id }
                    : (fc.sample(changed(was), { seed: action.seed, numRuns: 1 })[0] as Annotation);
                file = replaceAnnotation(file, index, is);
                model = model.with(index, is);
                // Comments of the changed annotation survive, but in the lines of a key that is
                // gone or says something else.
                const kept = commentsOf(linesOf(file, index));
                const gone = Object.keys(was).filter((key) => !sameValue(was[key], is[key])).length;
                assert.ok(
                  commentsOf(linesBefore[index] ?? '').filter((comment) => !kept.includes(comment))
                    .length <= gone,
                  `${linesBefore[index]}\n${linesOf(file, index)}`,
                );
                assert.equal(
                  replaceAnnotation(file, index, is).text,
                  file.text,
                  'nothing to change, nothing changed',
                );
                linesBefore[index] = linesOf(file, index);
              }
              checkFile(file, model);
              const ended = (lines: string) => lines.replace(/\r?\n$/, '');
              assert.deepEqual(
                model.map((_, i) => ended(linesOf(file, i))),
                linesBefore.map(ended),
              );
            }
            const between = (text: string) =>
              commentsOf(text).filter((comment) => comment.includes('between'));
            assert.deepEqual(
              between(file.text),
              between(layout(build(start).text)),
              'what stands between the annotations stays',
            );
          },
        ),
        { numRuns: RUNS },
      );
    });
  }
});
