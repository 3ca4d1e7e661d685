import * as v from 'valibot';

/** Nobody quotes so much at once; a longer object is no entry. UTF-16 units. */
const LONGEST = 20_000;
/** Objects within objects within objects: deeper ones are no entries. */
const DEEPEST = 16;
/** So many entries are taken from one answer, and so many UTF-16 units are read of it. */
const MOST_ENTRIES = 1_000;
const MOST_UNITS = 2_000_000;

/** A text that may be missing; one of another type says nothing. */
const said = () =>
  v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LONGEST))), undefined);

const entrySchema = v.object({
  quote: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST)),
  before: said(),
  after: said(),
  role: said(),
  speaker: said(),
  speakerWords: said(),
  stance: said(),
  topic: said(),
});

/** What a model says of one passage, as it says it: nothing of it is true yet. */
export type Entry = v.InferOutput<typeof entrySchema>;

/** An object that was opened in what came so far. */
interface Frame {
  readonly start: number;
  /** Entries stood in it: it holds them, and is none. */
  hasEntries: boolean;
}

/**
 * Reads a model's answer while it comes: every object of JSON that has a quotation is an entry, in
 * whatever it is wrapped: lists, fences, other objects, words around. What isn't JSON is passed
 * over. Never throws; takes time in proportion to the answer.
 */
export class AnswerReader {
  /** What may belong to an object that is still open. */
  private text = '';
  /** As far as `text` was looked at. */
  private at = 0;
  private frames: Frame[] = [];
  private isInString = false;
  private isEscaped = false;
  /** Only white space stood on this line so far. */
  private isLineBegin = true;
  private units = 0;
  private found = 0;
  private broken = 0;

  /** How many entries couldn't be read, as far as one sees. */
  get unreadable(): number {
    return this.broken;
  }

  /** It has gone on for so long that no more of it is read. */
  get isFull(): boolean {
    return this.units >= MOST_UNITS || this.found >= MOST_ENTRIES;
  }

  /** Takes the next piece of the answer; the entries that end in it. */
  push(piece: string): Entry[] {
    if (this.isFull) return [];
    this.units += piece.length;
    this.text += piece;
    const entries: Entry[] = [];
    for (; this.at < this.text.length && this.found < MOST_ENTRIES; this.at++) {
      const entry = this.step(this.text.charAt(this.at));
      if (entry !== undefined) entries.push(entry);
    }
    this.forget();
    return entries;
  }

  /** The answer is over: an entry that it breaks off in is one that can't be read. */
  end(): void {
    const rest = this.frames.at(-1);
    if (rest?.hasEntries === false) this.countBroken(this.text.slice(rest.start));
    this.frames = [];
    this.text = '';
    this.at = 0;
  }

  private step(sign: string): Entry | undefined {
    const wasLineBegin = this.isLineBegin;
    this.isLineBegin = sign === '\n' || (wasLineBegin && /\s/.test(sign));
    if (this.isInString) {
      // A text that wasn't closed: entries stand on lines of their own.
      if (sign === '{' && wasLineBegin) this.startOver();
      else this.inString(sign);
    } else if (sign === '"') this.isInString = this.frames.length > 0;
    else if (sign === '{') this.open();
    else if (sign === '}') return this.close();
    return undefined;
  }

  private inString(sign: string): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (sign === '\\') this.isEscaped = true;
    else if (sign === '"') this.isInString = false;
  }

  private startOver(): void {
    const [outermost] = this.frames;
    if (outermost !== undefined) this.countBroken(this.text.slice(outermost.start, this.at));
    this.frames = [];
    this.isInString = false;
    this.isEscaped = false;
    this.open();
  }

  private open(): void {
    this.frames.push({ start: this.at, hasEntries: false });
    if (this.frames.length > DEEPEST) this.frames.shift();
  }

  private close(): Entry | undefined {
    const frame = this.frames.pop();
    if (frame === undefined) return undefined;
    const parent = this.frames.at(-1);
    if (frame.hasEntries) {
      if (parent !== undefined) parent.hasEntries = true;
      return undefined;
    }
    const length = this.at + 1 - frame.start;
    const words = length > LONGEST ? '' : this.text.slice(frame.start, this.at + 1);
    const entry = entryIn(words);
    if (entry === undefined) {
      this.countBroken(words);
      return undefined;
    }
    if (parent !== undefined) parent.hasEntries = true;
    this.found += 1;
    return entry;
  }

  private countBroken(words: string): void {
    if (words.includes('"quote"')) this.broken += 1;
  }

  /** What no open object needs is let go; one that has become too long is none. */
  private forget(): void {
    this.frames = this.frames.filter(({ start }) => this.at - start <= LONGEST);
    const needed = this.frames[0]?.start ?? this.at;
    this.text = this.text.slice(needed);
    this.at -= needed;
    this.frames = this.frames.map((frame) => ({ ...frame, start: frame.start - needed }));
  }
}

/** The entry that an object is; undefined if it is none. */
function entryIn(words: string): Entry | undefined {
  const result = v.safeParse(entrySchema, parsed(words));
  return result.success ? result.output : undefined;
}

/** JSON, also with line ends in texts and commas too many; undefined if it is none. */
function parsed(words: string): unknown {
  const onOneLine = words.replace(/\p{Cc}+/gu, ' ');
  for (const tried of [words, onOneLine, onOneLine.replace(/,(?=\s*[}\]])/g, '')]) {
    try {
      return JSON.parse(tried) as unknown;
    } catch {
      // The next way may do.
    }
  }
  return undefined;
}
