/**
 * `node nodeWriter.cjs PATH`: changes a sidecar as plain Node programs do. Does what it is sent, a
 * line each: `{"operation": …, "pauses": true}`, and answers `done`, or `lost WHAT`. If it is to
 * pause, it says `inside` when it has the lock and has read the file, and goes on at the next line.
 */
import { createInterface } from 'node:readline';
import { editSidecarFile } from '../../src/disk/sidecarFile.node';
import { apply, LostError, type Operation } from './operations';

const [path = ''] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function main(): Promise<void> {
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    const { operation, pauses } = JSON.parse(line.value) as {
      operation: Operation;
      pauses: boolean;
    };
    console.log(await answer(operation, pauses));
  }
}

async function answer(operation: Operation, pauses: boolean): Promise<string> {
  let pause = pauses;
  try {
    await editSidecarFile(path, async (file) => {
      if (pause) {
        // Only once: what is written meanwhile is found out, and the change made anew.
        pause = false;
        console.log('inside');
        await lines.next();
      }
      return apply(file, operation);
    });
    return 'done';
  } catch (error) {
    if (error instanceof LostError) return `lost ${error.message}`;
    throw error;
  }
}

void main();
