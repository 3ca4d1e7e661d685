/**
 * `node watcher.cjs PATH`: reads a sidecar again and again until its input ends, and prints how
 * often it found another content, and each content that is no valid sidecar with as many
 * annotations as it must have at least.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import { readFile } from '../../src/disk/readFile.node';

const [path = '', fewest] = process.argv.slice(2);
let ended = false;
process.stdin.resume().once('end', () => (ended = true));

async function main(): Promise<void> {
  let [readings, contents, last] = [0, 0, ''];
  const invalid: string[] = [];
  while (!ended) {
    const bytes = await readFile(path);
    const text = bytes === undefined ? 'missing' : new TextDecoder().decode(bytes);
    readings++;
    if (text !== last) {
      last = text;
      contents++;
      const { problems, entries } = readSidecar(text);
      if (problems[0] !== undefined || entries.length < Number(fewest))
        invalid.push(problems[0]?.message ?? `only ${entries.length} annotations`);
    }
    await turn();
  }
  console.log(JSON.stringify({ readings, contents, invalid }));
}

void main();
