import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { Child, node } from '../../stress/childScript';
import { childScript, folderForEach } from './disk';

/** The administrator may write everywhere: such tests are run as nobody then. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534 } : {};

/** Runs a command with these arguments in a shell. */
const inShell = (command: string, ...args: string[]): [string, ...string[]] => [
  'bash',
  '-c',
  command,
  'bash',
  ...args,
];

describe('updating a file in trouble', () => {
  const folder = folderForEach();
  const script = childScript();

  /** What a process that makes the file 200,000 bytes long tells of it. */
  async function fill(command: [string, ...string[]], options = {}) {
    const child = new Child(command, options);
    const lines = await child.rest();
    assert.equal((await child.ended).code, 0, child.complaints);
    return JSON.parse(lines.at(-1) ?? '') as {
      problem?: string;
      size: number;
      first: string;
      files: string[];
    };
  }

  it('keeps the old content where a file may not become that large (a limit of the process)', async function () {
    if (process.platform === 'win32') this.skip();
    const path = folder.file('a.claims.yaml');
    writeFileSync(path, 'old');
    const result = await fill(
      inShell(`trap '' XFSZ; ulimit -f 64; exec "$@"`, ...node(script(), 'fill', path, '200000')),
    );
    assert.deepEqual(result, { problem: 'EFBIG', size: 3, first: 'o', files: ['a.claims.yaml'] });
  });

  it('keeps the old content where the disk is full (a small one, mounted for it)', async function () {
    if (spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', folder.path]).status !== 0)
      this.skip();
    const path = folder.file('a.claims.yaml');
    const command = inShell(
      'mount -t tmpfs -o size=64k none "$1" && printf old > "$2" && shift 2 && exec "$@"',
      folder.path,
      path,
      ...node(script(), 'fill', path, '200000'),
    );
    assert.deepEqual(await fill(['unshare', '-rm', ...command]), {
      problem: 'ENOSPC',
      size: 3,
      first: 'o',
      files: ['a.claims.yaml'],
    });
  });

  describe('without permission', () => {
    beforeEach(function () {
      if (process.platform === 'win32') this.skip();
    });

    it('keeps a file in a read-only folder', async () => {
      const path = folder.file('a.claims.yaml');
      writeFileSync(path, 'old', { mode: 0o666 });
      chmodSync(path, 0o666);
      chmodSync(folder.path, 0o555);
      assert.deepEqual(await fill(node(script(), 'fill', path, '9'), asNobody), {
        problem: 'EACCES',
        size: 3,
        first: 'o',
        files: ['a.claims.yaml'],
      });
      chmodSync(folder.path, 0o755);
    });

    it('keeps a read-only file', async () => {
      const path = folder.file('below/a.claims.yaml');
      mkdirSync(folder.file('below'));
      chmodSync(folder.file('below'), 0o777);
      writeFileSync(path, 'old');
      chmodSync(path, 0o444);
      assert.deepEqual(await fill(node(script(), 'fill', path, '9'), asNobody), {
        problem: 'EACCES',
        size: 3,
        first: 'o',
        files: ['a.claims.yaml'],
      });
    });
  });
});
