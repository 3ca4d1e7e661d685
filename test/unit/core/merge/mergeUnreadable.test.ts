import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../../src/core/merge/sidecars/mergeSidecars';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { merge, plain, added, changed } from './sidecarVersions';

describe('mergeSidecars', () => {
  describe('of what can’t be read', () => {
    const broken = (id: string, role = '[x]') =>
      `  - id: ${id}\n    role: ${role}\n    passages: nothing   # broken\n`;
    const head = 'version: 1\nannotations:\n';
    const good = (id: string, note?: string) =>
      `  - id: ${id}\n    role: claim\n    passages:\n      - exact: x\n${note === undefined ? '' : `    note: ${note}\n`}`;

    it('keeps broken entries by their lines', () => {
      assert.equal(
        merge(
          head + broken('a1') + good('b1'),
          head + broken('a1') + good('b1', 'x'),
          head + broken('a1', '[y]') + good('b1'),
        ).text,
        head + broken('a1', '[y]') + good('b1', 'x'),
      );
      assert.equal(
        merge(
          head + broken('a1') + good('b1'),
          head + broken('a1') + good('b1', 'x'),
          head + good('b1'),
        ).text,
        head + good('b1', 'x'),
      );
      assert.equal(
        merge(head + good('b1'), head + good('b1', 'x'), head + broken('a1') + good('b1')).text,
        head + broken('a1') + good('b1', 'x'),
      );
    });

    it('keeps both versions where both changed it', () => {
      assert.equal(
        merge(head + broken('a1'), head + broken('a1', '[y]'), head + broken('a1', '[z]')).text,
        head + broken('a1', '[y]') + broken('a1', '[z]'),
      );
      assert.equal(
        merge(head + good('a1'), head + good('a1', 'x'), head + broken('a1')).text,
        head + good('a1', 'x') + broken('a1'),
      );
      assert.equal(
        merge(
          head + broken('a1') + good('b1'),
          head + good('b1'),
          head + broken('a1', '[z]') + good('b1'),
        ).text,
        head + broken('a1', '[z]') + good('b1'),
      );
    });

    it('keeps entries without an id, and those whose id stands twice', () => {
      const nameless = (words: string) => `  - role: ${words}\n`;
      assert.equal(
        merge(
          head + nameless('a'),
          head + nameless('a') + nameless('b'),
          head + nameless('a') + nameless('c'),
        ).text,
        head + nameless('a') + nameless('b') + nameless('c'),
      );
      const twice = head + good('a1') + good('a1', 'copy');
      assert.equal(
        merge(
          twice,
          head + good('a1', 'x') + good('a1', 'copy'),
          head + good('a1') + good('a1', 'other'),
        ).text,
        head + good('a1', 'x') + good('a1', 'other'),
      );
    });

    it('keeps broken entries in JSON', () => {
      const json = (list: unknown[], project: number) =>
        `${JSON.stringify({ version: 1, annotations: list, project }, null, 2)}\n`;
      const one = { id: 'b1', role: 'claim', passages: [{ exact: 'x' }] };
      const { file } = merge(
        json([{ id: 'a1' }, one], 1),
        json([{ id: 'a1' }, { ...one, note: 'n' }], 1),
        json([{ id: 'a1' }, one], 2),
      );
      assert.deepEqual(
        file.entries.map(({ id, annotation }) => [id, annotation?.note]),
        [
          ['a1', undefined],
          ['b1', 'n'],
        ],
      );
      assert.deepEqual(
        merge(
          json([one], 1),
          json([{ ...one, note: 'n' }], 1),
          json([{ id: 'a1' }, one], 1),
        ).file.entries.map(({ id }) => id),
        ['a1', 'b1'],
      );
    });

    it('refuses files that can’t be read whole, and says which', () => {
      const sides = [head, head + good('a1'), head + good('b1')].map((text) =>
        readSidecar(text),
      ) as [SidecarFile, SidecarFile, SidecarFile];
      const sideOf = (at: number, text: string) => {
        const [base, ours, theirs] = sides.with(at, readSidecar(text)) as [
          SidecarFile,
          SidecarFile,
          SidecarFile,
        ];
        const merged = mergeSidecars(base, ours, theirs);
        return 'refusal' in merged ? [merged.side, merged.refusal.code] : merged;
      };
      assert.deepEqual(
        [0, 1, 2].map((at) => sideOf(at, 'version: 1\nannotations: [')),
        [
          ['base', 'yaml'],
          ['ours', 'yaml'],
          ['theirs', 'yaml'],
        ],
      );
      assert.deepEqual(sideOf(2, 'version: 2\nannotations: []\n'), ['theirs', 'version']);
    });

    it('loses nothing where YAML anchors tie entries to each other', () => {
      const anchored = `${head}  - id: a1\n    role: &r claim\n    passages:\n      - exact: x\n${good('c1')}  - id: b1\n    role: *r\n    passages:\n      - exact: y\n`;
      const { file } = merge(
        anchored,
        changed(anchored, 'c1', { note: 'x' }),
        added(anchored, 3, plain('t1', 9)),
      );
      assert.deepEqual(
        file.entries.map(({ annotation }) => [annotation?.id, annotation?.role, annotation?.note]),
        [
          ['a1', 'claim', undefined],
          ['c1', 'claim', 'x'],
          ['b1', 'claim', undefined],
          ['t1', 'claim', undefined],
        ],
      );
      const gone = mergeSidecars(
        readSidecar(anchored),
        readSidecar(
          anchored.replace(/ {2}- id: a1[^]*?(?= {2}- id: c1)/, '').replace('*r', 'claim'),
        ),
        readSidecar(added(anchored, 3, plain('t1', 9))),
      );
      assert.ok('file' in gone);
      assert.deepEqual(
        gone.file.entries.map(({ id }) => id),
        ['c1', 'b1', 't1'],
      );
    });
  });
});
