/** A word of an index, as it is looked for. */
interface Entry {
  readonly word: string;
  /** Its parts between white space, where it has some. */
  readonly parts: readonly string[] | undefined;
}

/**
 * Words by the character they begin with, longest first. Where none begins with a character of
 * the text, nothing is tried; a pattern of as many words would have to be compiled for each
 * article, and tries them all everywhere. White space in a word stands for any white space.
 */
export class WordIndex {
  private readonly byFirst = new Map<number, Entry[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const entry = { word, parts: /\s/.test(word) ? word.split(/\s+/) : undefined };
      const others = this.byFirst.get(word.charCodeAt(0));
      if (others === undefined) this.byFirst.set(word.charCodeAt(0), [entry]);
      else others.push(entry);
    }
    for (const some of this.byFirst.values()) some.sort((a, b) => b.word.length - a.word.length);
  }

  /** Whether some word begins with a UTF-16 unit. */
  has(first: number): boolean {
    return this.byFirst.has(first);
  }

  /**
   * Where the longest word ends that stands at a place; -1 if none does.
   *
   * @param isWhole whether a word may stand from one place to another
   */
  endAt(text: string, place: number, isWhole?: (start: number, end: number) => boolean): number {
    const some = this.byFirst.get(text.charCodeAt(place));
    if (some === undefined) return -1;
    for (const entry of some) {
      const end = endOf(text, entry, place);
      if (end >= 0 && (isWhole === undefined || isWhole(place, end))) return end;
    }
    return -1;
  }
}

function endOf(text: string, { word, parts }: Entry, place: number): number {
  if (parts === undefined) return text.startsWith(word, place) ? place + word.length : -1;
  let at = place;
  for (const [index, part] of parts.entries()) {
    const start = at;
    while (index > 0 && /\s/.test(text.charAt(at))) at += 1;
    if ((index > 0 && at === start) || !text.startsWith(part, at)) return -1;
    at += part.length;
  }
  return at;
}
