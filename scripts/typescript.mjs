/**
 * Lets Node run this project's TypeScript: `node --import ./scripts/typescript.mjs file.ts`.
 *
 * A ready-made loader would do, but those we tried print their output on one line, and line
 * coverage measured through that is wrong (whole functions that never ran count as covered). Here
 * every source line stays a line of its own.
 */
import { transform } from 'esbuild';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Node runs the hooks below in a thread of their own, from this same file.
if (isMainThread) register(import.meta.url);

/**
 * Finds `./model` as `./model.ts` and `./anchoring` as `./anchoring/index.ts`, as the compiler and
 * the bundler do.
 */
export async function resolve(specifier, context, next) {
  if (/^\.{1,2}(\/|$)/.test(specifier) && context.parentURL?.startsWith('file:')) {
    for (const ending of ['', '.ts', '/index.ts']) {
      const url = new URL(specifier + ending, context.parentURL);
      if (/\.(ts|json)$/.test(url.pathname) && existsSync(url))
        return { url: url.href, shortCircuit: true };
    }
  }
  return next(specifier, context);
}

/** Turns TypeScript and JSON files into modules. */
export async function load(url, context, next) {
  const file =
    url.startsWith('file:') && !url.includes('/node_modules/') ? new URL(url).pathname : '';
  if (file.endsWith('.json')) {
    const text = await readFile(new URL(url), 'utf8');
    return { format: 'module', source: `export default ${text}`, shortCircuit: true };
  }
  if (!file.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcefile: fileURLToPath(url),
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
