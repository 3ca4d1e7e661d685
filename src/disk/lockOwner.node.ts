/**
 * Who holds a lock, as a file's name: `computer-process-program-number`. The name alone tells
 * whether that one is gone.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { hasCode } from './errors.node';

const OWNER = /^(?<computer>[0-9a-f]{12})-(?<pid>\d+)-[0-9a-f]{8}-\d+$/;

const computer = computerName();
/**
 * What all names given by this program begin with; its own random part, since numbers of processes
 * come again.
 */
const ours = `${computer}-${process.pid}-${randomBytes(4).toString('hex')}-`;
const held = new Set<string>();
let count = 0;

/** A new name, which counts as that of a living holder until it is dropped. */
export function newOwner(): string {
  const name = `${ours}${count++}`;
  held.add(name);
  return name;
}

export function dropOwner(name: string): void {
  held.delete(name);
}

export function isOwnerName(name: string): boolean {
  return OWNER.test(name);
}

/**
 * Whether a holder can't come back: its process ended, or it is this program, which dropped it.
 * False for those of other computers, of which nothing is known but how long ago they last showed a
 * sign of life.
 */
export function isGone(name: string): boolean {
  if (name.startsWith(ours)) return !held.has(name);
  const { computer: theirs, pid } = OWNER.exec(name)?.groups ?? {};
  if (theirs !== computer) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** Whether a holder is a program on this computer that runs. */
export function isAlive(name: string): boolean {
  return OWNER.exec(name)?.groups?.computer === computer && !isGone(name);
}

/**
 * Short for all processes that see each other's numbers. Names of computers occur twice, so on
 * Linux the identifier of this start of the system and of the container goes in, elsewhere the
 * network's hardware addresses: should these change, a dead process is found out later, never a
 * living one taken for dead.
 */
function computerName(): string {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list = []) => list.map(({ mac }) => mac))
    .sort();
  const start =
    ifReadable(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')) ??
    addresses.join(' ');
  const container = ifReadable(() => readlinkSync('/proc/self/ns/pid')) ?? '';
  return createHash('sha256')
    .update([hostname(), start, container].join('\n'))
    .digest('hex')
    .slice(0, 12);
}

function ifReadable(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
