import assert from 'node:assert/strict';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { RefusedError } from '../../../src/core/model/problem';
import { insertAnnotation, removeAnnotation } from '../../../src/core/sidecar/editSidecar';
import { MAX_SIDECAR_BYTES, type SidecarFile } from '../../../src/core/sidecar/sidecarFile';
import { editSidecarFile } from '../../../src/disk/sidecarFile.node';
import { folderForEach } from './disk';

const annotation = { id: 'new', role: 'claim', passages: [{ exact: '开源模型' }] };
const add = (file: SidecarFile) => insertAnnotation(file, file.entries.length, annotation);

describe('a sidecar changed without an editor', () => {
  const folder = folderForEach();
  const path = () => folder.file('a.md.claims.yaml');
  const content = () => readFileSync(path(), 'utf8');

  it('is made where there is none, unless nothing is put in', async () => {
    assert.equal((await editSidecarFile(path(), (file) => file)).entries.length, 0);
    assert.deepEqual(folder.list(), []);
    const written = await editSidecarFile(path(), add);
    assert.deepEqual(
      written.entries.map(({ id }) => id),
      ['new'],
    );
    assert.equal(content(), written.text);
  });

  it('isn’t read where it is larger than any sidecar, and left as it is', async () => {
    writeFileSync(path(), 'version: 1\n');
    truncateSync(path(), MAX_SIDECAR_BYTES + 1);
    await assert.rejects(editSidecarFile(path(), add), /larger than 32 MB/);
    assert.equal(statSync(path()).size, MAX_SIDECAR_BYTES + 1);
  });

  it('keeps its byte-order mark, line ends and comments', async () => {
    const before =
      '\uFEFFversion: 1\r\nannotations: # ours\r\n  - id: old\r\n    role: claim\r\n    passages:\r\n      - exact: 一\r\n# end\r\n';
    writeFileSync(path(), before);
    await editSidecarFile(path(), add);
    await editSidecarFile(path(), (file) => removeAnnotation(file, 1));
    assert.equal(content(), before);
  });

  it('is refused with its place where it can’t be read, and left as it is', async () => {
    const broken: Readonly<Record<string, [Uint8Array, RegExp]>> = {
      'no YAML': [
        Buffer.from('version: 1\nannotations: [\n'),
        /^\S+a\.md\.claims\.yaml:\d+:\d+: ./,
      ],
      'of a newer version': [
        Buffer.from('\nversion: 2\nannotations: []\n'),
        /a\.md\.claims\.yaml:2:10: Written by a newer version/,
      ],
      'not UTF-8': [Buffer.from([0xbf, 0xaa]), /a\.md\.claims\.yaml:1:1: Not UTF-8/],
    };
    for (const [what, [bytes, message]] of Object.entries(broken)) {
      writeFileSync(path(), bytes);
      await assert.rejects(
        editSidecarFile(path(), add),
        (error) => error instanceof RefusedError && message.test(error.message),
        what,
      );
      assert.deepEqual(readFileSync(path()), Buffer.from(bytes));
      assert.deepEqual(folder.list(), ['a.md.claims.yaml']);
    }
  });
});
