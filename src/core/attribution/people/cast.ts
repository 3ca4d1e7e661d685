import { WordIndex } from '../text/wordIndex';
import type { Utf16Range } from '../../text/range';
import type { KnownSpeaker } from '../types';

/** A person or organisation that an article speaks of. */
export interface Figure {
  /** The known speaker's name, or the fullest one in the article. */
  readonly name: string;
  readonly isKnown: boolean;
}

/** Where a figure is named. */
export interface Mention extends Utf16Range {
  readonly figure: Figure;
}

/** All who are known by name: the known speakers, and whom the article introduces. */
export class Cast {
  private readonly byName = new Map<string, Figure>();
  private index: WordIndex | undefined;

  constructor(known: readonly KnownSpeaker[] = []) {
    for (const { name, aliases = [] } of known) {
      const figure = { name, isKnown: true };
      for (const one of [name, ...aliases]) this.put(one, figure);
    }
  }

  /** Takes in a name; one that is known already stays whose it was. */
  add(name: string, aliases: readonly string[] = []): void {
    const figure = this.byName.get(name) ?? { name, isKnown: false };
    for (const one of [name, ...aliases]) this.put(one, figure);
  }

  /** Takes in another name of a figure. */
  alias(name: string, figure: Figure): void {
    this.put(name, figure);
  }

  /** Gives a name to another figure. */
  rename(name: string, figure: Figure): void {
    this.byName.delete(name);
    this.put(name, figure);
  }

  named(name: string): Figure | undefined {
    return this.byName.get(name);
  }

  /** All that a figure is called. */
  namesOf(figure: Figure): string[] {
    return this.names().filter((name) => this.byName.get(name) === figure);
  }

  figures(): Figure[] {
    return [...new Set(this.byName.values())];
  }

  /** All names, and whose they are. */
  entries(): Iterable<[string, Figure]> {
    return this.byName.entries();
  }

  names(): string[] {
    return [...this.byName.keys()];
  }

  /** The mentions in a text, in order; of names within each other, the longest. */
  mentionsIn(text: string): Mention[] {
    const index = (this.index ??= new WordIndex(this.byName.keys()));
    const isWhole = (start: number, end: number) => isWholeWord(text, start, end);
    const found: Mention[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const end = index.endAt(text, start, isWhole);
      if (end < 0) continue;
      const name = text.slice(start, end);
      found.push({ start, end, figure: this.byName.get(name) ?? { name, isKnown: false } });
      start = end - 1;
    }
    return found;
  }

  private put(name: string, figure: Figure): void {
    const words = name.trim();
    if (words === '' || this.byName.has(words)) return;
    this.byName.set(words, figure);
    this.index = undefined;
  }
}

const LETTER = /^[\p{Script=Latin}\d]$/u;

/** Whether no word of Latin letters goes on in front of a place or behind one. */
function isWholeWord(text: string, start: number, end: number): boolean {
  return !goesThrough(text, start) && !goesThrough(text, end);
}

function goesThrough(text: string, place: number): boolean {
  return LETTER.test(text.charAt(place)) && LETTER.test(text.charAt(place - 1));
}
