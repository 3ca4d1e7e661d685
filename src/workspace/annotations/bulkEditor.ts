import * as vscode from 'vscode';
import { checkAnnotation } from '../../core/codebook/checkAnnotation';
import type {
  AnnotationChange,
  CodebookChange,
  HistoryStep,
} from '../../core/merge/changes/changeHistory';
import { withChanges } from '../../core/model/fields';
import { timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import type { Annotation } from '../../core/model/types';
import { changeEntries } from '../../core/sidecar/changeEntries';
import { standingAnnotationOf } from '../../core/sidecar/questions';
import type { CodebookStore } from '../codebooks/codebookStore';
import type { CodebookEdit, CodebookWriter } from '../codebooks/codebookWriter';
import { articlePath, uriOfKey } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { AnnotationHistory } from './annotationHistory';
import { refuseFixed } from './fixedFields';
import type { AnnotationRef } from './indexChange';
import { someAtATime } from '../platform/pace/someAtATime';

/** What one of many annotations is to be; 'removed': gone; undefined: as it is. */
export type ChangeOne = (
  annotation: Annotation,
  article: string,
) => Annotation | 'removed' | undefined;

/** Fields with their new values; `null` removes one. */
type Changes = Readonly<Record<string, unknown>>;

export interface BulkOptions {
  /** Is told how many articles are done. */
  readonly onProgress?: (done: number) => void;
  /** Ends it: what was written so far is taken back. */
  readonly token?: vscode.CancellationToken;
  /** What changes in codebooks with it, once the annotations are changed. */
  readonly codebooks?: ReadonlyMap<string, CodebookEdit>;
}

/** A value is right or wrong whatever the annotation is. */
const ANY_ANNOTATION: Annotation = { id: 'any', role: 'claim', passages: [{ exact: 'any' }] };

/** What a change of many annotations came to. */
export interface BulkResult {
  /** How many annotations changed, and in how many articles. */
  readonly annotations: number;
  readonly articles: number;
  /** Why sidecars were left out, each with its place. */
  readonly failures: readonly string[];
  /** What can be taken back. */
  readonly step: HistoryStep;
}

/** Changes many annotations as one step that can be taken back. */
export class BulkEditor {
  constructor(
    private readonly sidecars: SidecarStore,
    private readonly codebooks: CodebookStore,
    private readonly writer: CodebookWriter,
    private readonly history: AnnotationHistory,
  ) {}

  /**
   * Gives some annotations other values of fields.
   *
   * @param changes the same for all, or made from what each says
   * @throws RefusedError if a value isn't as the format has it: nothing was changed then
   */
  async changeFields(
    refs: readonly AnnotationRef[],
    changes: Changes | ((present: Annotation) => Changes),
    options?: BulkOptions,
  ): Promise<BulkResult> {
    await this.codebooks.loadCodebooks();
    const changesOf = typeof changes === 'function' ? changes : () => changes;
    refuseFixed(changesOf(ANY_ANNOTATION));
    const { vocabulary, canonical } = this.codebooks;
    // What is wrong with a value is known before anything is written.
    checkAnnotation(withChanges(ANY_ANNOTATION, changesOf(ANY_ANNOTATION)), vocabulary, canonical);
    const wanted = idsByArticle(refs);
    const change: ChangeOne = (annotation, article) =>
      wanted.get(article)?.has(annotation.id) === true
        ? checkAnnotation(
            withChanges(annotation, changesOf(annotation)),
            vocabulary,
            canonical,
            annotation,
          )
        : undefined;
    return this.changeMany([...wanted.keys()], change, options);
  }

  /** Removes some annotations. */
  async remove(refs: readonly AnnotationRef[], options?: BulkOptions): Promise<BulkResult> {
    const wanted = idsByArticle(refs);
    const change: ChangeOne = ({ id }, article) =>
      wanted.get(article)?.has(id) === true ? 'removed' : undefined;
    return this.changeMany([...wanted.keys()], change, options);
  }

  /**
   * Changes annotations of some articles.
   *
   * @throws RefusedError if it was ended: all is as before then
   */
  async changeMany(
    articles: readonly string[],
    change: ChangeOne,
    { onProgress, token, codebooks }: BulkOptions = {},
  ): Promise<BulkResult> {
    const modified = timestamp(new Date());
    const changes: AnnotationChange[] = [];
    const failures: string[] = [];
    let done = 0;
    const goOn = () => token?.isCancellationRequested !== true;
    const run = async (article: string) => {
      try {
        changes.push(...(await this.changeIn(article, change, modified)));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        failures.push(`${articlePath(uriOfKey(article))}: ${message}`);
      }
      onProgress?.((done += 1));
    };
    await someAtATime(articles, run, goOn);
    if (!goOn()) {
      await this.history.restore(changes, true, 'leave');
      throw new RefusedError(vscode.l10n.t('Ended: everything is as it was before.'));
    }
    const inCodebooks: CodebookChange[] = [];
    for (const [uri, edit] of codebooks ?? []) {
      const made = await this.writer.edit(uriOfKey(uri), edit);
      if (made !== undefined) inCodebooks.push(made);
    }
    const step = { changes, codebooks: inCodebooks };
    if (changes.length > 0 || inCodebooks.length > 0) this.history.add(step);
    const changed = new Set(changes.map(({ article }) => article)).size;
    return { annotations: changes.length, articles: changed, failures, step };
  }

  private async changeIn(
    article: string,
    change: ChangeOne,
    modified: string,
  ): Promise<AnnotationChange[]> {
    let made: AnnotationChange[] = [];
    await this.sidecars.editSidecar(uriOfKey(article), (before) => {
      const { file, ids } = changeEntries(before, (one) => change(one, article), modified);
      made = ids.map((id) => ({
        article,
        id,
        before: standingAnnotationOf(before, id),
        after: standingAnnotationOf(file, id),
      }));
      return file;
    });
    return made;
  }
}

/** The ids that are meant, by the keys of their articles. */
function idsByArticle(refs: readonly AnnotationRef[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { uri, id } of refs) {
    const key = uri.toString();
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  return ids;
}
