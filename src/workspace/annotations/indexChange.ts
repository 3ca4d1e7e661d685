import type * as vscode from 'vscode';
import type { CorpusItem } from '../../core/corpus/corpus';

/** An annotation of the index, with its article. */
export interface IndexedAnnotation extends CorpusItem {
  readonly uri: vscode.Uri;
}

/** What stands for an annotation. */
export interface AnnotationRef {
  readonly id: string;
  readonly uri: vscode.Uri;
}

/** What is another way than before. */
export interface IndexChange {
  /** The keys of the articles whose sidecars, annotations or places changed; or everything may. */
  readonly articles: ReadonlySet<string> | 'all';
  /**
   * Their annotations that came, went or changed: as they were, and as they are; or too many to
   * name. None where only something else about the sidecar did.
   */
  readonly annotations: readonly IndexedAnnotation[] | 'many';
}

/**
 * How long it is waited for more changes while many come, in milliseconds: VS Code refreshes a tree
 * only once it hears of no change for 200.
 */
const JOINED = 300;

/** Makes one change of many that come one shortly after the other. */
export class JoinedChanges {
  private articles = new Set<string>();
  private annotations: IndexedAnnotation[] | 'many' = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param joined how long it is waited for more, in milliseconds */
  constructor(
    private readonly tell: (change: IndexChange) => void,
    private readonly joined = JOINED,
  ) {}

  add(article: string, annotations: readonly IndexedAnnotation[] | 'many'): void {
    this.articles.add(article);
    if (annotations === 'many') this.annotations = 'many';
    else if (this.annotations !== 'many') this.annotations.push(...annotations);
    this.timer ??= setTimeout(() => this.tellNow(), this.joined);
  }

  /** Tells what there is, if anything. */
  tellNow(): void {
    this.stop();
    const { articles, annotations } = this;
    if (articles.size === 0) return;
    this.articles = new Set();
    this.annotations = [];
    this.tell({ articles, annotations });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
