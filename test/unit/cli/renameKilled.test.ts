import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build, type BuildOptions } from 'esbuild';
import { ROOT } from '../../host/paths';
import { claimsForEach, ENGLISH, tagged } from './claims';

const SIDECARS = 40;
const IN_EACH = 8;
/** How many sidecars are changed when the program is killed. */
const KILLED_AT = [4, 20];
const CODEBOOK = 'version: 1\nspeakers:\n  - name: Mayor # of the town\n';

describe('claims rename, killed midway and started again', () => {
  const folder = claimsForEach();
  let bundle: string;
  let program: string;

  before(async function () {
    this.timeout(120_000);
    bundle = mkdtempSync(join(tmpdir(), 'claims-killed-'));
    program = join(bundle, 'dist/claims.js');
    for (const name of ['package.json', 'l10n'])
      cpSync(join(ROOT, name), join(bundle, name), { recursive: true });
    const { bundles } = createRequire(import.meta.url)(join(ROOT, 'esbuild.js')) as {
      readonly bundles: readonly BuildOptions[];
    };
    const options = bundles.find(({ outfile }) => outfile === 'dist/claims.js');
    await build({ ...options, absWorkingDir: ROOT, outfile: program });
  });
  after(() => rmSync(bundle, { recursive: true, force: true }));

  const sidecars = () =>
    readdirSync(folder.path)
      .filter((name) => name.endsWith('.claims.yaml'))
      .sort()
      .map((name) => folder.read(name));
  const start = () =>
    spawn(process.execPath, [program, 'rename', '--field', 'speaker', 'Mayor', 'Ada Quill'], {
      cwd: folder.path,
      stdio: 'ignore',
    });
  /** The text that a sidecar has before, or after: each is one or the other, whole. */
  const stateOf = (before: string, text: string) => {
    if (text === before) return 'old';
    const renamed = before.replaceAll('speaker: Mayor', 'speaker: Ada Quill');
    const modified = /\n {4}modified: "[-0-9T:]+Z"/g;
    assert.equal(text.replace(modified, ''), renamed);
    assert.equal(text.match(modified)?.length, IN_EACH);
    return 'new';
  };

  it('loses nothing: each sidecar is the old or the new one, and the next start does the rest', async function () {
    this.timeout(240_000);
    const annotations = Array.from({ length: IN_EACH }, (_, i) =>
      tagged(ENGLISH, `e${i}`, 'The bridge can wait', { speaker: 'Mayor', note: `number ${i}` }),
    );
    for (let i = 0; i < SIDECARS; i += 1) folder.article(`a${i}.md`, ENGLISH, annotations);
    folder.write('claims.codebook.yaml', CODEBOOK);
    const before = sidecars();
    const changed = () => {
      const states = sidecars().map((text, i) => stateOf(before[i] ?? '', text));
      return states.filter((state) => state === 'new').length;
    };
    for (const count of KILLED_AT) {
      const child = start();
      const end = once(child, 'exit');
      while (child.exitCode === null && changed() < count) await pause(5);
      child.kill('SIGKILL');
      await end;
      assert.equal(child.signalCode, 'SIGKILL', 'it was killed before it was done');
      assert.ok(changed() >= count && changed() < SIDECARS, `${changed()}`);
      // The codebook comes last: it still knows what is left to do.
      assert.equal(readFileSync(folder.file('claims.codebook.yaml'), 'utf8'), CODEBOOK);
    }
    const child = start();
    await once(child, 'exit');
    assert.equal(child.exitCode, 0);
    assert.equal(changed(), SIDECARS);
    assert.equal(folder.read('claims.codebook.yaml'), CODEBOOK.replace('Mayor', 'Ada Quill'));
  });
});
