import { UNITS_A_STEP, type Steps } from '../text/steps';

/** Phrases are looked up by their first units, of one of these numbers. */
const HEADS = [16, 8, 4, 2, 1] as const;
/** So many units of a phrase are compared: the rest hardly differs. */
const COMPARED = 64;
/** The size of a sieve, a power of two. */
const SIEVE = 1 << 16;

interface Phrase<Owner> {
  readonly owner: Owner;
  /** How it begins. */
  readonly start: string;
}

const NONE: readonly never[] = [];

/** The phrases that are looked up by a head of the same length. */
class Heads<Owner> {
  private readonly phrases = new Map<string, Set<Phrase<Owner>>>();
  /** Not 0 for the first two units of a head: most places in a text are passed over by that. */
  private readonly sieve = new Uint8Array(SIEVE);

  constructor(private readonly length: number) {}

  add(phrase: Phrase<Owner>): void {
    const head = phrase.start.slice(0, this.length);
    const known = this.phrases.get(head);
    if (known === undefined) this.phrases.set(head, new Set([phrase]));
    else known.add(phrase);
    this.sieve[this.slotAt(head, 0)] = 1;
  }

  remove(phrase: Phrase<Owner>): void {
    const head = phrase.start.slice(0, this.length);
    const known = this.phrases.get(head);
    known?.delete(phrase);
    if (known?.size === 0) this.phrases.delete(head);
  }

  at(text: string, i: number): Iterable<Phrase<Owner>> {
    if (this.sieve[this.slotAt(text, i)] === 0) return NONE;
    return this.phrases.get(text.slice(i, i + this.length)) ?? NONE;
  }

  private slotAt(text: string, i: number): number {
    const second = this.length === 1 ? 0 : text.charCodeAt(i + 1);
    return (text.charCodeAt(i) * 31 + second) & (SIEVE - 1);
  }
}

/**
 * Finds whose phrases a text holds: in one go through the text, however many phrases there are. In
 * the manner of Karp and Rabin (IBM J. Res. Dev. 31, 1987), with a map of strings in place of
 * hashes.
 */
export class PhraseFinder<Owner> {
  private readonly heads = new Map<number, Heads<Owner>>();
  private readonly phrases = new Map<Owner, readonly Phrase<Owner>[]>();

  /** How many have phrases here. */
  get size(): number {
    return this.phrases.size;
  }

  /**
   * Takes in an owner's phrases, in place of those it had.
   *
   * @param phrases of empty ones, none is taken
   */
  add(owner: Owner, phrases: readonly string[]): void {
    this.remove(owner);
    const starts = [...new Set(phrases.map((phrase) => phrase.slice(0, COMPARED)))].filter(Boolean);
    const taken = starts.map((start): Phrase<Owner> => ({ owner, start }));
    this.phrases.set(owner, taken);
    for (const phrase of taken) this.headsFor(phrase).add(phrase);
  }

  remove(owner: Owner): void {
    for (const phrase of this.phrases.get(owner) ?? []) this.headsFor(phrase).remove(phrase);
    this.phrases.delete(owner);
  }

  /**
   * The owners of whose phrases one at least stands in a text, as far as its first 64 units tell;
   * each once.
   */
  *find(text: string): Steps<ReadonlySet<Owner>> {
    const found = new Set<Owner>();
    for (const heads of this.heads.values()) {
      for (let i = 0; i < text.length; i++) {
        if (i % UNITS_A_STEP === UNITS_A_STEP - 1) yield;
        for (const { owner, start } of heads.at(text, i))
          if (!found.has(owner) && text.startsWith(start, i)) found.add(owner);
      }
    }
    return found;
  }

  private headsFor({ start }: Phrase<Owner>): Heads<Owner> {
    const length = HEADS.find((one) => one <= start.length) ?? 1;
    const heads = this.heads.get(length) ?? new Heads<Owner>(length);
    this.heads.set(length, heads);
    return heads;
  }
}
