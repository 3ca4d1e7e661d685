import { lastAt } from '../text/order';
import type { Cast, Mention } from './cast';

/** Who is named where in a text, found once for all that ask. */
export class Named {
  readonly mentions: readonly Mention[];

  constructor(text: string, cast: Cast) {
    this.mentions = cast.mentionsIn(text);
  }

  /** The mentions in a stretch of the text, in order; offsets from its start. */
  within(start: number, end: number): Mention[] {
    const found: Mention[] = [];
    for (
      let index = lastAt(this.mentions, start - 1) + 1;
      index < this.mentions.length;
      index += 1
    ) {
      const one = this.mentions[index];
      if (one === undefined || one.end > end) break;
      found.push({ start: one.start - start, end: one.end - start, figure: one.figure });
    }
    return found;
  }
}
