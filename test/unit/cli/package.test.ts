import assert from 'node:assert/strict';
import { build, type BuildOptions } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorpusCache } from '../../../src/disk/corpus/corpusCache.node';
import { LINES, sidecarFor } from '../disk/corpus/articles';
import { claimsForEach, writeTwoArticles } from './claims';

const ROOT = join(import.meta.dirname, '..', '..', '..');

describe('the package', () => {
  const folder = claimsForEach();
  let installed = '';
  /** What names the package's way of reading. */
  let reader = '';

  /** What the package has, in a folder where nothing else is. */
  before(async function () {
    this.timeout(60_000);
    installed = mkdtempSync(join(tmpdir(), 'claims-package-'));
    mkdirSync(join(installed, 'dist'));
    for (const name of ['package.json', 'l10n'])
      cpSync(join(ROOT, name), join(installed, name), { recursive: true });
    const { bundles } = createRequire(import.meta.url)(join(ROOT, 'esbuild.js')) as {
      readonly bundles: readonly BuildOptions[];
    };
    const program = bundles.find(({ outfile }) => outfile === 'dist/claims.js');
    reader = JSON.parse(program?.define?.['process.env.CLAIMS_READER'] ?? '""') as string;
    await build({ ...program, absWorkingDir: ROOT, outfile: join(installed, 'dist/claims.js') });
  });
  after(() => rmSync(installed, { recursive: true, force: true }));

  const run = (args: readonly string[], language = 'C') =>
    spawnSync(process.execPath, [join(installed, 'dist/claims.js'), ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, LANG: language, LC_ALL: '' },
    });

  it('has all that the program needs', () => {
    writeTwoArticles(folder);
    const { status, stdout, stderr } = run(['list', '--count']);
    assert.deepEqual([status, stdout, stderr], [0, '4\n', '']);
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(run(['list', 'nowhere']).status, 1);
    assert.equal(run(['nix']).status, 2);
  });

  it('reads many sidecars in two threads, and keeps what both read', () => {
    for (let i = 0; i < 1_100; i++)
      folder.write(`in/${i}.md.claims.yaml`, sidecarFor(LINES, { prefix: `s${i}x` }));
    for (let i = 0; i < 1_100; i += 100) folder.write(`in/${i + 7}.md.claims.yaml`, 'version: [\n');
    const cold = run(['stats', '--json']).stdout;
    const { status, stdout, stderr } = run(['list', '--count']);
    assert.deepEqual([status, stdout], [1, `${1_089 * LINES.length}\n`]);
    assert.equal(stderr.trimEnd().split('\n').length, 11);
    assert.equal(run(['stats', '--json']).stdout, cold);
    assert.equal(run(['stats', '--json', '--no-cache']).stdout, cold);
    const [file = ''] = readdirSync(folder.caches);
    const kept = [...new CorpusCache(join(folder.caches, file), reader).all()];
    assert.equal(new Set(kept.map(({ article }) => article.name)).size, 1_089);
  });

  it('speaks Chinese where the environment does', () => {
    assert.equal(run(['list', 'nowhere'], 'zh_CN.UTF-8').stderr, 'claims: 没有 nowhere。\n');
    for (const language of ['zh_TW.UTF-8', 'en_US.UTF-8', 'zha'])
      assert.match(run(['list', 'nowhere'], language).stderr, /There is no nowhere/);
  });

  it('has nothing else in it, and a program of the right name', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [packed] = JSON.parse(listed) as [{ readonly files: { readonly path: string }[] }];
    const others = packed.files
      .map(({ path }) => path)
      .filter((path) => !/^(?:l10n|schemas)\/[^/]+\.json$/.test(path));
    const expected = ['LICENSE', 'README.md', 'dist/claims.js', 'package.json'];
    assert.deepEqual([...new Set([...others, 'dist/claims.js'])].sort(), expected);
  });
});
