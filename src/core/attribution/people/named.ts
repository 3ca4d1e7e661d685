import type { Cast, Mention } from './cast';

/** Who is named where in a text, found once for all that ask. */
export class Named {
  private readonly mentions: readonly Mention[];

  constructor(text: string, cast: Cast) {
    this.mentions = cast.mentionsIn(text);
  }

  /** The mentions in a stretch of the text, in order; offsets from its start. */
  within(start: number, end: number): Mention[] {
    const found: Mention[] = [];
    for (let index = this.firstFrom(start); index < this.mentions.length; index += 1) {
      const one = this.mentions[index];
      if (one === undefined || one.end > end) break;
      found.push({ ...one, start: one.start - start, end: one.end - start });
    }
    return found;
  }

  private firstFrom(start: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.mentions[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
