import * as vscode from 'vscode';
import { mergeFacts } from '../../core/exchange/articleFacts';
import type { ArticleFacts } from '../../core/model/types';
import { itemReader, type HeldItem } from '../../core/corpus/articleContent';
import { Corpus } from '../../core/corpus/corpus';
import { differingItems } from '../../core/corpus/differingItems';
import { unpackedAs } from '../../core/corpus/packed/unpackedAs';
import { sameValue } from '../../core/model/sameValue';
import type { ArticlePlaces, PlacesChange } from '../articles/articlePlaces';
import type { CodebookStore } from '../codebooks/codebookStore';
import { readsUtf8 } from '../corpus/articleChecking';
import { ClosedSidecars } from '../corpus/closedSidecars';
import type { ArticleChecked, SidecarsRead } from '../corpus/corpusReader';
import type { HeldSidecars } from '../corpus/heldSidecars';
import { Disposable } from '../platform/disposable';
import { articlePath, uriOfKey } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import { JoinedChanges, type IndexChange, type IndexedAnnotation } from './indexChange';

/** More annotations of an article that look another way by now aren't named one by one. */
const NAMED = 500;

/** How long it is waited for more titles and dates of articles, in milliseconds. */
const FACTS_JOINED = 2_000;

/**
 * The articles of the index, each from where it is known best: what is worked on from the store,
 * with its places; all else from what was read of closed sidecars, in compact form.
 */
export class IndexedArticles extends Disposable {
  readonly corpus: Corpus<IndexedAnnotation>;
  private readonly closed = new ClosedSidecars(makeItem);
  private readonly changed = this.own(new vscode.EventEmitter<IndexChange>());
  readonly onDidChange = this.changed.event;
  /** What comes in large numbers is told some at a time. */
  private readonly later = new JoinedChanges((change) => this.changed.fire(change));
  /** Titles and dates of articles: rows only look a little different by them. */
  private readonly muchLater = new JoinedChanges(
    (change) => this.changed.fire(change),
    FACTS_JOINED,
  );
  private readonly knew = this.own(new vscode.EventEmitter<string>());
  /** What an article's sidecar says became known here: what is being read may be older. */
  readonly onDidKnow = this.knew.event;
  private readonly lost = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** The store doesn't know any more whether an article has a sidecar. */
  readonly onDidLose = this.lost.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly places: ArticlePlaces,
    private readonly held: HeldSidecars,
    private readonly codebooks: CodebookStore,
  ) {
    super();
    this.corpus = new Corpus(codebooks.listedAs);
    this.own(places.onDidChange((change) => this.updateArticle(change)));
    this.own(codebooks.onDidChangeVocabulary(() => this.renameSpeakers()));
  }

  override dispose(): void {
    this.later.stop();
    this.muchLater.stop();
    super.dispose();
  }

  /** Whether an article's annotations come from what was read of its closed sidecar. */
  isClosed(key: string): boolean {
    return !this.sidecars.isKnown(key) && this.closed.get(key) !== undefined;
  }

  /** All articles with sidecars, as far as they were read; not those outside of the workspace. */
  all(): vscode.Uri[] {
    return this.keys().map(uriOfKey);
  }

  /** Their keys. */
  keys(): string[] {
    const isInside = (article: vscode.Uri) =>
      vscode.workspace.workspaceFolders === undefined ||
      vscode.workspace.getWorkspaceFolder(article) !== undefined;
    const held = this.sidecars.articles().filter(isInside).map(String);
    const closed = [...this.closed.keys()].filter((key) => this.isClosed(key));
    return [...held, ...closed];
  }

  /** Of some articles, those that are to be looked into for the passages of their annotations. */
  unchecked(keys: Iterable<string> = this.closed.keys()): string[] {
    return [...keys].filter(
      (key) => this.isClosed(key) && this.closed.get(key)?.isChecked === false,
    );
  }

  /** The line, from 0, on which an annotation's entry begins in a closed sidecar. */
  lineOf(key: string, i: number): number | undefined {
    return this.isClosed(key) ? this.closed.get(key)?.content.lineOf(i) : undefined;
  }

  /** What is known of an article: what its sidecar says goes before what it says of itself. */
  factsOf(key: string): ArticleFacts {
    const closed = this.sidecars.isKnown(key) ? undefined : this.closed.get(key);
    if (closed !== undefined) return mergeFacts(closed.content.article.metadata, closed.facts);
    const article = uriOfKey(key);
    const metadata = this.sidecars.get(article)?.article;
    return mergeFacts(metadata ?? {}, this.places.factsOf(article));
  }

  /** Whether an article was looked into for what it says of itself. */
  areFactsKnown(key: string): boolean {
    return this.isClosed(key)
      ? this.closed.get(key)?.isChecked === true
      : this.places.areFactsKnown(uriOfKey(key));
  }

  /** Takes over what was read of sidecars that are plainly right, or gone. */
  takeRead(read: SidecarsRead): void {
    // Found by others who took the articles for UTF-8.
    const found = readsUtf8()
      ? read.found
      : read.found.map((one) => (one === 'missing' ? one : undefined));
    this.closed.takeRead({ ...read, found });
    for (const key of [...read.packed.articles.map(({ name }) => name), ...read.gone]) {
      if (!this.sidecars.isKnown(key)) this.showClosed(key);
      else {
        // Kept, it would be taken for younger than what is known, whenever that changes next.
        this.closed.drop(key);
        this.sidecars.readAgainSoon(uriOfKey(key));
      }
    }
  }

  /** Takes over what was found in articles. */
  takeChecked(checked: readonly ArticleChecked[]): void {
    for (const one of checked) {
      const { key } = one;
      const before = this.corpus.contentOf(key);
      const wasMissing = this.corpus.isMissing(key);
      const factsBefore = this.factsOf(key);
      if (!this.isClosed(key) || !this.closed.takeChecked(one)) continue;
      this.putClosed(key);
      if (!sameValue(factsBefore, this.factsOf(key))) this.muchLater.add(key, 'many');
      const cameOrWent = wasMissing !== this.corpus.isMissing(key);
      const after = this.corpus.contentOf(key);
      const differs = (i: number) =>
        cameOrWent || lookOf(before?.stateOf(i)) !== lookOf(after?.stateOf(i));
      const numbers = Array.from({ length: after?.count ?? 0 }, (_, i) => i).filter(differs);
      if (after === undefined || numbers.length === 0) continue;
      const read = itemReader(after);
      this.later.add(key, numbers.length > NAMED ? 'many' : numbers.flatMap((i) => read(i) ?? []));
    }
  }

  /** An article changed, came or went: what was found in it holds no more. */
  doubt(key: string): void {
    this.closed.doubt(key);
  }

  /** Lets go of what lies in no folder of the workspace any more. */
  dropOutside(): void {
    for (const key of [...this.closed.keys()]) {
      if (vscode.workspace.getWorkspaceFolder(uriOfKey(key)) !== undefined) continue;
      this.closed.drop(key);
      if (!this.sidecars.isKnown(key)) this.showClosed(key);
    }
  }

  /** Tells at once what was to be told later. */
  tellNow(): void {
    this.later.tellNow();
  }

  private renameSpeakers(): void {
    this.corpus.renameSpeakers(this.codebooks.listedAs);
    this.changed.fire({ articles: 'all', annotations: 'many' });
  }

  private updateArticle({ article, isMove }: PlacesChange): void {
    const key = article.toString();
    if (!this.sidecars.isKnown(key)) return this.forget(article);
    const wasClosed = this.closed.get(key) !== undefined;
    this.knew.fire(key);
    const annotations = wasClosed ? this.open(article) : this.takeLive(article);
    if (annotations.length > 0 || !isMove)
      this.changed.fire({ articles: new Set([key]), annotations });
    this.held.use(article);
    this.letGo();
  }

  /** Takes over what the store says of an article; returns what differs from before. */
  private takeLive(
    article: vscode.Uri,
    unpacked?: readonly IndexedAnnotation[],
  ): readonly IndexedAnnotation[] {
    const key = article.toString();
    const before = unpacked ?? this.corpus.ofArticle(key);
    const after = this.itemsOf(article);
    const isMissing = this.places.isMissing(article);
    const cameOrWent = after.length > 0 && this.corpus.isMissing(key) !== isMissing;
    const annotations = cameOrWent ? [...before, ...after] : differingItems(before, after);
    if (annotations.length > 0 || unpacked !== undefined)
      this.corpus.setArticle(key, articlePath(article), after, isMissing);
    return annotations;
  }

  /** The store has a sidecar that was closed: mostly it says the same. */
  private open(article: vscode.Uri): readonly IndexedAnnotation[] {
    const key = article.toString();
    const sidecar = this.closed.get(key);
    const { items, isSame } = unpackedAs(this.corpus.ofArticle(key), this.itemsOf(article));
    if (sidecar?.isChecked === true && isSame) {
      const states = items.flatMap(({ annotation: { id }, state }) =>
        state === undefined ? [] : [[id, state] as const],
      );
      this.places.takeOver(article, new Map(states), sidecar.isMissing, sidecar.facts);
    }
    this.closed.drop(key);
    return this.takeLive(article, items);
  }

  /** Keeps in compact form what the store needn't hold any more. */
  private letGo(): void {
    for (const article of this.held.takeSuperfluous()) {
      const [key, file] = [article.toString(), this.sidecars.get(article)];
      if (file === undefined) continue;
      const items = this.itemsOf(article);
      const states = new Map(items.map(({ annotation, state }) => [annotation.id, state]));
      this.closed.takeFile(
        key,
        file,
        (id) => states.get(id),
        this.places.isMissing(article),
        this.places.factsOf(article),
      );
      this.knew.fire(key);
      this.sidecars.letGo(article);
      this.places.forget(article);
      this.putClosed(key);
    }
  }

  private forget(article: vscode.Uri): void {
    const key = article.toString();
    const annotations = this.corpus.ofArticle(key);
    this.closed.drop(key);
    this.knew.fire(key);
    this.putClosed(key);
    this.changed.fire({ articles: new Set([key]), annotations });
    this.lost.fire(article);
  }

  private showClosed(key: string): void {
    this.putClosed(key);
    this.later.add(key, 'many');
  }

  private putClosed(key: string): void {
    const sidecar = this.closed.get(key);
    const path = articlePath(uriOfKey(key));
    this.corpus.setArticle(key, path, sidecar?.content ?? [], sidecar?.isMissing);
  }

  private itemsOf(article: vscode.Uri): IndexedAnnotation[] {
    const key = article.toString();
    return this.places.annotationsIn(article).map((one) => makeItem(one, key, article));
  }
}

function makeItem(held: HeldItem, article: string, uri: vscode.Uri): IndexedAnnotation {
  return { article, uri, ...held };
}

/** What of a state one sees: a passage that was found looks as one that wasn't looked for. */
function lookOf(state: HeldItem['state']): HeldItem['state'] {
  return state === 'anchored' ? undefined : state;
}
