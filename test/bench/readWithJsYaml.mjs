/**
 * What a program in one thread needs at least that looks into every sidecar of a folder: each is
 * read and parsed, nothing is kept. Prints how many annotations there are.
 *
 *     node test/bench/readWithJsYaml.mjs FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const [, , folder = '.'] = process.argv;
let count = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.claims.yaml'))
    count += load(readFileSync(join(folder, name), 'utf8')).annotations.length;
console.log(count);
