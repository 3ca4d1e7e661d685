import type * as vscode from 'vscode';
import type { ArticleForExport } from '../../core/exchange/exportDocument';
import { sameValue } from '../../core/model/sameValue';
import type { Annotation } from '../../core/model/types';
import {
  placeAnnotationsInSteps,
  type PlacedAnnotation,
} from '../../core/placing/placeAnnotations';
import { annotationsOf } from '../../core/sidecar/questions';
import { ArticleText } from '../../core/text/articleText';
import { toArticleText } from '../../core/text/lineEndings';
import { inSteps } from '../platform/pace/inSteps';
import type { LocalFiles } from '../platform/localFiles';
import { textOf } from '../platform/positions';
import { articlePath } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import { MAX_ARTICLE_BYTES } from './articleDocument';
import { decodeArticle } from './decodeArticle';
import type { OpenArticles } from './openArticles';

/** An article with the present places of its annotations. */
export interface PlacedArticle extends ArticleForExport {
  /** Why the article can't be read, though it is there: then nothing is known of the places. */
  readonly unreadable?: string;
}

/** Of so many closed articles is remembered what was found in them last. */
const REMEMBERED = 8;

/** Reads articles with the present places of their annotations, open or not. */
export class ArticleReader {
  /** Of closed articles, by key, the one that was asked for last at the end. */
  private readonly placedLast = new Map<
    string,
    { readonly text: ArticleText; readonly placed: readonly PlacedAnnotation[] }
  >();

  constructor(
    private readonly disk: LocalFiles,
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
  ) {}

  /**
   * The article's text: of its editor, unsaved edits included, or of the disk; undefined if there
   * is no such file.
   *
   * @param noted the encoding that its sidecar notes; what is known of that if left out
   * @throws Error if it can't be read
   */
  async readArticle(
    article: vscode.Uri,
    noted = this.sidecars.get(article)?.article.encoding,
  ): Promise<ArticleText | undefined> {
    const live = this.open.get(article);
    if (live !== undefined) return live.article;
    const document = this.open.documentOf(article);
    if (document !== undefined && !this.open.encodings.isDoubtful(article))
      return new ArticleText(textOf(document));
    const bytes = await this.disk.readFile(article, MAX_ARTICLE_BYTES);
    if (bytes === undefined) return undefined;
    return new ArticleText(toArticleText(await decodeArticle(bytes, article, noted)));
  }

  /**
   * An article with its annotations where they are now; those of an article that is gone, or can't
   * be read, have no places.
   */
  async placeArticle(article: vscode.Uri): Promise<PlacedArticle> {
    const file = await this.sidecars.readSidecar(article);
    const [path, override] = [articlePath(article), file?.article ?? {}];
    const live = await this.open.found(article);
    if (live !== undefined) return { path, article: live.article, override, placed: live.placed };
    const annotations = annotationsOf(file);
    let text: ArticleText | undefined;
    let unreadable: string | undefined;
    try {
      text = await this.readArticle(article, file?.article.encoding);
    } catch (error) {
      unreadable = error instanceof Error ? error.message : String(error);
    }
    const placed =
      text === undefined
        ? nowhere(annotations)
        : await this.placeInText(article, text, annotations);
    return {
      path,
      article: text,
      override,
      placed,
      ...(unreadable !== undefined && { unreadable }),
    };
  }

  /**
   * Finds the passages in a closed article's text. What was found last holds as long as text and
   * passages are the same: changing a speaker moves no words.
   */
  private async placeInText(
    article: vscode.Uri,
    text: ArticleText,
    annotations: readonly Annotation[],
  ): Promise<readonly PlacedAnnotation[]> {
    const key = article.toString();
    const known = this.placedLast.get(key);
    this.placedLast.delete(key);
    const holds = known?.text.text === text.text && havePassagesOf(annotations, known.placed);
    const placed = holds
      ? annotations.map((annotation, i) => ({
          annotation,
          passages: known.placed[i]?.passages ?? [],
        }))
      : await inSteps(placeAnnotationsInSteps(text, annotations));
    this.placedLast.set(key, { text, placed });
    const [oldest] = this.placedLast.keys();
    if (this.placedLast.size > REMEMBERED && oldest !== undefined) this.placedLast.delete(oldest);
    return placed;
  }
}

/** Whether annotations have the same passages, in the same order, as those that were placed. */
function havePassagesOf(
  annotations: readonly Annotation[],
  placed: readonly PlacedAnnotation[],
): boolean {
  const passagesOf = (all: readonly Annotation[]) => all.map(({ id, passages }) => [id, passages]);
  return sameValue(passagesOf(annotations), passagesOf(placed.map((one) => one.annotation)));
}

function nowhere(annotations: readonly Annotation[]): PlacedAnnotation[] {
  return annotations.map((annotation) => ({
    annotation,
    passages: annotation.passages.map(() => ({ state: 'orphaned' })),
  }));
}
