import { allMatches } from '../text/matches';
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
  private pattern: RegExp | undefined;

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

  names(): string[] {
    return [...this.byName.keys()];
  }

  /** The mentions in a text, in order; of names within each other, the longest. */
  mentionsIn(text: string): Mention[] {
    if (this.byName.size === 0) return [];
    this.pattern ??= patternOf([...this.byName.keys()]);
    return Array.from(allMatches(this.pattern, text), ({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      figure: this.byName.get(name) ?? { name, isKnown: false },
    }));
  }

  private put(name: string, figure: Figure): void {
    const words = name.trim();
    if (words === '' || this.byName.has(words)) return;
    this.byName.set(words, figure);
    this.pattern = undefined;
  }
}

/** A pattern of names, longest first. Where none can begin, hardly anything is tried. */
function patternOf(names: readonly string[]): RegExp {
  const firsts = new Set(names.map((name) => Array.from(name)[0] ?? ''));
  const first = [...firsts].map((one) => one.replace(/[\]\\^-]/g, '\\$&')).join('');
  const words = [...names].sort((a, b) => b.length - a.length).map(asWord);
  return new RegExp(`(?=[${first}])(?:${words.join('|')})`, 'gu');
}

/** A name as a pattern; where it begins or ends with a letter, as whole words. */
function asWord(name: string): string {
  const pattern = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const before = /^[\p{Script=Latin}\d]/u.test(name) ? '(?<![\\p{Script=Latin}\\d])' : '';
  const after = /[\p{Script=Latin}\d]$/u.test(name) ? '(?![\\p{Script=Latin}\\d])' : '';
  return before + pattern + after;
}
