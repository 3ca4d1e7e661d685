import * as vscode from 'vscode';
import { linkCandidates } from '../core/corpus/linkCandidates';
import { hasAllWords, searchableText } from '../core/corpus/searchAnnotations';
import { quoteOf } from '../core/model/quote';
import { excerpt } from '../core/text/excerpt';
import { rangeTouches } from '../core/text/range';
import type { AnnotationIndex } from '../workspace/annotations/annotationIndex';
import type { AnnotationRef, IndexedAnnotation } from '../workspace/annotations/indexChange';
import type { OpenArticles } from '../workspace/articles/openArticles';
import { toOffset } from '../workspace/platform/positions';
import { articlePath } from '../workspace/platform/uris';
import { askChoice, BACK, type Choice } from './ask';
import { askSearch } from './askSearch';
import { roleIcon, stanceMark, type Labels } from './labels';
import type { SidebarSelection } from './sidebar/sidebarSelection';

/** How a command says which annotation it is about. */
export interface Target {
  readonly id?: string | undefined;
  readonly uri?: vscode.Uri | undefined;
  /** The annotation whose row is selected in the sidebar. */
  readonly selected?: boolean | undefined;
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

  private async find({ id, uri, selected }: Target): Promise<IndexedAnnotation | undefined> {
    if (selected === true) return this.sidebar.annotations[0];
    if (id !== undefined) return this.index.findAnnotation(id, uri);
    const here = this.atCursor();
    if (here.length === 1) return here[0];
    if (here.length > 1)
      return this.pick(vscode.l10n.t('Which of the annotations at the cursor?'), here);
    return this.search(vscode.l10n.t('Which annotation?'));
  }

  /** The annotations at the cursor of the active editor, the shortest first. */
  atCursor(): IndexedAnnotation[] {
    const editor = vscode.window.activeTextEditor;
    const live = editor && this.open.get(editor.document.uri);
    if (editor === undefined || live === undefined) return [];
    const offset = toOffset(editor.document, editor.selection.active);
    const lengths = new Map(
      live.placed.flatMap(({ annotation, passages }) => {
        const range = passages.find(
          (passage) => passage.range !== undefined && rangeTouches(passage.range, offset),
        )?.range;
        return range === undefined ? [] : [[annotation.id, range.end - range.start] as const];
      }),
    );
    return this.index.corpus
      .ofArticle(editor.document.uri.toString())
      .filter(({ annotation }) => lengths.has(annotation.id))
      .sort((a, b) => (lengths.get(a.annotation.id) ?? 0) - (lengths.get(b.annotation.id) ?? 0));
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
  private otherWords({ annotation, uri }: IndexedAnnotation): string[] {
    const { role, stance, topic } = annotation;
    const speaker = this.index.corpus.speakerOf(annotation);
    return [
      this.labels.role(role),
      ...(stance === undefined ? [] : [this.labels.stance(stance)]),
      ...(topic === undefined ? [] : [this.labels.topic(topic)]),
      ...(speaker === undefined ? [] : [speaker, ...this.labels.aliasesOf(speaker)]),
      articlePath(uri),
    ];
  }

  private choice(item: IndexedAnnotation): Choice<IndexedAnnotation> {
    const { role, stance } = item.annotation;
    const speaker = this.index.corpus.speakerOf(item.annotation);
    const facts = [
      this.labels.role(role),
      speaker ?? this.labels.noSpeaker,
      ...(stance === undefined ? [] : [`${stanceMark(stance)} ${this.labels.stance(stance)}`]),
    ];
    return {
      label: excerpt(quoteOf(item.annotation), 56),
      description: facts.join(' · '),
      detail: articlePath(item.uri),
      iconPath: new vscode.ThemeIcon(roleIcon(role)),
      value: item,
    };
  }
}
