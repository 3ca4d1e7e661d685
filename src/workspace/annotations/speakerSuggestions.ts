import { AttributedArticle, type KnownSpeaker, type Suggestion } from '../../core/attribution';
import { knownSpeakers } from '../../core/corpus/knownSpeakers';
import { sameValue } from '../../core/model/sameValue';
import type { Utf16Range } from '../../core/text/range';
import type { CodebookStore } from '../codebooks/codebookStore';
import { Disposable } from '../platform/disposable';
import type { AnnotationIndex } from './annotationIndex';

/**
 * Who says a passage, by the article's words, with the speakers that the codebook and annotations
 * name. What was read of the article at hand is kept for its next passage.
 */
export class SpeakerSuggestions extends Disposable {
  private known: readonly KnownSpeaker[] = [];
  private isStale = true;
  private article: AttributedArticle | undefined;

  constructor(
    private readonly index: AnnotationIndex,
    private readonly codebooks: CodebookStore,
  ) {
    super();
    const forget = () => (this.isStale = true);
    this.own(index.onDidChange(forget));
    this.own(codebooks.onDidChange(forget));
  }

  /**
   * The speakers of a passage, best first, by the names that the article or the codebook has.
   *
   * @param text the article's text
   * @param ranges the parts of the passage, UTF-16 units
   */
  suggest(text: string, ranges: readonly Utf16Range[]): Suggestion[] {
    this.lookUpSpeakers();
    if (this.article?.text !== text)
      this.article = new AttributedArticle(text, { speakers: this.known });
    return this.article.suggest(ranges);
  }

  /** A tagged passage mostly names nobody new: what was read of the article stays good then. */
  private lookUpSpeakers(): void {
    if (!this.isStale) return;
    this.isStale = false;
    const known = knownSpeakers(this.index.corpus, this.codebooks.vocabulary.speakers);
    if (sameValue(known, this.known)) return;
    this.known = known;
    this.article = undefined;
  }
}
