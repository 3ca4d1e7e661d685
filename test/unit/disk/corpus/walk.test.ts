import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { walk, type Unread } from '../../../../src/disk/corpus/walk.node';
import { folderForEach } from '../disk';
import { asNobody, write } from './articles';

describe('going through a folder', () => {
  const folder = folderForEach();
  const found = (tell?: (unread: Unread) => void) =>
    [...walk([folder.path], '.claims.yaml', tell)]
      .map((path) => relative(folder.path, path))
      .sort();

  it('finds what ends as wanted, in hidden folders too, and no name that is only the ending', () => {
    for (const name of ['a.md.claims.yaml', '甲/乙.md.claims.yaml', '.hidden/c.md.claims.yaml'])
      write(folder.file(name), '');
    for (const name of ['a.md', '.claims.yaml', 'b.claims.yaml.bak']) write(folder.file(name), '');
    for (const name of ['.git/x.claims.yaml', 'sub/node_modules/y.claims.yaml'])
      write(folder.file(name), '');
    assert.deepEqual(found(), [
      '.hidden/c.md.claims.yaml',
      'a.md.claims.yaml',
      '甲/乙.md.claims.yaml',
    ]);
  });

  it('follows links, and ends where they lead in circles', () => {
    write(folder.file('in/a.md.claims.yaml'), '');
    symlinkSync('..', folder.file('in/up'));
    symlinkSync('in', folder.file('again'));
    symlinkSync('nowhere', folder.file('broken.claims.yaml'));
    symlinkSync('in/a.md.claims.yaml', folder.file('b.md.claims.yaml'));
    symlinkSync('圈.md.claims.yaml', folder.file('圈.md.claims.yaml'));
    const paths = found();
    assert.ok(paths.includes('圈.md.claims.yaml'), 'reading it says what is wrong');
    assert.ok(paths.includes('b.md.claims.yaml'));
    assert.equal(paths.filter((path) => path.endsWith('a.md.claims.yaml')).length, 1);
    assert.equal(paths.length, 3);
  });

  it('gives files their own names, not those that links give them', () => {
    write(folder.file('中/文/a.md.claims.yaml'), '');
    write(folder.file('elsewhere/b.md.claims.yaml'), '');
    mkdirSync(folder.file('一'));
    symlinkSync('../中/文', folder.file('一/aa'));
    symlinkSync('../elsewhere', folder.file('一/away'));
    const inFolders = (...names: readonly string[]) =>
      [...walk(names.map(folder.file), '.claims.yaml')].map((path) => relative(folder.path, path));
    assert.deepEqual(inFolders('一', '中', 'elsewhere'), [
      '中/文/a.md.claims.yaml',
      'elsewhere/b.md.claims.yaml',
    ]);
    assert.deepEqual(inFolders('一', '中'), ['中/文/a.md.claims.yaml', '一/away/b.md.claims.yaml']);
  });

  it('leaves out what can’t be read, goes on, and says so', function () {
    if (process.platform === 'win32') this.skip();
    write(folder.file('open/a.md.claims.yaml'), '');
    write(folder.file('关/b.md.claims.yaml'), '');
    symlinkSync('关/in', folder.file('link'));
    symlinkSync('circle', folder.file('circle'));
    mkdirSync(folder.file('folder.claims.yaml'));
    chmodSync(folder.file('关'), 0);
    const unread: Unread[] = [];
    asNobody(() =>
      assert.deepEqual(
        found((one) => unread.push(one)),
        ['open/a.md.claims.yaml'],
      ),
    );
    chmodSync(folder.file('关'), 0o755);
    assert.deepEqual(unread.map(({ path }) => path).sort(), ['link', '关'].map(folder.file));
    for (const { reason } of unread) assert.match(reason, /EACCES/);
  });

  it('says nothing of a folder that isn’t there', () => {
    const tell = ({ path }: Unread) => assert.fail(path);
    assert.deepEqual([...walk([folder.file('gone')], '.claims.yaml', tell)], []);
  });

  it('says which sidecars and folders have names that aren’t UTF-8', function () {
    if (process.platform !== 'linux') this.skip();
    const inGbk = (name: string) =>
      Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.of(0xce, 0xc4), Buffer.from(name)]);
    writeFileSync(inGbk('.md.claims.yaml'), '');
    writeFileSync(inGbk('.png'), '');
    mkdirSync(inGbk(''));
    write(folder.file('\uFFFD.md.claims.yaml'), '');
    const unread: Unread[] = [];
    assert.deepEqual(
      found((one) => unread.push(one)),
      ['\uFFFD.md.claims.yaml'],
    );
    assert.deepEqual(unread.map(({ path }) => relative(folder.path, path)).sort(), [
      '\uFFFD\uFFFD',
      '\uFFFD\uFFFD.md.claims.yaml',
    ]);
  });
});
