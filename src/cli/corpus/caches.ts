import { cacheFileOf } from '../../disk/corpus/cacheFolder.node';
import { CorpusCache } from '../../disk/corpus/corpusCache.node';

/**
 * What was read of whole folders earlier: of each, the same file as a window's that has that folder
 * open. Of single articles nothing is kept, they are read in a moment.
 */
export class FolderCaches {
  private readonly caches: CorpusCache[] = [];

  /** @param isUsed whether anything that was kept is used, and what is read is kept */
  constructor(private readonly isUsed: boolean) {}

  /**
   * What is known of a folder's articles.
   *
   * @param articles all that there are
   */
  ofFolder(folder: string, articles: readonly string[]): CorpusCache {
    if (!this.isUsed) return new CorpusCache();
    const cache = new CorpusCache(cacheFileOf([folder]));
    cache.dropAllBut(new Set(articles));
    this.caches.push(cache);
    return cache;
  }

  /** Keeps what was read, where that saves time later. */
  write(): void {
    for (const cache of this.caches) {
      try {
        if (cache.isWorthWriting) cache.write();
      } catch {
        // A full disk, say, only means that everything is read the next time.
      }
    }
  }
}
