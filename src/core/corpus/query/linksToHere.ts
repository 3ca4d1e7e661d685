import type { Corpus, CorpusItem } from '../corpus';
import { queriedArticles } from './rows';

/** Which links lead to which annotations, for all of a corpus at once. */
export class LinksToHere<Item extends CorpusItem> {
  private known: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly corpus: Corpus<Item>) {}

  /** Whether any link leads to an annotation. */
  leadTo(id: string): boolean {
    return this.typesTo(id).length > 0;
  }

  /** The types of the links that lead to an annotation, each once. */
  typesTo(id: string): readonly string[] {
    this.known ??= this.read();
    return this.known.get(id) ?? NONE;
  }

  private read(): Map<string, string[]> {
    const types = new Map<string, string[]>();
    for (const { content } of queriedArticles(this.corpus)) {
      if (!content.hasLinks()) continue;
      for (const { type, target } of content.links()) {
        const known = types.get(target);
        if (known === undefined) types.set(target, [type]);
        else if (!known.includes(type)) known.push(type);
      }
    }
    return types;
  }
}

const NONE: readonly string[] = [];
