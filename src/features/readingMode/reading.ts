import * as vscode from 'vscode';
import { learnedRole } from '../../core/reading/learned';
import type { OfferedPassage } from '../../core/reading/offeredPassage';
import type { SpeakerOffer } from '../../core/reading/speakerOffers';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import type { Course, WalkSources } from '../../ui/walk/passageWalk';
import { Turns } from '../../workspace/platform/pace/inSteps';
import { candidates, isOffered, type OfferSources } from './offers';

export type ReadingSources = OfferSources & WalkSources;

/** The passages that may be worth tagging, one after the other, and what is learned of them. */
export class Reading implements Course<OfferedPassage> {
  readonly changed = vscode.l10n.t(
    'The article changed meanwhile: start *Tag While Reading* once more.',
  );
  private readonly found: Generator<OfferedPassage | undefined, void>;

  constructor(
    private readonly sources: ReadingSources,
    private readonly document: vscode.TextDocument,
    private readonly article: ArticleText,
    from: number,
  ) {
    this.found = candidates(sources, document, article, from);
  }

  readonly looking = () => ({
    title: vscode.l10n.t('Tag While Reading'),
    placeholder: vscode.l10n.t('Looking for the next passage … Esc ends it'),
  });

  async next(isTaken: (range: Utf16Range) => boolean): Promise<OfferedPassage | undefined> {
    const turns = new Turns();
    for (;;) {
      const { done, value } = this.found.next();
      if (done === true) return undefined;
      if (value !== undefined && !isTaken(value.range) && this.isOffered(value)) return value;
      await turns.next();
    }
  }

  heading(): string {
    return '';
  }

  keys(role: string, numbered: string): string {
    return vscode.l10n.t('Enter: {0} · {1} · Tab: skip · ← → and Shift+← →: edges', role, numbered);
  }

  roleOf(passage: OfferedPassage): string {
    const { codebooks, reading } = this.sources;
    const roles = codebooks.vocabulary.roles.map(({ id }) => id);
    return learnedRole(passage, reading.learned, roles) ?? 'claim';
  }

  offersFor(_passage: OfferedPassage, own: readonly SpeakerOffer[]): SpeakerOffer[] {
    return [...own];
  }

  fieldsOf(): Promise<{ topic?: string }> {
    const topic = this.sources.topic.of(this.document.uri);
    return Promise.resolve(topic === undefined ? {} : { topic });
  }

  accept(passage: OfferedPassage, role: string): void {
    this.sources.reading.accept(passage, role);
  }

  skip(passage: OfferedPassage): void {
    const { start, end } = passage.range;
    this.sources.reading.skip(this.document.uri, passage, this.article.text.slice(start, end));
  }

  private isOffered(passage: OfferedPassage): boolean {
    return isOffered(this.sources, this.document, this.article, passage);
  }
}
