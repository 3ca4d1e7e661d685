import type * as vscode from 'vscode';
import type { CorpusItem } from '../../core/corpus/corpus';
import { linkCandidates } from '../../core/corpus/linkCandidates';
import type { OfferedValue } from '../../core/language/completions';
import { looseAnnotation } from '../../core/language/namings';
import type { Typing } from '../../core/language/typing';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import type { Labels } from '../../ui/labels';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { articleOf, isSidecar } from '../../workspace/platform/uris';

/** So many are offered; of hundreds of thousands the others are linked by the command. */
const MOST = 1_000;
const WORDS = 60;

/** The ids of annotations that may be meant where an id is typed, with their quotes. */
export class AnnotationIds {
  /** What was found for the annotation in which somebody types. */
  private last: { readonly place: string; readonly offered: readonly OfferedValue[] } | undefined;

  constructor(
    private readonly index: AnnotationIndex,
    private readonly labels: Labels,
  ) {}

  /** The annotations changed. */
  forget(): void {
    this.last = undefined;
  }

  /**
   * The likeliest first: of the same topic, with words in common, of the same article; then those
   * of articles near by.
   */
  async offeredAt(uri: vscode.Uri, typing: Typing): Promise<readonly OfferedValue[]> {
    const article = isSidecar(uri) ? articleOf(uri).toString() : '';
    const { id, role, topic, quotes } = looseAnnotation(typing.item);
    const place = JSON.stringify([article, id, topic]);
    if (this.last?.place === place) return this.last.offered;
    const passages = quotes.map((exact) => ({ exact }));
    const annotation = {
      ...{ id: id ?? '', role: role ?? 'claim', passages },
      ...(topic !== undefined && { topic }),
    };
    const source: CorpusItem = { article, annotation, state: undefined };
    const likely = await inSteps(linkCandidates(this.index.corpus, source));
    const found = new Map<string, CorpusItem>();
    for (const item of [...likely, ...this.nearBy(article, MOST - likely.length)])
      if (item.annotation.id !== id && found.size < MOST) found.set(item.annotation.id, item);
    const offered = [...found.values()].map((item) => this.offer(item));
    this.last = { place, offered };
    return offered;
  }

  /** Annotations of the articles beside one, in the order of their paths. */
  private *nearBy(article: string, most: number): Generator<CorpusItem, void> {
    const { corpus } = this.index;
    const keys = corpus.articleKeys();
    const at = keys.indexOf(article);
    let count = 0;
    for (let i = 1; count < most && i <= keys.length; i++)
      for (const key of new Set([keys[at - i], keys[at + i]]))
        for (const item of key === undefined ? [] : corpus.ofArticle(key)) {
          yield item;
          count += 1;
        }
  }

  private offer({ annotation }: CorpusItem): OfferedValue {
    const { id, topic } = annotation;
    const speaker = this.index.corpus.speakerOf(annotation) ?? this.labels.noSpeaker;
    const quote = quoteOf(annotation);
    const names = [quote, speaker, ...(topic === undefined ? [] : [this.labels.topic(topic)])];
    return { value: id, names, words: `“${excerpt(quote, WORDS)}”`, detail: speaker };
  }
}
