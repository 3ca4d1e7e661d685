// Bundles the extension: dist/extension.js for the desktop, dist/web/extension.js for the browser.
// --production: minified; --watch: again at every change.
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

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

const common = {
  entryPoints: ['src/extension.ts'],
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
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
  // The library picks its file reader by platform; in the browser bundles come from VS Code, never
  // from a file.
  {
    ...common,
    platform: 'browser',
    outfile: 'dist/web/extension.js',
    mainFields: ['browser', 'module', 'main'],
    plugins: [swapNodeAdapters],
  },
];

async function main() {
  if (!watch) return Promise.all(bundles.map((options) => esbuild.build(options)));
  const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
  return Promise.all(contexts.map((context) => context.watch()));
}

main().catch(() => process.exit(1));
