import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/model/types';
import { replaceAnnotation } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';

export const plain = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  passages: [{ exact: `words of ${id}` }],
  ...more,
});

export const annotationIn = (file: SidecarFile, index: number) =>
  file.entries[index]?.annotation as Annotation;

/** The lines that differ between two texts: those taken out with `-`, those put in with `+`. */
export function diff(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const longest = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      (longest[i] as number[])[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const changes: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      changes.push(`-${a[i++]}`);
    else changes.push(`+${b[j++]}`);
  }
  return changes;
}

/** Changes item `index` of a sidecar's text and returns the lines that differ. */
export function changeLines(
  text: string,
  index: number,
  change: (before: Annotation) => Annotation,
): string[] {
  const file = readSidecar(text);
  assert.deepEqual(file.problems, []);
  const after = replaceAnnotation(file, index, change(annotationIn(file, index)));
  assert.deepEqual(readSidecar(after.text).entries, after.entries);
  return diff(text, after.text);
}

export const handmade = `# Coded by two people.
version: 1
article: {title: 争论}   # from the site

annotations:
  # the opening
  - id: a1   # first
    role: 'claim'
    speaker: "李彦宏"  # checked
    confidence: 0.8     # ours
    passages:
      # twice in the text
      - exact: 开源模型
        start: 3
        end: 7
        page: 2
      - {exact: "智商税", start: 10, end: 13}
    note: |
      一
      二
    tags:
    - cost     # why
    - "open"
    topic:

  # the answer
  -   id: b1
      stance: favor
      role: rebuttal
      passages:
      - exact: >-
          a folded
          quote
      links: [ {type: rebuts, target: a1} ]
# the end
`;
