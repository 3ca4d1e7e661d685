import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { removeLeftovers } from '../../../src/disk/leftovers.node';
import { withLock } from '../../../src/disk/lock.node';
import { folderForEach } from './disk';

const TEMPORARY = '.claims-0123456789abcdef.tmp';
const LOCK = '.claims-0123456789abcdef.lock';
const OWNER = '0123456789ab-1-01234567-0';

describe('removing what killed writers left', () => {
  const folder = folderForEach();

  function put(name: string, minutes: number): void {
    writeFileSync(folder.file(name), name);
    age(name, minutes);
  }

  function age(name: string, minutes: number): void {
    const time = Date.now() / 1000 - minutes * 60;
    utimesSync(folder.file(name), time, time);
  }

  it('takes old temporary files and abandoned locks', async () => {
    put(TEMPORARY, 2);
    mkdirSync(folder.file(LOCK));
    put(join(LOCK, OWNER), 2);
    mkdirSync(folder.file('.claims-00000000000000ff.lock'));
    assert.deepEqual((await removeLeftovers(folder.path)).sort(), [
      '.claims-00000000000000ff.lock',
      LOCK,
      TEMPORARY,
    ]);
    assert.deepEqual(folder.list(), []);
  });

  it('leaves what may be in use', async () => {
    put(TEMPORARY, 0);
    await withLock(folder.file('a'), async () => {
      const before = folder.list();
      assert.equal(before.length, 2);
      assert.deepEqual(await removeLeftovers(folder.path), []);
      assert.deepEqual(folder.list(), before);
    });
  });

  it('leaves everything of others, and follows no link', async () => {
    const others = [
      '.claims-0123456789abcdef.tmp2',
      '.claims-0123456789ABCDEF.tmp',
      '.claims-.tmp',
      'claims-0123456789abcdef.tmp',
      '.claims.yaml',
      'a.md.claims.yaml',
      'x.claims-0123456789abcdef.tmp',
    ];
    for (const name of others) put(name, 9);
    mkdirSync(folder.file('.claims-00000000000000aa.tmp'));
    put('.claims-00000000000000bb.lock', 9);
    // A lock's folder in which something else is.
    mkdirSync(folder.file(LOCK));
    put(join(LOCK, 'notes.txt'), 9);
    mkdirSync(folder.file('elsewhere'));
    put(join('elsewhere', OWNER), 9);
    symlinkSync('elsewhere', folder.file('.claims-00000000000000cc.lock'));
    symlinkSync('a.md.claims.yaml', folder.file(TEMPORARY));
    const before = folder.list();
    assert.deepEqual(await removeLeftovers(folder.path, -1000), []);
    assert.deepEqual(folder.list(), before);
    assert.equal(
      readFileSync(folder.file(join(LOCK, 'notes.txt')), 'utf8'),
      join(LOCK, 'notes.txt'),
    );
    assert.ok(existsSync(folder.file(join('elsewhere', OWNER))));
  });

  it('finds nothing where there is no folder', async () => {
    assert.deepEqual(await removeLeftovers(folder.file('gone')), []);
  });
});
