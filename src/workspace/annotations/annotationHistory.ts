import * as vscode from 'vscode';
import type { SidecarStore } from '../sidecars/sidecarStore';
import {
  ChangeHistory,
  type AnnotationChange,
  type HistoryDirection,
  type HistoryStep,
} from '../../core/merge/changes/changeHistory';
import { restoreVersion } from '../../core/merge/changes/restoreVersion';
import { annotationWithId } from '../../core/sidecar/questions';
import type { CodebookWriter } from '../codebooks/codebookWriter';
import { Disposable } from '../platform/disposable';
import { uriOfKey } from '../platform/uris';
import { DeletedElsewhereError } from './deletedElsewhere';
import { someAtATime } from '../platform/pace/someAtATime';

/** What taking a step back, or making it again, came to. */
export interface SteppedHistory {
  /** The id of the annotation that changed; of the first one of many. */
  readonly id: string;
  /** How many annotations changed. */
  readonly annotations: number;
  readonly saved: boolean;
}

/** What to do where another program deleted an annotation that is to be changed back. */
export type IfMissing = 'bring back' | 'leave' | undefined;

/** The changes of annotations in this window, which can be taken back and made again. */
export class AnnotationHistory extends Disposable {
  private readonly history = new ChangeHistory();
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  /** Another step than before would be taken back now. */
  readonly onDidChange = this.changed.event;
  private stepping: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly codebooks: CodebookWriter,
  ) {
    super();
  }

  /** Adds what was done in one go. */
  add(step: HistoryStep): void {
    this.history.add(step);
    this.changed.fire();
  }

  /** An article's annotations are another article's now: so are their changes. */
  relocate(from: string, to: string): void {
    this.history.relocate(from, to);
  }

  /**
   * Takes the last step back, or makes it again; one after the other, however fast they are asked
   * for.
   *
   * @returns what was changed; undefined if there is nothing to take back
   * @throws DeletedElsewhereError if an annotation is missing, and it isn't said what to do then
   */
  step(direction: HistoryDirection, missing?: IfMissing): Promise<SteppedHistory | undefined> {
    const turn = this.stepping.then(async () => {
      const step = this.history.peek(direction);
      if (step === undefined) return undefined;
      const isUndo = direction === 'undo';
      const saved = await this.restore(step.changes, isUndo, missing);
      for (const change of step.codebooks ?? []) await this.codebooks.restore(change, isUndo);
      this.history.step(direction);
      this.changed.fire();
      return { id: step.changes[0]?.id ?? '', annotations: step.changes.length, saved };
    });
    this.stepping = turn.catch(() => undefined);
    return turn;
  }

  /** Takes one certain step back, whatever was done since; that can be undone like any other. */
  async takeBack(step: HistoryStep): Promise<void> {
    if (this.history.peek('undo') === step) {
      await this.step('undo');
      return;
    }
    await this.restore(step.changes, true, 'leave');
    for (const change of step.codebooks ?? []) await this.codebooks.restore(change, true);
    const codebooks = (step.codebooks ?? []).map(({ before = '', after, uri }) => ({
      uri,
      before: after,
      after: before,
    }));
    const changes = step.changes.map(({ before, after, ...change }) => ({
      ...change,
      before: after,
      after: before,
    }));
    this.add({ changes, codebooks });
  }

  /**
   * Gives annotations the content that they had before some changes, or after them.
   *
   * @returns whether all is in the files
   */
  async restore(
    changes: readonly AnnotationChange[],
    isUndo: boolean,
    missing?: IfMissing,
  ): Promise<boolean> {
    const saved = await someAtATime([...byArticle(changes)], async ([article, some]) => {
      const written = await this.sidecars.editSidecar(uriOfKey(article), (present) => {
        let file = present;
        for (const { id, before, after } of some) {
          const [from, to] = isUndo ? [after, before] : [before, after];
          const isGone =
            from !== undefined && to !== undefined && annotationWithId(file, id) === undefined;
          if (isGone && missing === undefined) throw new DeletedElsewhereError(uriOfKey(article));
          if (!isGone || missing !== 'leave') file = restoreVersion(file, id, from, to);
        }
        return file;
      });
      return written.saved;
    });
    return saved.every(Boolean);
  }
}

function byArticle(changes: readonly AnnotationChange[]): Map<string, AnnotationChange[]> {
  const articles = new Map<string, AnnotationChange[]>();
  for (const change of changes) {
    const known = articles.get(change.article);
    if (known === undefined) articles.set(change.article, [change]);
    else known.push(change);
  }
  return articles;
}
