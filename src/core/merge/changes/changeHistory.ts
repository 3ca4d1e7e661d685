import type { StandingAnnotation } from '../../sidecar/questions';

/** A change of one annotation, with all that is needed to take it back and to make it again. */
export interface AnnotationChange {
  /** The article's key. */
  readonly article: string;
  readonly id: string;
  /** Undefined: it wasn't there before. */
  readonly before: StandingAnnotation | undefined;
  /** Undefined: it is gone since. */
  readonly after: StandingAnnotation | undefined;
}

/** A change of a codebook's text. */
export interface CodebookChange {
  readonly uri: string;
  /** Undefined: there was no such file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What is taken back, or made again, in one go. */
export interface HistoryStep {
  readonly changes: readonly AnnotationChange[];
  readonly codebooks?: readonly CodebookChange[];
}

export type HistoryDirection = 'undo' | 'redo';

/** How many steps can be taken back. */
const DEPTH = 500;

/** The changes that can be taken back, or made again, newest last. */
export class ChangeHistory {
  private done: HistoryStep[] = [];
  private undone: HistoryStep[] = [];

  /** Adds a step; what was taken back before can't be made again from now on. */
  add(step: HistoryStep): void {
    this.done.push(step);
    if (this.done.length > DEPTH) this.done.shift();
    this.undone = [];
  }

  /** What undo would take back, or redo would make again. */
  peek(direction: HistoryDirection): HistoryStep | undefined {
    return (direction === 'undo' ? this.done : this.undone).at(-1);
  }

  /** Notes that it was done. */
  step(direction: HistoryDirection): void {
    const [from, to] = direction === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const step = from.pop();
    if (step !== undefined) to.push(step);
  }

  /** Takes the changes of an article's annotations along to where they are now. */
  relocate(from: string, to: string): void {
    const moved = (step: HistoryStep): HistoryStep => ({
      ...step,
      changes: step.changes.map((change) =>
        change.article === from ? { ...change, article: to } : change,
      ),
    });
    this.done = this.done.map(moved);
    this.undone = this.undone.map(moved);
  }
}
