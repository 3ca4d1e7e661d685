import * as vscode from 'vscode';
import { learnedRole } from '../../core/reading/learned';
import type { OfferedPassage } from '../../core/reading/offeredPassage';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import { notify } from '../../ui/notify';
import type { SpeakerAnswer } from '../../ui/tagging/speakerRows';
import { Turns } from '../../workspace/platform/pace/inSteps';
import { textOf } from '../../workspace/platform/positions';
import type { Services } from '../services';
import { askWhileReading } from './askWhileReading';
import { candidates, isOffered, type OfferSources } from './offers';
import { whileLooking } from './whileLooking';

export type ReadingSources = OfferSources & Pick<Services, 'logError' | 'tagging'>;

/** What became of the passages that were offered. */
export interface ReadingResult {
  readonly tagged: number;
  readonly skipped: number;
  /** Esc ended it before the article's end. */
  readonly wasEnded: boolean;
}

/** One walk through an article, from passage to passage. */
export class Reading {
  private tagged = 0;
  private skipped = 0;
  /** What was tagged in this walk: the sidecar is written meanwhile. */
  private readonly taken: Utf16Range[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  /** Has the box that is shown ask once more who spoke before. */
  private refresh: (() => void) | undefined;
  private readonly found: Generator<OfferedPassage | undefined, void>;

  constructor(
    private readonly sources: ReadingSources,
    private readonly document: vscode.TextDocument,
    private readonly article: ArticleText,
    from: number,
  ) {
    this.found = candidates(sources, document, article, from);
  }

  /** Goes on until Esc, or the article's end. */
  async run(): Promise<ReadingResult> {
    let wasEnded = false;
    let coming = this.lookAhead();
    for (;;) {
      // Behind an answer, the next box stands at once: keys must not reach the article.
      const passage = coming.isThere ? coming.passage : await whileLooking(coming.search);
      if (passage === undefined || passage === 'ended') {
        wasEnded = passage === 'ended';
        break;
      }
      coming = this.lookAhead();
      // Edges of the passage before may have been moved over this one.
      if (this.isTaken(passage.range)) continue;
      const answer = await this.ask(passage);
      if (answer === undefined) {
        wasEnded = true;
        break;
      }
      if (answer === 'changed') break;
    }
    await this.writing;
    return { tagged: this.tagged, skipped: this.skipped, wasEnded };
  }

  private async ask(passage: OfferedPassage): Promise<'done' | 'changed' | undefined> {
    const { codebooks, reading, topic } = this.sources;
    const { uri } = this.document;
    if (textOf(this.document) !== this.article.text) {
      void notify.info(
        vscode.l10n.t('The article changed meanwhile: start *Tag While Reading* once more.'),
      );
      return 'changed';
    }
    const roles = codebooks.vocabulary.roles.map(({ id }) => id);
    const role = learnedRole(passage, reading.learned, roles) ?? 'claim';
    const asked = await askWhileReading(this.sources, {
      document: this.document,
      article: this.article,
      passage,
      role,
      topic: topic.of(uri),
      onShow: (refresh) => (this.refresh = refresh),
    });
    this.refresh = undefined;
    if (asked === undefined) return undefined;
    const { answer, range } = asked;
    if (answer.key === 'Tab') {
      this.skipped += 1;
      const { start, end } = passage.range;
      reading.skip(uri, passage, this.article.text.slice(start, end));
    } else this.tag(passage, range, answer, answer.key ?? role);
    return 'done';
  }

  /** Writes behind the next box: nobody waits for it. */
  private tag(
    passage: OfferedPassage,
    range: Utf16Range,
    { speaker, stance = null, fields }: SpeakerAnswer,
    role: string,
  ): void {
    const { reading, tagging, topic } = this.sources;
    const { document, article } = this;
    const present = topic.of(document.uri);
    const all = { ...(present !== undefined && { topic: present }), ...fields };
    this.taken.push(range);
    this.tagged += 1;
    reading.accept(passage, role);
    this.writing = this.writing.then(async () => {
      try {
        const at = { document, article, ranges: [range] };
        await tagging.create(at, { ...all, role, speaker, stance }, true);
        this.refresh?.();
      } catch (error) {
        this.tagged -= 1;
        if (error instanceof Error) void notify.error(error.message);
        else this.sources.logError(error);
      }
    });
  }

  /** Looks for the next passage while one is asked about. */
  private lookAhead(): LookAhead {
    const ahead: LookAhead = { isThere: false, passage: undefined, search: this.next() };
    ahead.search.then((passage) => {
      ahead.isThere = true;
      ahead.passage = passage;
    }, this.sources.logError);
    return ahead;
  }

  private async next(): Promise<OfferedPassage | undefined> {
    const turns = new Turns();
    for (;;) {
      const { done, value } = this.found.next();
      if (done === true) return undefined;
      if (value !== undefined && this.isOffered(value)) return value;
      await turns.next();
    }
  }

  private isOffered(passage: OfferedPassage): boolean {
    return (
      !this.isTaken(passage.range) && isOffered(this.sources, this.document, this.article, passage)
    );
  }

  private isTaken({ start, end }: Utf16Range): boolean {
    return this.taken.some((one) => one.start < end && start < one.end);
  }
}

/** The passage that comes next, once it was found. */
interface LookAhead {
  isThere: boolean;
  passage: OfferedPassage | undefined;
  readonly search: Promise<OfferedPassage | undefined>;
}
