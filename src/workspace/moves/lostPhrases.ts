import type * as vscode from 'vscode';
import { keyPhrases } from '../../core/placing/articleMatch';
import { PhraseFinder } from '../../core/placing/phraseFinder';
import { inBackground, Turns } from '../platform/pace/inSteps';
import type { SidecarContent } from '../sidecars/readAnnotations';

/** Reads what an article's sidecar says; undefined if there is none. */
export type ReadContent = (article: vscode.Uri) => Promise<SidecarContent | undefined>;

/** A file's text, if it was in some encoding; undefined: in the one that VS Code would take. */
export type ReadText = (encoding: string | undefined) => Promise<string | undefined>;

/**
 * What to look for in files to know whether one of them may be a lost article: a few quotations of
 * each, by the encoding that the article is known to have had.
 */
export class LostPhrases {
  private readonly finders = new Map<string | undefined, PhraseFinder<string>>();
  private readonly articles = new Map<string, vscode.Uri>();

  constructor(private readonly read: ReadContent) {}

  /** How many articles are looked for. */
  get size(): number {
    return this.articles.size;
  }

  has(key: string): boolean {
    return this.articles.has(key);
  }

  /**
   * Adds lost articles; with pauses, for they may be thousands.
   *
   * @param isLost whether one still is, when its turn has come
   */
  async add(
    lost: readonly vscode.Uri[],
    isLost: (key: string) => boolean = () => true,
  ): Promise<void> {
    const turns = new Turns();
    for (const article of lost) {
      await turns.next();
      const key = article.toString();
      const content = isLost(key) ? await this.read(article) : undefined;
      if (content === undefined || !isLost(key)) continue;
      this.articles.set(key, article);
      this.finderFor(content.article.encoding).add(key, keyPhrases(content.annotations));
    }
  }

  remove(key: string): void {
    this.articles.delete(key);
    for (const finder of this.finders.values()) finder.remove(key);
  }

  /** The lost articles of which a file holds a quotation, with the file's text as read for each. */
  async find(readText: ReadText): Promise<{ article: vscode.Uri; text: string }[]> {
    const found: { article: vscode.Uri; text: string }[] = [];
    for (const [encoding, finder] of this.finders) {
      const text = finder.size === 0 ? undefined : await readText(encoding);
      if (text === undefined) continue;
      for (const key of await inBackground(finder.find(text))) {
        const article = this.articles.get(key);
        if (article !== undefined) found.push({ article, text });
      }
    }
    return found;
  }

  private finderFor(encoding: string | undefined): PhraseFinder<string> {
    const finder = this.finders.get(encoding) ?? new PhraseFinder<string>();
    this.finders.set(encoding, finder);
    return finder;
  }
}
