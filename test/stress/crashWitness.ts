import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSidecar } from '../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { removeLeftovers } from '../../src/disk/leftovers.node';
import type { Child } from './childScript';
import { apply, type Operation } from './operations';

export const SIDECAR = 'a.md.claims.yaml';

/** The user without rights, as whom writers run where the administrator runs the tests. */
export const NOBODY = 65534;

/** What the sidecar must say, from what its writer said that it does and did. */
export class Witness {
  torn = 0;
  lost = 0;
  /** The first thing that was wrong. */
  problem = '';
  acknowledged = 0;
  private underWay: Operation | undefined;

  /** @param present what was acknowledged last */
  constructor(
    public path: string,
    public present: SidecarFile,
  ) {}

  /** Takes in a line of the writer's. */
  hear(line: string): void {
    if (line.startsWith('try ')) this.underWay = JSON.parse(line.slice(4)) as Operation;
    if (line !== 'ok' || this.underWay === undefined) return;
    this.present = apply(this.present, this.underWay);
    this.underWay = undefined;
    this.acknowledged++;
  }

  /** Compares the file with what was acknowledged last, and with what was under way. */
  look(): void {
    const text = readFileSync(this.path, 'utf8');
    const after = this.underWay && apply(this.present, this.underWay);
    this.underWay = undefined;
    if (text === this.present.text) return;
    if (text === after?.text) {
      this.present = after;
      return;
    }
    const found = readSidecar(text);
    if (found.problems.length > 0 || found.refusal !== undefined) this.torn++;
    else this.lost++;
    this.problem ||= ` (first: ${text.length} characters instead of ${this.present.text.length})`;
    this.present = found;
  }
}

/**
 * Makes a folder with a sidecar of so many annotations with notes of that length, in which the
 * writer may write.
 */
export function begin(folder: string, count: number, note: number): Witness {
  mkdirSync(folder);
  const path = join(folder, SIDECAR);
  let file = newSidecar();
  for (let i = 0; i < count; i++)
    file = apply(file, {
      kind: 'insert',
      id: `start${i}`,
      at: i,
      field: 'note',
      value: '起'.repeat(note + (i % 20)),
    });
  writeFileSync(path, file.text);
  if (process.getuid?.() === 0) for (const made of [folder, path]) chownSync(made, NOBODY, NOBODY);
  return new Witness(path, file);
}

/** Hears a writer out until it acknowledged so many changes. */
export async function listen(writer: Child, witness: Witness, count: number): Promise<void> {
  for (let acknowledged = 0; acknowledged < count;) {
    const line = await hear(writer, witness);
    if (line === 'ok') acknowledged++;
    else if (!line.startsWith('try ')) throw new Error(`The writer said: ${line}`);
  }
}

export async function hear(writer: Child, witness: Witness): Promise<string> {
  const line = await writer.next();
  if (line === undefined) throw new Error(`The writer ended. ${writer.complaints}`);
  witness.hear(line);
  return line;
}

/** Removes what was left behind; returns how much is there beside the sidecar all the same. */
export async function clean(folder: string): Promise<number> {
  await removeLeftovers(folder, 0);
  return readdirSync(folder).filter((name) => name !== SIDECAR).length;
}
