import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, relative } from 'node:path';
import { OUT, ROOT } from './paths';

/** Tests bundled into the one script that VS Code loads. */
export interface TestBundle {
  /** Absolute path of the script. */
  readonly script: string;
  /** Replaces places in the bundle by the places in the sources they come from. */
  mapStack(stack: string): string;
}

/** The files below a folder of the checkout that end with `.test.ts`, in a fixed order. */
export function testFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(folder, file));
}

/**
 * Bundles test files with the entry that runs them: a module that exports `run(tests, grep?)`, as
 * test/integration/index.ts.
 * @param name of the script below out/
 * @param platform `node` for the extension host, `browser` for the web worker
 * @param grep only tests whose full title matches this regular expression
 */
export async function bundleTests(
  name: string,
  entry: string,
  files: readonly string[],
  platform: 'node' | 'browser',
  grep?: string,
): Promise<TestBundle> {
  const script = join(OUT, `${name}.js`);
  mkdirSync(OUT, { recursive: true });
  const path = (file: string): string =>
    JSON.stringify(`./${relative(ROOT, file).replaceAll('\\', '/')}`);
  // Tests are loaded one by one from inside `run`, when Mocha's globals are there and a broken file
  // can be reported.
  const tests = files.map((file) => `[${path(file)}, () => require(${path(file)})]`).join(',\n');
  // `module.exports` is set last, because Mocha's build for browsers sets it too.
  const contents = `const { run } = require(${path(entry)});\nmodule.exports = { run: () => run([\n${tests}\n], ${JSON.stringify(grep)}) };\n`;
  await build({
    stdin: { contents, resolveDir: ROOT, sourcefile: `${name}.entry.js`, loader: 'js' },
    outfile: script,
    bundle: true,
    format: 'cjs',
    platform,
    target: 'es2022',
    external: ['vscode', ...(platform === 'node' ? ['mocha'] : [])],
    alias: platform === 'browser' ? { 'node:assert': join(ROOT, 'test', 'web', 'assert.ts') } : {},
    sourcemap: true,
    logLevel: 'warning',
  });
  const map = new SourceMap(JSON.parse(readFileSync(`${script}.map`, 'utf8')) as SourceMapPayload);
  return { script, mapStack: (stack) => mapStack(stack, `${name}.js`, map) };
}

function mapStack(stack: string, name: string, map: SourceMap): string {
  return stack.replace(
    /[^\s()]*[\\/]([^\s()\\/]+\.js):(\d+):(\d+)/g,
    (place: string, file: string, line: string, column: string) => {
      if (!name.endsWith(file)) return place;
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      return 'originalSource' in entry
        ? `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
        : place;
    },
  );
}
