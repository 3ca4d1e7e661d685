import { AttributedArticle, type KnownSpeaker, type Suggestion } from '../../../core/attribution';
import type { Vocabulary } from '../../../core/codebook/vocabulary';
import { sameValue } from '../../../core/model/sameValue';
import { compareText } from '../../../core/text/compare';
import type { Utf16Range } from '../../../core/text/range';
import type { CodebookStore } from '../../codebooks/codebookStore';
import type { UsedSpeakers } from './usedSpeakers';

/**
 * Who says a passage, by the article's words, with the speakers that the codebook and annotations
 * name. What was read of the article at hand is kept for its next passage.
 */
export class SpeakerSuggestions {
  private known: readonly KnownSpeaker[] = [];
  /** What they were made from. */
  private madeFrom: { readonly vocabulary: Vocabulary; readonly version: number } | undefined;
  private article: AttributedArticle | undefined;

  constructor(
    private readonly used: UsedSpeakers,
    private readonly codebooks: CodebookStore,
    private readonly logError: (error: unknown) => void,
  ) {}

  /**
   * The speakers of a passage, best first, by the names that the article or the codebook has.
   *
   * @param text the article's text
   * @param ranges the parts of the passage, UTF-16 units
   * @returns none where the article can't be read for it: tagging goes on without
   */
  suggest(text: string, ranges: readonly Utf16Range[]): Suggestion[] {
    this.lookUpSpeakers();
    if (this.article?.text !== text)
      this.article = new AttributedArticle(text, { speakers: this.known });
    try {
      return this.article.suggest(ranges);
    } catch (error) {
      this.logError(error);
      return [];
    }
  }

  /** A tagged passage mostly names nobody new: what was read of the article stays good then. */
  private lookUpSpeakers(): void {
    const { vocabulary } = this.codebooks;
    const { version } = this.used;
    // Reading mode asks for hundreds of passages, of thousands of speakers.
    if (this.madeFrom?.vocabulary === vocabulary && this.madeFrom.version === version) return;
    this.madeFrom = { vocabulary, version };
    const { speakers } = vocabulary;
    const listed = speakers.map(({ name, aliases = [] }) => ({ name, aliases }));
    const names = new Set(listed.map(({ name }) => name));
    const others = this.used.names().filter((name) => !names.has(name));
    const known = [...listed, ...others.sort(compareText).map((name) => ({ name, aliases: [] }))];
    if (sameValue(known, this.known)) return;
    this.known = known;
    this.article = undefined;
  }
}
