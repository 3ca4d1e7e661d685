/**
 * `node crashWriter.cjs PATH SEED FEWEST MOST NOTE`: changes a sidecar over and over, which grows
 * to MOST annotations and shrinks to FEWEST in turn, with notes of some NOTE characters. Before
 * each change it prints `try OPERATION`, after it `ok`; if it fails, `failed CODE`, and waits for a
 * line.
 */
import { createInterface } from 'node:readline';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { editSidecarFile } from '../../src/disk/sidecarFile.node';
import { apply, type Operation } from './operations';
import { Random } from './scenario';

const [path = '', seed, fewest, most, note] = process.argv.slice(2);
const random = new Random(Number(seed));
let grows = random.below(2) === 0;

async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  for (let i = 0; ; i++) {
    try {
      await editSidecarFile(path, (file) => {
        const operation = choose(file, `a${seed}x${i}`);
        console.log(`try ${JSON.stringify(operation)}`);
        return apply(file, operation);
      });
      console.log('ok');
    } catch (error) {
      console.log(`failed ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
      if ((await lines.next()).done === true) return;
    }
  }
}

function choose(file: SidecarFile, id: string): Operation {
  const count = file.entries.length;
  if (count <= Number(fewest)) grows = true;
  if (count >= Number(most)) grows = false;
  const [grow, shrink] = grows ? [5, 1] : [1, 5];
  const dice = random.below(10);
  const value = `说明 ${'。'.repeat(Number(note) / 2 + random.below(Number(note)))} ${id}`;
  if (count === 0 || dice < grow)
    return { kind: 'insert', id, at: random.below(1000), field: 'note', value };
  const old = random.of(file.entries).id ?? '';
  return dice < grow + shrink
    ? { kind: 'delete', id: old }
    : { kind: 'edit', id: old, field: 'note', value };
}

void main();
