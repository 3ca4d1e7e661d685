import type * as vscode from 'vscode';
import type { SpeakerOffer } from '../../core/reading/speakerOffers';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import type { CurrentTopic } from '../../workspace/annotations/currentTopic';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';
import { textOf } from '../../workspace/platform/positions';
import type { Labels } from '../labels';
import { notify } from '../notify';
import type { SpeakerAnswer } from '../tagging/speakerRows';
import type { Tagging } from '../tagging/tagging';
import { askPassage } from './askPassage';
import { whileLooking, type Looking } from './whileLooking';

export interface WalkSources {
  readonly codebooks: CodebookStore;
  readonly labels: Labels;
  readonly logError: (error: unknown) => void;
  readonly tagging: Tagging;
  readonly topic: CurrentTopic;
}

/** Which passages a walk leads to, and what becomes of them. */
export interface Course<P extends { readonly range: Utf16Range }> {
  /** What the box says while the next passage isn't there yet. */
  readonly looking: () => Looking;
  /** What is said where the article changed under way. */
  readonly changed: string;
  /**
   * The next passage; undefined: there are no more.
   *
   * @param isTaken whether a passage of this walk has such words already
   */
  next(isTaken: (range: Utf16Range) => boolean): Promise<P | undefined>;
  /** What stands in the title before the passage's words. */
  heading(passage: P): string;
  /**
   * Which keys there are.
   *
   * @param role what Enter gives
   * @param numbered the roles with their numbers
   */
  keys(role: string, numbered: string): string;
  /** The role that Enter gives. */
  roleOf(passage: P): string;
  /** Whom to offer for it, by those whom the article's words name. */
  offersFor(passage: P, own: readonly SpeakerOffer[]): SpeakerOffer[];
  /** The fields of its annotation beside role, speaker, stance and those of the row. */
  fieldsOf(passage: P, answer: SpeakerAnswer): Promise<Readonly<Record<string, unknown>>>;
  accept(passage: P, role: string): void;
  skip(passage: P): void;
}

/** What became of the passages that were offered. */
export interface WalkResult {
  readonly tagged: number;
  readonly skipped: number;
  /** Esc ended it before its last passage. */
  readonly wasEnded: boolean;
}

/** One walk through an article, from passage to passage. */
export class PassageWalk<P extends { readonly range: Utf16Range }> {
  private tagged = 0;
  private skipped = 0;
  /** What was tagged in this walk: the sidecar is written meanwhile. */
  private readonly taken: Utf16Range[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  /** Has the box that is shown ask once more who spoke before. */
  private refresh: (() => void) | undefined;

  constructor(
    private readonly sources: WalkSources,
    private readonly document: vscode.TextDocument,
    private readonly article: ArticleText,
    private readonly course: Course<P>,
  ) {}

  /** Goes on until Esc, or the last passage. */
  async run(): Promise<WalkResult> {
    let wasEnded = false;
    let coming = this.lookAhead();
    for (;;) {
      // Behind an answer, the next box stands at once: keys must not reach the article.
      const passage = coming.isThere
        ? coming.passage
        : await whileLooking(coming.search, this.course.looking());
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

  /** What the box says of the passage may be another by now. */
  showAgain(): void {
    this.refresh?.();
  }

  private async ask(passage: P): Promise<'done' | 'changed' | undefined> {
    const { course, document, article } = this;
    if (textOf(document) !== article.text) {
      void notify.info(course.changed);
      return 'changed';
    }
    const role = course.roleOf(passage);
    const asked = await askPassage(this.sources, {
      document,
      article,
      at: passage.range,
      heading: () => course.heading(passage),
      keys: (usual, numbered) => course.keys(usual, numbered),
      offers: (own) => course.offersFor(passage, own),
      role,
      topic: this.sources.topic.of(document.uri),
      onShow: (refresh) => (this.refresh = refresh),
    });
    this.refresh = undefined;
    if (asked === undefined) return undefined;
    const { answer, range } = asked;
    if (answer.key === 'Tab') {
      this.skipped += 1;
      course.skip(passage);
    } else this.tag(passage, range, answer, answer.key ?? role);
    return 'done';
  }

  /** Writes behind the next box: nobody waits for it. */
  private tag(passage: P, range: Utf16Range, answer: SpeakerAnswer, role: string): void {
    const { document, article, course } = this;
    const { speaker, stance = null, fields } = answer;
    this.taken.push(range);
    this.tagged += 1;
    course.accept(passage, role);
    const own = course.fieldsOf(passage, answer);
    this.writing = this.writing.then(async () => {
      try {
        const all = { ...(await own), ...fields, role, speaker, stance };
        await this.sources.tagging.create({ document, article, ranges: [range] }, all, true);
        this.refresh?.();
      } catch (error) {
        this.tagged -= 1;
        if (error instanceof Error) void notify.error(error.message);
        else this.sources.logError(error);
      }
    });
  }

  /** Looks for the next passage while one is asked about. */
  private lookAhead(): LookAhead<P> {
    const search = this.course.next((range) => this.isTaken(range));
    const ahead: LookAhead<P> = { isThere: false, passage: undefined, search };
    search.then((passage) => {
      ahead.isThere = true;
      ahead.passage = passage;
    }, this.sources.logError);
    return ahead;
  }

  private isTaken({ start, end }: Utf16Range): boolean {
    return this.taken.some((one) => one.start < end && start < one.end);
  }
}

/** The passage that comes next, once it was found. */
interface LookAhead<P> {
  isThere: boolean;
  passage: P | undefined;
  readonly search: Promise<P | undefined>;
}
