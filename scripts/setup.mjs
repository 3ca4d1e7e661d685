/**
 * Brings a fresh clone to where its other scripts can run: the packages of package-lock.json in
 * node_modules. Uses nothing but Node. `node scripts/setup.mjs` does just this; `npm start` and
 * `npm test` do it first.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: where package.json is. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];

/**
 * Installs the project's packages unless node_modules holds exactly them. Throws an `Error` for
 * people to read.
 */
export async function setup() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Error(
      `Claim Annotator needs Node ${OLDEST_NODE.join('.')} or newer to build; this is ${process.version}.`,
    );
  }
  if (upToDate()) return;
  console.log('Installing packages (npm ci) …');
  const npm = {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  };
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], npm);
  if (status !== 0)
    throw new Error(
      `npm ci failed${error ? `: ${error.message}` : ''}. Nothing can run without the packages.`,
    );
}

/** Compares the lock file with the record that npm keeps in node_modules of what it put there. */
function upToDate() {
  const packagesOf = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')).packages;
  try {
    const installed = packagesOf('node_modules', '.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, { version, optional }]) => {
        if (path === '') return true;
        const found = installed[path];
        return found ? found.version === version : optional; // optional ones are for other platforms
      },
    );
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setup().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
