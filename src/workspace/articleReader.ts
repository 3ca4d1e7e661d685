import * as vscode from 'vscode';
import type { ArticleForExport } from '../core/exchange/exportDocument';
import { placeAnnotations } from '../core/corpus/placeAnnotations';
import { ArticleText } from '../core/text/articleText';
import { toArticleText } from '../core/text/lineEndings';
import type { LocalFiles } from './localFiles';
import { annotationsOf, type OpenArticles } from './openArticles';
import { textOf } from './positions';
import type { SidecarStore } from './sidecarStore';
import { articlePath } from './uris';

/** Reads articles with the present places of their annotations, open or not. */
export class ArticleReader {
  constructor(private readonly disk: LocalFiles, private readonly sidecars: SidecarStore, private readonly open: OpenArticles) {}

  /** The article's text: of its editor, unsaved edits included, or of the disk; undefined if there is no such file. */
  async read(article: vscode.Uri): Promise<ArticleText | undefined> {
    const live = this.open.get(article);
    if (live !== undefined) return live.article;
    const document = this.open.documentOf(article);
    if (document !== undefined) return new ArticleText(textOf(document));
    const bytes = await this.disk.read(article);
    return bytes && new ArticleText(toArticleText(await this.decode(bytes, article)));
  }

  /** By the encoding that the sidecar notes; else as VS Code would on opening it, by `files.encoding` and what the bytes show. */
  private async decode(bytes: Uint8Array, article: vscode.Uri): Promise<string> {
    const encoding = this.sidecars.get(article)?.article.encoding;
    if (encoding !== undefined) {
      // An encoding that VS Code doesn't know counts as none.
      const text = await Promise.resolve(vscode.workspace.decode(bytes, { encoding })).catch(() => undefined);
      if (text !== undefined) return text;
    }
    return vscode.workspace.decode(bytes, { uri: article });
  }

  /** An article with its annotations where they are now. */
  async place(article: vscode.Uri): Promise<ArticleForExport> {
    const file = await this.sidecars.load(article);
    const path = articlePath(article);
    const live = this.open.get(article);
    if (live !== undefined) return { path, article: live.article, override: file?.article ?? {}, placed: live.placed };
    const text = await this.read(article);
    const annotations = file === undefined ? [] : annotationsOf(file);
    const placed = text === undefined
      ? annotations.map((annotation) => ({ annotation, passages: annotation.passages.map(() => ({ state: 'orphaned' as const })) }))
      : placeAnnotations(text, annotations);
    return { path, article: text, override: file?.article ?? {}, placed };
  }
}
