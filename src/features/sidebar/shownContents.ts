/** Remembers what was shown last: an article's content is another object once it changed. */
export class ShownContents {
  private contents: readonly unknown[] = [];

  /** Whether these aren't the ones that were given last. */
  differFrom(contents: readonly unknown[]): boolean {
    const before = this.contents;
    this.contents = contents;
    return before.length !== contents.length || contents.some((one, i) => one !== before[i]);
  }
}
