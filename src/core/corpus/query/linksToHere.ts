import type { Corpus, CorpusItem } from '../corpus';
import { queriedArticles } from './rows';

/**
 * Which links lead to which annotations, for all of a corpus at once: asked for one by one, the
 * articles of the links would be unpacked again for each.
 */
export class LinksToHere<Item extends CorpusItem> {
  private targets: ReadonlySet<string> | undefined;
  private types: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly corpus: Corpus<Item>) {}

  /** Whether any link leads to an annotation. */
  leadTo(id: string): boolean {
    this.targets ??= new Set(
      Array.from(queriedArticles(this.corpus), ({ content }) => content.targets()).flat(),
    );
    return this.targets.has(id);
  }

  /** The types of the links that lead to an annotation, each once. */
  typesTo(id: string): readonly string[] {
    if (!this.leadTo(id)) return [];
    this.types ??= this.readTypes();
    return this.types.get(id) ?? [];
  }

  private readTypes(): Map<string, string[]> {
    const types = new Map<string, string[]>();
    for (const article of queriedArticles(this.corpus)) {
      if (!article.hasLinks) continue;
      for (const { annotation } of article.content.items())
        for (const { type, target } of annotation.links ?? []) {
          const known = types.get(target);
          if (known === undefined) types.set(target, [type]);
          else if (!known.includes(type)) known.push(type);
        }
    }
    return types;
  }
}
