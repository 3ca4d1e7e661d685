import { transform } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/**
 * The TypeScript files below a folder of the checkout that declare only types: nothing in them can
 * ever run.
 */
export async function filesWithoutCode(folder) {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts'),
  );
  const paths = files.map((file) => join(folder, file).replaceAll('\\', '/'));
  const isEmpty = async (path) => {
    const options = {
      loader: 'ts',
      minify: true,
      legalComments: 'none',
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    };
    const { code } = await transform(readFileSync(join(ROOT, path), 'utf8'), options);
    return code.trim() === '';
  };
  const empty = await Promise.all(paths.map(isEmpty));
  return paths.filter((_path, index) => empty[index]);
}
