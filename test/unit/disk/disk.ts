import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript } from '../../stress/childScript';

/** A folder for each test of a suite, which anybody may enter; removed after the test. */
export function folderForEach(): {
  path: string;
  readonly file: (name: string) => string;
  readonly list: () => string[];
  readonly listIn: (name: string) => string[];
} {
  const folder = {
    path: '',
    file: (name: string) => join(folder.path, name),
    /** Everything in it, hidden files too. */
    list: () => readdirSync(folder.path).sort(),
    listIn: (name: string) => readdirSync(join(folder.path, name)).sort(),
  };
  beforeEach(() => {
    folder.path = newFolder();
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}

/** The script `child.ts`, bundled once for a suite: its path, when the tests run. */
export function childScript(): () => string {
  let folder = '';
  let script = '';
  before(async () => {
    folder = newFolder();
    script = await bundleScript('test/unit/disk/child.ts', folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return () => script;
}

function newFolder(): string {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-disk-'));
  chmodSync(path, 0o755);
  return path;
}
