import { KIND, readTokens, type Kind, type Token } from './readTokens';
import { tellingOf } from './words/functionWords';

/** The number that a boundary between clauses has. */
export const BOUNDARY_ID = 0;

/** What a token's number stands for. */
interface Entry {
  readonly text: string;
  readonly kind: Kind;
  /** How much it tells, beside how rare it is. */
  readonly telling: number;
  /** How often it was written like a name, and how often it wasn't. */
  asName: number;
  asWord: number;
}

/**
 * Numbers for tokens, given in the order in which they are met: frequent ones come early, so their
 * numbers are small and take one byte or two.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly entries: Entry[] = [];

  constructor() {
    this.idOf({ text: '|', kind: KIND.boundary, isName: false }, false);
  }

  /**
   * A statement's tokens as numbers; new ones are taken in.
   *
   * @param isCounted whether it tells, too, how words are written: not what is only asked about
   */
  read(text: string, isCounted = true): number[] {
    return readTokens(text).map((token) => this.idOf(token, isCounted));
  }

  textOf(id: number): string {
    return this.entries[id]?.text ?? '';
  }

  kindOf(id: number): Kind {
    return this.entries[id]?.kind ?? KIND.boundary;
  }

  tellingOf(id: number): number {
    return this.entries[id]?.telling ?? 0;
  }

  /** Whether a word is a name: it mostly is written like one. */
  isName(id: number): boolean {
    const entry = this.entries[id];
    return entry !== undefined && entry.asName > entry.asWord && entry.telling === 1;
  }

  private idOf({ text, kind, isName }: Token, isCounted: boolean): number {
    let id = this.ids.get(text);
    const isNew = id === undefined;
    if (id === undefined) {
      id = this.entries.length;
      this.ids.set(text, id);
      this.entries.push({ text, kind, telling: tellingOf(text), asName: 0, asWord: 0 });
    }
    const entry = this.entries[id];
    if (entry !== undefined && kind === KIND.word && (isCounted || isNew)) {
      if (isName) entry.asName += 1;
      else entry.asWord += 1;
    }
    return id;
  }
}
