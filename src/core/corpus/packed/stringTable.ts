/** Texts of which each is kept once, by number: 1 is the first one, 0 stands for no text. */
export class StringTable {
  private readonly texts: (string | undefined)[] = [undefined];
  private readonly codes = new Map<string, number>();

  /** The number of a text; it gets one if it has none yet. */
  codeOf(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    this.codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  textOf(code: number): string | undefined {
    return this.texts[code];
  }

  get size(): number {
    return this.texts.length;
  }
}
