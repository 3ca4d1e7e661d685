import { Pace, type Steps } from '../text/steps';
import { weigh, type Weighed } from './compare';
import { Frequencies } from './frequencies';
import { gramsOf, hashOfAll, type Statement } from './grams';
import { GramSegment } from './gramSegment';
import { SAME, SAME_BY_ANYBODY, scoreOf } from './score';
import { NO_SPEAKER, StatementStore } from './statementStore';
import { BOUNDARY_ID, Vocabulary } from './vocabulary';
import { winnow } from './winnow';

/** A statement as it is put in. */
export interface StatementText {
  readonly text: string;
  /** The canonical name; undefined if nobody is named. */
  readonly speaker?: string | undefined;
}

/** A statement that was found, by its article and its number in it. */
export interface SamePlace {
  readonly article: string;
  readonly i: number;
  /** How sure it is: see `scoreOf`. */
  readonly score: number;
}

/** Statements behind the last segment are gone through one by one. */
const MAX_LOOSE = 256;
/** From so many statements on, not all their grams are listed: one of so many in a row. */
const LARGE = { statements: 200_000, window: 5 } as const;
/** So many entries of lists are looked at for a question, the rarest grams first. */
const MAX_LOOKED_AT = 40_000;
/** So many statements are compared: those that have most in common, and those most of which is. */
const MAX_COMPARED = 32;

/**
 * Finds statements that say the same. An article's statements are replaced as a whole; the cost of
 * that is in proportion to them, but for the index being made again each time it doubled.
 */
export class SameIndex {
  readonly vocabulary = new Vocabulary();
  private store = new StatementStore();
  private frequencies = new Frequencies();
  private segments: GramSegment[] = [];
  private readonly speakerNumbers = new Map<string, number>();
  private readonly articleNumbers = new Map<string, number>();
  private readonly articleKeys: string[] = [];
  /** The slots of each article, by its number. */
  private slotsOf: (Uint32Array | undefined)[] = [];
  private scratch = new Float32Array(0);

  /** How many statements there are. */
  get size(): number {
    return this.store.slots - this.store.removedSlots;
  }

  /**
   * Puts in what an article says, in place of what it said before; nothing, if it is gone. Ask
   * anything between two steps, but put in one article after the other.
   */
  *setArticle(key: string, statements: readonly StatementText[]): Steps<void> {
    const article = this.articleNumber(key);
    const pace = new Pace();
    for (const slot of this.slotsOf[article] ?? []) this.remove(slot);
    this.slotsOf[article] = new Uint32Array(0);
    const slots = new Uint32Array(statements.length);
    for (const [i, { text, speaker }] of statements.entries()) {
      const tokens = this.vocabulary.read(text);
      slots[i] = this.store.add(tokens, this.speakerNumber(speaker), { article, i });
      this.frequencies.count(this.hashesOf(slots[i] ?? 0), 1);
      this.slotsOf[article] = slots.subarray(0, i + 1);
      if (pace.isDue(16 * text.length)) yield;
    }
    yield* this.tidy();
  }

  /**
   * The statements that say the same as a text, best first.
   *
   * @param speaker those of others are left out; undefined: whoever said it
   * @param except the place of the statement itself
   */
  same(
    { text, speaker }: StatementText,
    except?: { readonly article: string; readonly i: number },
  ): SamePlace[] {
    const statement = statementOf(this.vocabulary.read(text, false));
    const number = speaker === undefined ? NO_SPEAKER : (this.speakerNumbers.get(speaker) ?? -1);
    const left = except && this.slotOf(except);
    return this.findSame(statement, number, (slot) => slot !== left).map(({ slot, score }) => ({
      ...this.placeOf(slot),
      score,
    }));
  }

  /** The slot of a statement; undefined if there is none. */
  slotOf({ article, i }: { readonly article: string; readonly i: number }): number | undefined {
    return this.slotsOf[this.articleNumbers.get(article) ?? -1]?.[i];
  }

  placeOf(slot: number): { readonly article: string; readonly i: number } {
    const { article, i } = this.store.placeOf(slot);
    return { article: this.articleKeys[article] ?? '', i };
  }

  /** The slots of all statements, in no order. */
  *slots(): Generator<number, void> {
    for (let slot = 0; slot < this.store.slots; slot++) if (!this.store.isRemoved(slot)) yield slot;
  }

  speakerOf(slot: number): number {
    return this.store.speakerOf(slot);
  }

  statementIn(slot: number): Statement {
    return this.store.read(slot);
  }

  weigh(statement: Statement): Weighed {
    return weigh(statement, this.vocabulary, this.frequencies);
  }

  /** The statements in slots that say the same, best first. */
  findSame(
    statement: Statement,
    speaker: number,
    isWanted: (slot: number) => boolean,
  ): { readonly slot: number; readonly score: number }[] {
    const weighed = this.weigh(statement);
    const found: { slot: number; score: number }[] = [];
    for (const slot of this.candidates(weighed, speaker)) {
      if (!isWanted(slot)) continue;
      const score = scoreOf(weighed, this.weigh(this.store.read(slot)), this.vocabulary);
      if (score >= leastFor(speaker, this.store.speakerOf(slot))) found.push({ slot, score });
    }
    return found.sort((a, b) => b.score - a.score || a.slot - b.slot);
  }

  /** Slots of statements that have rare grams in common with one. */
  private candidates({ statement, weights }: Weighed, speaker: number): Iterable<number> {
    const { store, segments } = this;
    if (this.scratch.length < store.slots) this.scratch = new Float32Array(store.slots * 1.5 + 64);
    const shared = this.scratch;
    const touched: number[] = [];
    const visit = (slot: number, weight: number): void => {
      if (store.isRemoved(slot) || !mayBeOf(store.speakerOf(slot), speaker)) return;
      if (shared[slot] === 0) touched.push(slot);
      shared[slot] = (shared[slot] ?? 0) + weight;
    };
    const lists = [...weights, [hashOfAll(statement.ids), 1] as const].flatMap(([hash, weight]) =>
      segments.map((segment) => ({ slots: segment.slotsWith(hash), weight })),
    );
    lists.sort((a, b) => a.slots.length - b.slots.length);
    let looked = 0;
    for (const { slots, weight } of lists) {
      if (looked > 0 && looked + slots.length > MAX_LOOKED_AT) break;
      looked += slots.length;
      for (let at = 0; at < slots.length; at++) visit(slots[at] ?? 0, weight);
    }
    for (let slot = segments.at(-1)?.to ?? 0; slot < store.slots; slot++) {
      if (store.isRemoved(slot)) continue;
      for (const hash of this.hashesOf(slot)) {
        const weight = weights.get(hash);
        if (weight !== undefined) visit(slot, weight);
      }
    }
    const chosen = new Set([
      ...best(touched, (slot) => shared[slot] ?? 0),
      ...best(touched, (slot) => (shared[slot] ?? 0) / (store.lengthOf(slot) + 8)),
    ]);
    for (const slot of touched) shared[slot] = 0;
    return chosen;
  }

  /** Brings statements into segments, and these into few; makes all again once much is gone. */
  private *tidy(): Steps<void> {
    const { store } = this;
    if (store.removedSlots > MAX_LOOSE && store.removedSlots * 2 > store.slots)
      yield* this.copyLiving();
    if (this.frequencies.isCrowded) yield* this.countAgain();
    const indexed = this.segments.at(-1)?.to ?? 0;
    if (this.store.slots - indexed <= MAX_LOOSE) return;
    const kept = [...this.segments];
    let from = indexed;
    // A segment that isn't much larger than what comes behind it is made again with that.
    for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
      if (last.to - last.from > 2 * (this.store.slots - from)) break;
      from = last.from;
      kept.pop();
    }
    const to = this.store.slots;
    const window = to - from > LARGE.statements ? LARGE.window : 1;
    const segment = yield* GramSegment.build(from, to, {
      hashesOf: (slot) => this.listedHashes(slot, window),
    });
    this.segments = [...kept, segment];
  }

  private listedHashes(slot: number, window: number): readonly number[] {
    if (this.store.isRemoved(slot)) return [];
    const statement = this.store.read(slot);
    // Single words have the longest lists, and would be picked as often as pairs.
    const grams = gramsOf(statement, this.vocabulary).filter((one) => window === 1 || one.isPair);
    const hashes = grams.map(({ hash }) => hash);
    return [...winnow(hashes, window), hashOfAll(statement.ids)];
  }

  private *copyLiving(): Steps<void> {
    const pace = new Pace();
    const store = new StatementStore();
    const slotsOf = this.slotsOf.map((slots) => slots && new Uint32Array(slots.length));
    for (const slot of this.slots()) {
      const { article, i } = this.store.placeOf(slot);
      const copy = store.copyFrom(this.store, slot);
      const slots = slotsOf[article];
      if (slots !== undefined) slots[i] = copy;
      if (pace.isDue(64)) yield;
    }
    this.store = store;
    this.slotsOf = slotsOf;
    this.segments = [];
  }

  private *countAgain(): Steps<void> {
    const pace = new Pace();
    const frequencies = Frequencies.for(this.size);
    for (const slot of this.slots()) {
      const hashes = this.hashesOf(slot);
      frequencies.count(hashes, 1);
      if (pace.isDue(8 * hashes.size)) yield;
    }
    this.frequencies = frequencies;
  }

  private remove(slot: number): void {
    if (this.store.isRemoved(slot)) return;
    this.frequencies.count(this.hashesOf(slot), -1);
    this.store.remove(slot);
  }

  private hashesOf(slot: number): Set<number> {
    return new Set(gramsOf(this.store.read(slot), this.vocabulary).map(({ hash }) => hash));
  }

  private articleNumber(key: string): number {
    const known = this.articleNumbers.get(key);
    if (known !== undefined) return known;
    this.articleNumbers.set(key, this.articleKeys.length);
    return this.articleKeys.push(key) - 1;
  }

  private speakerNumber(speaker: string | undefined): number {
    if (speaker === undefined) return NO_SPEAKER;
    const known = this.speakerNumbers.get(speaker);
    if (known !== undefined) return known;
    const number = this.speakerNumbers.size + 1;
    this.speakerNumbers.set(speaker, number);
    return number;
  }
}

/** Whether two speakers may be one: nobody is named, or both are the same. */
export function mayBeOf(one: number, other: number): boolean {
  return one === NO_SPEAKER || other === NO_SPEAKER || one === other;
}

/** What two statements must score to be taken for the same. */
export function leastFor(speaker: number, other: number): number {
  return speaker === NO_SPEAKER || other === NO_SPEAKER ? SAME_BY_ANYBODY : SAME;
}

function best(slots: readonly number[], worth: (slot: number) => number): number[] {
  if (slots.length <= MAX_COMPARED) return [...slots];
  const worths = Float64Array.from(slots, worth);
  const least = [...worths].sort((a, b) => b - a)[MAX_COMPARED - 1] ?? 0;
  return slots.filter((_, i) => (worths[i] ?? 0) >= least).slice(0, 2 * MAX_COMPARED);
}

function statementOf(tokens: Iterable<number>): Statement {
  const ids: number[] = [];
  const starts: boolean[] = [];
  let isStart = true;
  for (const token of tokens) {
    if (token === BOUNDARY_ID) isStart = true;
    else {
      ids.push(token);
      starts.push(isStart);
      isStart = false;
    }
  }
  return { ids, starts };
}
