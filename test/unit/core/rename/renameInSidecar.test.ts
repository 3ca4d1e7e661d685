import assert from 'node:assert/strict';
import { SpeakerNames } from '../../../../src/core/codebook/speakerNames';
import { renameInSidecar } from '../../../../src/core/rename/renameInSidecar';
import type { RenamedField } from '../../../../src/core/rename/renaming';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';

const NAMES = new SpeakerNames([{ name: '李彦宏', aliases: ['Robin Li'] }]);

const SIDECAR = `version: 1
annotations: # ours
  - id: a
    role: claim
    speaker: "Robin Li"   # as written
    topic: cost
    passages: [{exact: 桥}]
    reportedBy: [Ann, 李彦宏]
    tags: [x, w, z]
  - id: b
    role: claim
    speaker: 李彦宏
    passages: [{exact: 钱}]
  - id: broken
    role: []
`;

function rename(field: RenamedField, from: string, to: string) {
  const before = readSidecar(SIDECAR);
  const canonical = (name: string) => NAMES.of(name);
  const renaming = { field, from, to };
  const { file, count } = renameInSidecar(before, renaming, canonical, '2026-11-30T10:00:00Z');
  return { text: file.text, count, isSame: file === before };
}

/** The sidecar with the time of the change in the entry named. */
const changedIn = (text: string, ...ids: readonly string[]) =>
  ids.reduce(
    (changed, id) =>
      changed.replace(
        new RegExp(`(- id: ${id}\\n(?:    .*\\n)*)`),
        '$1    modified: "2026-11-30T10:00:00Z"\n',
      ),
    text,
  );

describe('renaming in a sidecar', () => {
  it('changes the lines that name it, and says when', () => {
    assert.deepEqual(rename('topic', 'cost', 'price'), {
      text: changedIn(SIDECAR.replace('topic: cost', 'topic: price'), 'a'),
      count: 1,
      isSame: false,
    });
  });

  it('means all names of a speaker by the canonical one, and an alias by itself', () => {
    const all = rename('speaker', '李彦宏', 'Li');
    assert.equal(all.count, 2);
    assert.match(all.text, /speaker: Li {3}# as written/);
    assert.match(all.text, /reportedBy: \[Ann, Li\]/);
    const alias = rename('speaker', 'Robin Li', '李彦宏');
    assert.equal(alias.text, changedIn(SIDECAR.replace('"Robin Li"', '李彦宏'), 'a'));
  });

  it('makes one of two tags', () => {
    const { text } = rename('tag', 'x', 'z');
    assert.equal(text, changedIn(SIDECAR.replace('[x, w, z]', '[z, w]'), 'a'));
  });

  it('leaves a sidecar that doesn’t name it as it is', () => {
    assert.deepEqual(rename('tag', 'cost', 'price'), { text: SIDECAR, count: 0, isSame: true });
    assert.equal(rename('topic', 'Cost', 'price').count, 0);
  });
});
