import type { CheckedArticle } from './checkArticles.node';
import type { CorpusChunk } from './readCorpus.node';

/** What the worker is started with. */
export interface WorkerStart {
  /** Where what was read is kept; nowhere if left out. */
  readonly cacheFile?: string;
  /** The articles whose sidecars a thread before it handed out. */
  readonly handedOut?: readonly string[];
}

/** A piece of work; each has a number. */
export type Job =
  /** Read all sidecars in some folders and below. */
  | { readonly kind: 'load'; readonly job: number; readonly folders: readonly string[] }
  /** Read those of them that came, changed or went since they were handed out. */
  | { readonly kind: 'look'; readonly job: number; readonly folders: readonly string[] }
  /** Read the sidecars of some articles. */
  | { readonly kind: 'read'; readonly job: number; readonly articles: readonly string[] }
  /** Look into some articles. */
  | { readonly kind: 'check'; readonly job: number; readonly articles: readonly string[] };

/** What the worker is asked. */
export type ToWorker =
  | Job
  /** One answer was taken: there may be another one. */
  | { readonly kind: 'taken' };

/** What the worker answers. */
export type FromWorker =
  | { readonly kind: 'chunk'; readonly job: number; readonly chunk: CorpusChunk }
  | {
      readonly kind: 'checked';
      readonly job: number;
      readonly checked: readonly CheckedArticle[];
    }
  | { readonly kind: 'done'; readonly job: number }
  /** Something else went wrong, which the answers don't suffer from. */
  | { readonly kind: 'warning'; readonly job: number; readonly message: string }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
