import * as vscode from 'vscode';
import type { ArticleForExport } from '../../core/exchange/exportDocument';
import { placeAnnotationsInSteps } from '../../core/placing/placeAnnotations';
import { ArticleText } from '../../core/text/articleText';
import { toArticleText } from '../../core/text/lineEndings';
import { inSteps } from '../platform/inSteps';
import type { LocalFiles } from '../platform/localFiles';
import { annotationsOf, type OpenArticles } from './openArticles';
import { textOf } from '../platform/positions';
import type { SidecarStore } from '../sidecars/sidecarStore';
import { articlePath } from '../platform/uris';

/**
 * VS Code hands no larger text to extensions: such an article can't be annotated, and isn't read
 * for its annotations' places.
 */
const MAX_BYTES = 50 * 1024 * 1024;

/** An article with the present places of its annotations. */
export interface PlacedArticle extends ArticleForExport {
  /** Why the article can't be read, though it is there: then nothing is known of the places. */
  readonly unreadable?: string;
}

/** Reads articles with the present places of their annotations, open or not. */
export class ArticleReader {
  constructor(
    private readonly disk: LocalFiles,
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
  ) {}

  /**
   * The article's text: of its editor, unsaved edits included, or of the disk; undefined if there
   * is no such file.
   *
   * @throws Error if it can't be read
   */
  async read(article: vscode.Uri): Promise<ArticleText | undefined> {
    const live = this.open.get(article);
    if (live !== undefined) return live.article;
    const document = this.open.documentOf(article);
    if (document !== undefined) return new ArticleText(textOf(document));
    const bytes = await this.disk.read(article, MAX_BYTES);
    return bytes && new ArticleText(toArticleText(await this.decode(bytes, article)));
  }

  /**
   * By the encoding that the sidecar notes; else as VS Code would on opening it, by
   * `files.encoding` and what the bytes show.
   */
  private async decode(bytes: Uint8Array, article: vscode.Uri): Promise<string> {
    const encoding = this.sidecars.get(article)?.article.encoding;
    if (encoding !== undefined) {
      // An encoding that VS Code doesn't know counts as none.
      const text = await Promise.resolve(vscode.workspace.decode(bytes, { encoding })).catch(
        () => undefined,
      );
      if (text !== undefined) return text;
    }
    return vscode.workspace.decode(bytes, { uri: article });
  }

  /**
   * An article with its annotations where they are now; those of an article that is gone, or can't
   * be read, have no places.
   */
  async place(article: vscode.Uri): Promise<PlacedArticle> {
    const file = await this.sidecars.load(article);
    const [path, override] = [articlePath(article), file?.article ?? {}];
    const live = await this.open.found(article);
    if (live !== undefined) return { path, article: live.article, override, placed: live.placed };
    const annotations = file === undefined ? [] : annotationsOf(file);
    const nowhere = annotations.map((annotation) => ({
      annotation,
      passages: annotation.passages.map(() => ({ state: 'orphaned' as const })),
    }));
    let text: ArticleText | undefined;
    try {
      text = await this.read(article);
    } catch (error) {
      return {
        path,
        article: undefined,
        override,
        placed: nowhere,
        unreadable: error instanceof Error ? error.message : String(error),
      };
    }
    return {
      path,
      article: text,
      override,
      placed:
        text === undefined ? nowhere : await inSteps(placeAnnotationsInSteps(text, annotations)),
    };
  }
}
