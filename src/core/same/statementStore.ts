import type { Statement } from './grams';
import { BOUNDARY_ID } from './vocabulary';

/** A statement's article and its number in it, as the owner of the index names them. */
export interface Place {
  /** The article's number. */
  readonly article: number;
  readonly i: number;
}

/** No speaker is known. */
export const NO_SPEAKER = 0;

const FIRST_ROOM = 64;
const BYTES_A_TOKEN = 4;

/**
 * All statements in a few typed arrays: tokens as numbers of one to four bytes, seven bits a byte.
 * They are only added, at the next slot; those that were taken out stay until all is copied.
 */
export class StatementStore {
  private bytes = new Uint8Array(FIRST_ROOM * 32);
  /** Where the tokens of a slot begin; one more than there are slots. */
  private starts = new Uint32Array(FIRST_ROOM + 1);
  private speakers = new Uint32Array(FIRST_ROOM);
  private articles = new Uint32Array(FIRST_ROOM);
  private numbers = new Uint32Array(FIRST_ROOM);
  private removed = new Uint8Array(FIRST_ROOM);
  private count = 0;
  private gone = 0;

  /** How many slots there are, taken out or not. */
  get slots(): number {
    return this.count;
  }

  /** How many of them were taken out. */
  get removedSlots(): number {
    return this.gone;
  }

  /** Adds a statement; its slot. */
  add(tokens: readonly number[], speaker: number, { article, i }: Place): number {
    const slot = this.count;
    this.makeRoom(tokens.length);
    let at = this.starts[slot] ?? 0;
    for (const token of tokens) {
      let rest = token;
      for (; rest >= 0x80; rest >>>= 7) this.bytes[at++] = (rest & 0x7f) | 0x80;
      this.bytes[at++] = rest;
    }
    this.starts[slot + 1] = at;
    this.speakers[slot] = speaker;
    this.articles[slot] = article;
    this.numbers[slot] = i;
    this.removed[slot] = 0;
    this.count += 1;
    return slot;
  }

  remove(slot: number): void {
    if (this.isRemoved(slot)) return;
    this.removed[slot] = 1;
    this.gone += 1;
  }

  isRemoved(slot: number): boolean {
    return this.removed[slot] !== 0;
  }

  /** The statement in a slot, as it is compared. */
  read(slot: number): Statement {
    const ids: number[] = [];
    const starts: boolean[] = [];
    let isStart = true;
    const end = this.starts[slot + 1] ?? 0;
    for (let at = this.starts[slot] ?? 0; at < end;) {
      let [token, shift] = [0, 0];
      for (;;) {
        const byte = this.bytes[at++] ?? 0;
        token |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
        shift += 7;
      }
      if (token === BOUNDARY_ID) {
        isStart = true;
        continue;
      }
      ids.push(token);
      starts.push(isStart);
      isStart = false;
    }
    return { ids, starts };
  }

  /** About how long the statement in a slot is: in bytes. */
  lengthOf(slot: number): number {
    return (this.starts[slot + 1] ?? 0) - (this.starts[slot] ?? 0);
  }

  speakerOf(slot: number): number {
    return this.speakers[slot] ?? NO_SPEAKER;
  }

  placeOf(slot: number): Place {
    return { article: this.articles[slot] ?? 0, i: this.numbers[slot] ?? 0 };
  }

  /** Takes over a slot of another store; its slot here. */
  copyFrom(other: StatementStore, slot: number): number {
    const [start, end] = [other.starts[slot] ?? 0, other.starts[slot + 1] ?? 0];
    const copy = this.add([], other.speakerOf(slot), other.placeOf(slot));
    this.makeBytes(end - start);
    const at = this.starts[copy] ?? 0;
    this.bytes.set(other.bytes.subarray(start, end), at);
    this.starts[copy + 1] = at + end - start;
    return copy;
  }

  private makeRoom(tokens: number): void {
    this.makeBytes(tokens * BYTES_A_TOKEN);
    if (this.count < this.speakers.length) return;
    const room = Math.ceil(this.speakers.length * 1.5);
    this.starts = grown(this.starts, room + 1);
    this.speakers = grown(this.speakers, room);
    this.articles = grown(this.articles, room);
    this.numbers = grown(this.numbers, room);
    this.removed = grownBytes(this.removed, room);
  }

  private makeBytes(more: number): void {
    const wanted = (this.starts[this.count] ?? 0) + more;
    if (wanted > this.bytes.length)
      this.bytes = grownBytes(this.bytes, Math.max(wanted, Math.ceil(this.bytes.length * 1.25)));
  }
}

function grown(array: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room);
  larger.set(array);
  return larger;
}

function grownBytes(array: Uint8Array<ArrayBuffer>, room: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(room);
  larger.set(array);
  return larger;
}
