import * as vscode from 'vscode';
import { articleFacts } from '../../core/exchange/articleFacts';
import type { Annotation, ArticleFacts, State } from '../../core/model/types';
import { comparePlaced, stateOf, storedStart } from '../../core/placing/placeAnnotations';
import { annotationsOf } from '../../core/sidecar/questions';
import type { ArticleText } from '../../core/text/articleText';
import { Disposable } from '../platform/disposable';
import type { SidecarChange } from '../sidecars/sidecarEdit';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { ClosedArticles } from './closedArticles';
import type { OpenArticles } from './openArticles';

/** An annotation, and what became of its passages. */
export interface AnnotationState {
  readonly annotation: Annotation;
  /** Undefined while the article hasn't been looked into since the sidecar was read. */
  readonly state: State | undefined;
  /** Its words are being typed in: they are stored once the article is saved. */
  readonly isTypedIn?: boolean;
}

/** What the next stop, the index, is told of. */
export interface PlacesChange {
  readonly article: vscode.Uri;
  /**
   * Only places or states of passages changed, as while typing; else also the sidecar may say
   * something else, or the article have come, gone or become unreadable.
   */
  readonly isMove: boolean;
}

/**
 * The second stop of what sidecars say, between the store and the index: the annotations get their
 * places, from the article's editor if it is open, else from the file.
 */
export class ArticlePlaces extends Disposable {
  /** The article whose sidecar is being taken over: what changes by that is told once. */
  private taking: string | undefined;
  /** What texts of open articles say of themselves: many rows ask for it. */
  private readonly facts = new WeakMap<ArticleText, ArticleFacts>();
  private readonly changed = this.own(new vscode.EventEmitter<PlacesChange>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
    private readonly closed: ClosedArticles,
  ) {
    super();
    this.own(
      open.onDidChange((article) => {
        if (article.toString() !== this.taking) this.changed.fire({ article, isMove: true });
      }),
    );
    this.own(closed.onDidChange((article) => this.changed.fire({ article, isMove: false })));
    this.own(sidecars.onDidChange((change) => this.passOn(change)));
  }

  private passOn(change: SidecarChange): void {
    const { article } = change;
    this.taking = article.toString();
    this.open.applySidecar(change);
    this.taking = undefined;
    this.closed.checkSoon(article);
    this.changed.fire({ article, isMove: false });
  }

  /** Begins to look into the articles that aren't open. */
  startChecking(): void {
    this.closed.startChecking();
  }

  /** An article changed, came or went on the disk, and no watcher told so. */
  lookAgain(article: vscode.Uri): void {
    this.closed.lookAgain(article);
  }

  /** Takes over what was found of a closed article otherwise (see `ClosedArticles`). */
  takeOver(
    article: vscode.Uri,
    states: ReadonlyMap<string, State>,
    isMissing: boolean,
    facts: ArticleFacts,
  ): void {
    this.closed.takeOver(article, states, isMissing, facts);
  }

  /** Whether it is known what an article says of itself. */
  areFactsKnown(article: vscode.Uri): boolean {
    return this.open.get(article) !== undefined || this.closed.statesOf(article) !== undefined;
  }

  /** What an article says of itself, as far as it is open or was looked into. */
  factsOf(article: vscode.Uri): ArticleFacts {
    const read = this.open.get(article)?.article;
    if (read === undefined) return this.closed.factsOf(article);
    const facts = this.facts.get(read) ?? articleFacts(read.text);
    this.facts.set(read, facts);
    return facts;
  }

  /** Resolves once all closed articles were looked into. */
  async whenChecked(): Promise<void> {
    await this.closed.whenDone();
  }

  /** Forgets what was found of a closed article: somebody else keeps it. */
  forget(article: vscode.Uri): void {
    this.closed.forget(article.toString());
  }

  /** Whether an article was gone when it was last looked at. */
  isMissing(article: vscode.Uri): boolean {
    return this.closed.isMissing(article);
  }

  /**
   * An article's annotations in reading order: by their live places if it is open, else by the
   * stored ones.
   */
  annotationsIn(article: vscode.Uri): AnnotationState[] {
    const live = this.open.get(article);
    if (live !== undefined)
      return [...live.placed].sort(comparePlaced).map((placed) => ({
        annotation: placed.annotation,
        state: stateOf(placed),
        isTypedIn: placed.passages.some(({ typedIn }) => typedIn),
      }));
    const states = this.closed.statesOf(article);
    return annotationsOf(this.sidecars.get(article))
      .sort((a, b) => storedStart(a) - storedStart(b))
      .map((annotation) => ({ annotation, state: states?.get(annotation.id) }));
  }
}
