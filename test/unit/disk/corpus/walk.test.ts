import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { walk } from '../../../../src/disk/corpus/walk.node';
import { folderForEach } from '../disk';
import { write } from './articles';

describe('going through a folder', () => {
  const folder = folderForEach();
  const found = () =>
    [...walk(folder.path, '.claims.yaml')].map((path) => relative(folder.path, path)).sort();

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
    const paths = found();
    assert.ok(paths.includes('b.md.claims.yaml'));
    assert.equal(paths.filter((path) => path.endsWith('a.md.claims.yaml')).length, 1);
    assert.equal(paths.length, 2);
  });

  it('leaves out what can’t be read, and goes on', () => {
    write(folder.file('open/a.md.claims.yaml'), '');
    mkdirSync(folder.file('closed'));
    chmodSync(folder.file('closed'), 0);
    mkdirSync(folder.file('folder.claims.yaml'));
    assert.deepEqual(found(), ['open/a.md.claims.yaml']);
    assert.deepEqual([...walk(folder.file('gone'), '.claims.yaml')], []);
  });
});
