/** Words by the character they end with, longest first: whether a text ends with one of them. */
export class WordEnds {
  private readonly byLast = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const last = word.charCodeAt(word.length - 1);
      const others = this.byLast.get(last);
      if (others === undefined) this.byLast.set(last, [word]);
      else others.push(word);
    }
    for (const some of this.byLast.values()) some.sort((a, b) => b.length - a.length);
  }

  /** The longest word that ends at a place; undefined if none does. */
  before(text: string, place = text.length): string | undefined {
    const some = this.byLast.get(text.charCodeAt(place - 1));
    return some?.find((word) => word.length <= place && text.startsWith(word, place - word.length));
  }
}
