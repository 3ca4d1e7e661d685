import {
  groupsOf,
  indexArticle,
  sameAs,
  type SameAnnotation,
  type SameGroup,
} from '../../../core/same/sameInCorpus';
import { refusedPairs } from '../../../core/corpus/findings/refusedSame';
import { SameIndex } from '../../../core/same/sameIndex';
import type { Steps } from '../../../core/text/steps';
import type { CodebookStore } from '../../codebooks/codebookStore';
import { Disposable } from '../../platform/disposable';
import { inSteps } from '../../platform/pace/inSteps';
import type { AnnotationIndex } from '../annotationIndex';

/** What `sameStatements` is asked about. */
export type AskedStatement = Parameters<typeof sameAs>[2];

/**
 * Which annotations say the same. Their words are indexed when it is asked for the first time; from
 * then on, only those of articles that changed.
 */
export class SameStatements extends Disposable {
  private index = new SameIndex();
  /** The articles whose words aren't as they are in the index. */
  private stale: Set<string> | 'all' = 'all';
  private running: Promise<unknown> = Promise.resolve();

  /** The groups as they are, until something changes. */
  private known: SameGroup[] | undefined;
  /** How often something changed that groups depend on. */
  private changes = 0;

  constructor(
    private readonly annotations: AnnotationIndex,
    private readonly codebooks: CodebookStore,
  ) {
    super();
    this.own(codebooks.onDidChange(() => this.forgetGroups()));
    this.own(
      annotations.onDidChange(({ articles }) => {
        this.forgetGroups();
        if (articles === 'all') this.stale = 'all';
        else if (this.stale !== 'all') for (const key of articles) this.stale.add(key);
      }),
    );
  }

  /** The annotations that say the same as one, or as some words, best first. */
  same(asked: AskedStatement): Promise<SameAnnotation[]> {
    return this.ask(() => sameAs(this.index, this.annotations.corpus, asked));
  }

  /** The groups of annotations that say the same, without those that the analyst refused. */
  groups(): Promise<SameGroup[]> {
    return this.ask(async () => {
      if (this.known !== undefined) return this.known;
      await this.codebooks.loadCodebooks();
      const isRefused = refusedPairs(this.codebooks.all().flatMap(({ findings }) => findings));
      const { changes } = this;
      const found = await inSteps(groupsOf(this.index, this.annotations.corpus, isRefused));
      // What changed in the meantime may have come too late for them.
      if (changes === this.changes) this.known = found;
      return found;
    });
  }

  private forgetGroups(): void {
    this.known = undefined;
    this.changes += 1;
  }

  /** Asks once the index is up to date; one question after the other. */
  private ask<T>(question: () => T | Promise<T>): Promise<T> {
    const turn = this.running.then(async () => {
      await this.annotations.loadWorkspace();
      await inSteps(this.bringUpToDate());
      return question();
    });
    this.running = turn.catch(() => undefined);
    return turn;
  }

  private *bringUpToDate(): Steps<void> {
    const { corpus } = this.annotations;
    const { stale } = this;
    if (stale === 'all') this.index = new SameIndex();
    this.stale = new Set();
    for (const key of stale === 'all' ? [...corpus.articleKeys()] : stale) {
      yield* indexArticle(this.index, corpus, key);
      yield;
    }
  }
}
