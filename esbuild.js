// Bundles the extension: dist/extension.js for the desktop, dist/web/extension.js for the browser.
// --production: minified; --watch: again at every change.
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const ENTRY = 'src/extension.ts';
const NO_PLACE = { file: ENTRY, line: 1, column: 0, lineText: '' };

/**
 * In the browser there is no Node: the one adapter that uses it is swapped for the one that
 * doesn't.
 */
const swapNodeAdapters = {
  name: 'swap-node-adapters',
  setup(build) {
    build.onResolve({ filter: /\.node$/ }, ({ path, resolveDir }) =>
      build.resolve(path.replace(/\.node$/, '.web'), { resolveDir, kind: 'import-statement' }),
    );
  },
};

/**
 * Says in lines when builds start and end, and what is wrong where, for the task `watch` in
 * .vscode/tasks.json. One for all bundles: the start is the first one's, the end the last one's.
 */
function reportBuilds() {
  let running = 0;
  const report =
    (severity) =>
    ({ text, location }) => {
      // Whatever has no place of its own belongs to the bundle as a whole.
      const { file, line, column, lineText } = location ?? NO_PLACE;
      // Columns come in bytes, from 0; editors count characters, from 1.
      const before = Buffer.from(lineText).subarray(0, column).toString();
      console.log(`${file}:${line}:${before.length + 1}: ${severity}: ${text}`);
    };
  return {
    name: 'report-builds',
    setup(build) {
      build.onStart(() => {
        if (running === 0) console.log('[watch] build started');
        running += 1;
      });
      build.onEnd(({ errors, warnings }) => {
        errors.forEach(report('error'));
        warnings.forEach(report('warning'));
        running -= 1;
        if (running === 0) console.log('[watch] build finished');
      });
    },
  };
}

/** Names what reads sidecars and finds passages, for the cache of what was read and found. */
function readerHash() {
  const hash = createHash('sha256');
  for (const folder of ['src/core', 'src/disk'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

const common = {
  entryPoints: [ENTRY],
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  define: { 'process.env.CLAIMS_READER': JSON.stringify(readerHash()) },
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
};

const bundles = [
  // What must not run in an extension host is left out of the lock's package.
  {
    ...common,
    platform: 'node',
    outfile: 'dist/extension.js',
    alias: require('./src/disk/aliases.json'),
  },
  // The thread that reads the corpus.
  {
    ...common,
    entryPoints: ['src/disk/corpus/corpusWorker.node.ts'],
    platform: 'node',
    outfile: 'dist/corpusWorker.js',
  },
  // The library picks its file reader by platform; in the browser bundles come from VS Code, never
  // from a file.
  {
    ...common,
    platform: 'browser',
    outfile: 'dist/web/extension.js',
    mainFields: ['browser', 'module', 'main'],
    plugins: [swapNodeAdapters],
  },
  // The page of the debate's tab and its style sheet, for the desktop and the browser alike.
  {
    ...common,
    entryPoints: ['src/views/debate/main.ts'],
    platform: 'browser',
    format: 'iife',
    outfile: 'dist/views/debate.js',
    external: [],
  },
  {
    ...common,
    entryPoints: ['src/views/debate/styles/index.css'],
    outfile: 'dist/views/debate.css',
    sourcemap: false,
  },
  // The program `claims`, which knows no VS Code.
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    platform: 'node',
    outfile: 'dist/claims.js',
    external: [],
    mainFields: ['module', 'main'],
    alias: { 'graceful-fs': 'node:fs' },
    // The parser of arguments asks where it lies, as modules do.
    banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { ...common.define, 'import.meta.url': 'ownUrl' },
  },
];

async function main() {
  if (!watch) return Promise.all(bundles.map((options) => esbuild.build(options)));
  const reporter = reportBuilds();
  const contexts = await Promise.all(
    bundles.map(({ plugins = [], ...options }) =>
      esbuild.context({ ...options, plugins: [...plugins, reporter], logLevel: 'silent' }),
    ),
  );
  return Promise.all(contexts.map((context) => context.watch()));
}

module.exports = { bundles };
if (require.main === module) main().catch(() => process.exit(1));
