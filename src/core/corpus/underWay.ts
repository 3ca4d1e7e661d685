import type { PackedArticles } from './packed/packArticles';

/** What was read of some sidecars. Articles are named by their keys. */
export interface Sifted {
  readonly packed: PackedArticles;
  /** For each of its articles, what is known of it already. */
  readonly found: readonly unknown[];
  /** The articles whose sidecars must be read with care, and those whose sidecars are gone. */
  readonly careful: readonly string[];
  readonly gone: readonly string[];
}

/**
 * What became known otherwise while sidecars are being read, one reading at a time: what is told of
 * these may be older.
 */
export class UnderWay {
  private readonly sidecars = new Set<string>();
  private readonly articles = new Set<string>();

  /** A reading begins: what it finds is younger than all that is known. */
  begin(): void {
    this.sidecars.clear();
    this.articles.clear();
  }

  /** It became known what an article's sidecar says. */
  overtakeSidecar(key: string): void {
    this.sidecars.add(key);
  }

  /** An article came, changed or went. */
  overtakeArticle(key: string): void {
    this.articles.add(key);
  }

  /**
   * Takes out what may be older than what is known.
   *
   * @returns the rest, and the articles whose sidecars must be read once more
   */
  sift<Read extends Sifted>(read: Read): { readonly kept: Read; readonly older: string[] } {
    const { packed, found, careful, gone } = read;
    const isYounger = (key: string) => !this.sidecars.has(key);
    const numbers = packed.articles.flatMap(({ name }, i) => (isYounger(name) ? [i] : []));
    const all = [...packed.articles.map(({ name }) => name), ...careful, ...gone];
    const kept = {
      ...read,
      packed: { ...packed, articles: numbers.flatMap((i) => packed.articles[i] ?? []) },
      found: numbers.map((i) =>
        this.articles.has(packed.articles[i]?.name ?? '') ? undefined : found[i],
      ),
      careful: careful.filter(isYounger),
      gone: gone.filter(isYounger),
    };
    return { kept, older: all.filter((key) => !isYounger(key)) };
  }
}
