import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../../src/core/merge/sidecars/mergeSidecars';
import type { Annotation } from '../../../../src/core/model/types';
import {
  insertAnnotation,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';

/**
 * Merges three texts that must be mergeable; what comes out must be read back as it was returned.
 */
export function merge(
  base: string,
  ours: string,
  theirs: string,
): { readonly text: string; readonly conflicts: readonly string[]; readonly file: SidecarFile } {
  const merged = mergeSidecars(readSidecar(base), readSidecar(ours), readSidecar(theirs));
  assert.ok('file' in merged, JSON.stringify(merged));
  assert.deepEqual(readSidecar(merged.file.text), merged.file);
  return {
    text: merged.file.text,
    file: merged.file,
    conflicts: merged.conflicts.map(({ id, field }) => `${id ?? ''}.${field}`),
  };
}

export const plain = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  passages: [{ exact: `words of ${id}`, start, end: start + 11 }],
  ...more,
});

export const idsOf = (text: string) => readSidecar(text).entries.map(({ id }) => id);

export const indexOf = (file: SidecarFile, id: string) =>
  file.entries.findIndex((entry) => entry.id === id);

export const added = (text: string, index: number, annotation: Annotation) =>
  insertAnnotation(readSidecar(text), index, annotation).text;

export const without = (text: string, id: string) =>
  removeAnnotation(readSidecar(text), indexOf(readSidecar(text), id)).text;

export const changed = (text: string, id: string, changes: Partial<Annotation>) => {
  const file = readSidecar(text);
  const index = indexOf(file, id);
  return replaceAnnotation(file, index, { ...file.entries[index]!.annotation!, ...changes }).text;
};

export const handmade = `# Coded by two people.
version: 1
article:
  title: 争论   # from the site
  author: 某作者

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
    note: |
      一
      # two

  # the answer
  -   id: b1
      role: rebuttal
      passages:
      - {exact: "智商税", start: 10, end: 13}
      links: [ {type: rebuts, target: a1} ]

  # last
  - id: c1
    role: claim
    passages:
      - exact: the third
        start: 30
        end: 39
# the end
project: {wave: 2}  # unknown to us
`;
