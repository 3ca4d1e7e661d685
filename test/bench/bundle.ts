import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { median, timeRow, type Row } from './measure';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Has the bundles as they are shipped in a folder of their own, so that those in use stay as they
 * are.
 */
export function withBundles<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'claims-bench-'));
  try {
    for (const name of ['src', 'package.json', 'l10n'])
      symlinkSync(join(ROOT, name), join(folder, name));
    execFileSync(process.execPath, [join(ROOT, 'esbuild.js'), '--production'], {
      cwd: folder,
      stdio: 'inherit',
    });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bundles' sizes, and how long the desktop's takes to load and to activate. */
export function bundleRows(runs: number): Row[] {
  return withBundles((folder) => {
    const desktop = join(folder, 'dist/extension.js');
    const times = Array.from({ length: runs }, () => {
      const printed = execFileSync(
        process.execPath,
        [join(ROOT, 'test/bench/activation.mjs'), desktop],
        { encoding: 'utf8' },
      );
      return JSON.parse(printed) as [load: number, activate: number];
    });
    const [load, activate] = [
      median(times.map(([one]) => one)),
      median(times.map(([, one]) => one)),
    ];
    return [
      timeRow(
        `activation: load (${load.toFixed(0)} ms) and \`activate()\` (${activate.toFixed(0)} ms) in a new process, \`vscode\` replaced by a stub`,
        50,
        { ours: median(times.map(([a, b]) => a + b)) },
      ),
      sizeRow('bundle for the desktop, minified (gzip)', desktop),
      sizeRow('bundle for the browser, minified (gzip)', join(folder, 'dist/web/extension.js')),
    ];
  });
}

function sizeRow(what: string, path: string): Row {
  const bytes = readFileSync(path);
  const kilobytes = (size: number) => `${(size / 1000).toFixed(0)} kB`;
  return { what, ours: `${kilobytes(bytes.length)} (${kilobytes(gzipSync(bytes).length)})` };
}
