import * as vscode from 'vscode';
import { linkCandidates } from '../core/corpus/linkCandidates';
import { hasAllWords, searchableText } from '../core/corpus/searchAnnotations';
import { RefusedError } from '../core/model/problem';
import type { LiveArticle } from '../core/placing/liveArticle';
import { rangeTouches, type Utf16Range } from '../core/text/range';
import type { AnnotationIndex } from '../workspace/annotations/annotationIndex';
import type { AnnotationRef, IndexedAnnotation } from '../workspace/annotations/indexChange';
import type { OpenArticles } from '../workspace/articles/openArticles';
import { toOffset, toRange } from '../workspace/platform/positions';
import { articlePath } from '../workspace/platform/uris';
import { annotationChoice } from './asking/annotationChoice';
import { askChoice, BACK, type Choice } from './asking/ask';
import { askSearch } from './asking/askSearch';
import type { Labels } from './labels';
import type { SidebarSelection } from './sidebar/sidebarSelection';
import { articleTitle } from './articles/articleTitle';

/** How a command says which annotation it is about. */
export interface Target {
  readonly id?: string | undefined;
  readonly uri?: vscode.Uri | undefined;
  /** The annotation whose row is selected in the sidebar. */
  readonly selected?: boolean | undefined;
  /** The annotation at the cursor is meant, and no other is asked for where there is none. */
  readonly atCursor?: boolean | undefined;
  /** Several annotations whose rows were selected together. */
  readonly all?: readonly AnnotationRef[] | undefined;
}

/** Finds the annotation that a command is about: by id, at the cursor, or by asking. */
export class TargetResolver {
  constructor(
    private readonly index: AnnotationIndex,
    private readonly open: OpenArticles,
    private readonly labels: Labels,
    private readonly sidebar: SidebarSelection,
  ) {}

  /**
   * @returns the annotation; undefined if the analyst closed the question, or no row is selected
   * @throws RefusedError if there is none with that id, or more than one
   */
  async resolve(target: Target): Promise<IndexedAnnotation | undefined> {
    const found = await this.find(target);
    return found && this.index.open(found);
  }

  /** The annotations that a command is about: several where several rows are selected. */
  async resolveMany(target: Target): Promise<readonly IndexedAnnotation[]> {
    if (target.selected === true && this.sidebar.annotations.length > 1)
      return this.sidebar.annotations;
    if (target.all !== undefined)
      return Promise.all(target.all.map(({ id, uri }) => this.index.findAnnotation(id, uri)));
    const item = await this.resolve(target);
    return item === undefined ? [] : [item];
  }

  private async find({
    id,
    uri,
    selected,
    atCursor,
  }: Target): Promise<IndexedAnnotation | undefined> {
    if (selected === true) return this.sidebar.annotations[0];
    if (id !== undefined) return this.index.findAnnotation(id, uri);
    const here = this.atCursor();
    if (here.length === 1) return here[0];
    if (here.length > 1)
      return this.pick(vscode.l10n.t('Which of the annotations at the cursor?'), here);
    if (atCursor === true)
      throw new RefusedError(vscode.l10n.t('There is no annotation at the cursor.'));
    return this.search(vscode.l10n.t('Which annotation?'));
  }

  /**
   * The annotations at the cursor of the active editor, the shortest first; where there is none,
   * those of which words are selected.
   */
  atCursor(): IndexedAnnotation[] {
    const editor = vscode.window.activeTextEditor;
    const live = editor && this.open.get(editor.document.uri);
    if (editor === undefined || live === undefined) return [];
    const { document, selection } = editor;
    const offset = toOffset(document, selection.active);
    const selected = toRange(document, selection);
    const article = document.uri.toString();
    const here = this.where(live, article, (range) => rangeTouches(range, offset));
    return here.length > 0 || selection.isEmpty
      ? here
      : this.where(live, article, ({ start, end }) => start < selected.end && selected.start < end);
  }

  /** The annotations of an article with a passage somewhere, the shortest first. */
  private where(
    { placed }: LiveArticle,
    article: string,
    isMeant: (range: Utf16Range) => boolean,
  ): IndexedAnnotation[] {
    const lengths = new Map(
      placed.flatMap(({ annotation, passages }) => {
        const found = passages.find(({ range }) => range !== undefined && isMeant(range))?.range;
        return found === undefined ? [] : [[annotation.id, found.end - found.start] as const];
      }),
    );
    const lengthOf = ({ annotation: { id } }: IndexedAnnotation) => lengths.get(id) ?? 0;
    return this.index.corpus
      .ofArticle(article)
      .filter(({ annotation }) => lengths.has(annotation.id))
      .sort((a, b) => lengthOf(a) - lengthOf(b));
  }

  /**
   * Searches all annotations, those of the active article first.
   *
   * @param source the annotation that is to be linked: what it may be linked to comes first
   */
  async search(title: string, source?: IndexedAnnotation): Promise<IndexedAnnotation | undefined> {
    return askSearch({
      title,
      ready: this.index.loadWorkspace(),
      placeholder:
        this.index.isLoaded && this.index.corpus.size === 0
          ? vscode.l10n.t('There are no annotations yet.')
          : vscode.l10n.t('Type words of the quotation, note, speaker, topic, tags or article'),
      find: (typed) => this.allMeantBy(typed, source),
    });
  }

  /** The annotations that what was typed may mean; undefined for each one that it doesn't. */
  private *allMeantBy(
    typed: string,
    source?: IndexedAnnotation,
  ): Generator<Choice<IndexedAnnotation> | undefined, void> {
    const nameOf = ({ annotation, article }: IndexedAnnotation) => `${article} ${annotation.id}`;
    const seen = new Set(source && [nameOf(source)]);
    for (const item of this.likelyFirst(source)) {
      const isWanted = item !== undefined && !seen.has(nameOf(item)) && this.isMeantBy(typed, item);
      if (isWanted) seen.add(nameOf(item));
      yield isWanted ? this.choice(item) : undefined;
    }
  }

  /** All annotations; some of them twice. */
  private *likelyFirst(
    source: IndexedAnnotation | undefined,
  ): Generator<IndexedAnnotation | undefined, void> {
    if (source !== undefined) {
      const steps = linkCandidates(this.index.corpus, source);
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) {
          yield* value;
          break;
        }
        yield undefined;
      }
    }
    yield* this.activeFirst();
  }

  private *activeFirst(): Generator<IndexedAnnotation, void> {
    const { corpus } = this.index;
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    if (active !== undefined) yield* corpus.ofArticle(active);
    for (const key of [...corpus.articleKeys()]) if (key !== active) yield* corpus.ofArticle(key);
  }

  private isMeantBy(typed: string, item: IndexedAnnotation): boolean {
    if (typed === '') return true;
    return hasAllWords(searchableText(item.annotation, this.otherWords(item)), typed);
  }

  private async pick(
    title: string,
    items: readonly IndexedAnnotation[],
  ): Promise<IndexedAnnotation | undefined> {
    const answer = await askChoice({
      title,
      placeholder: vscode.l10n.t(
        'Type words of the quotation, note, speaker, topic, tags or article',
      ),
      choices: items.map((item) => this.choice(item)),
      search: (typed, choices) => choices.filter(({ value }) => this.isMeantBy(typed, value)),
    });
    return answer === BACK ? undefined : answer;
  }

  /** What an annotation may be looked for by, beside what it says itself. */
  private otherWords(item: IndexedAnnotation): string[] {
    const { annotation, uri } = item;
    const { role, stance, topic } = annotation;
    const speaker = this.index.corpus.speakerOf(annotation);
    return [
      this.labels.role(role),
      ...(stance === undefined ? [] : [this.labels.stance(stance)]),
      ...(topic === undefined ? [] : [this.labels.topic(topic)]),
      ...(speaker === undefined ? [] : [speaker, ...this.labels.aliasesOf(speaker)]),
      articleTitle(this.index, item),
      articlePath(uri),
    ];
  }

  private choice(item: IndexedAnnotation): Choice<IndexedAnnotation> {
    return annotationChoice({ index: this.index, labels: this.labels }, item);
  }
}
