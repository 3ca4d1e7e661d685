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

export type HistoryDirection = 'undo' | 'redo';

/** How many changes can be taken back. */
const DEPTH = 500;

/** The changes of annotations that can be taken back, or made again, newest last. */
export class ChangeHistory {
  private done: AnnotationChange[] = [];
  private undone: AnnotationChange[] = [];

  /** Adds a change; what was taken back before can't be made again from now on. */
  add(change: AnnotationChange): void {
    this.done.push(change);
    if (this.done.length > DEPTH) this.done.shift();
    this.undone = [];
  }

  /** The change that undo would take back, or redo would make again. */
  peek(direction: HistoryDirection): AnnotationChange | undefined {
    return (direction === 'undo' ? this.done : this.undone).at(-1);
  }

  /** Notes that it was done. */
  step(direction: HistoryDirection): void {
    const [from, to] = direction === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const change = from.pop();
    if (change !== undefined) to.push(change);
  }

  /** Takes the changes of an article's annotations along to where they are now. */
  relocate(from: string, to: string): void {
    const moved = (change: AnnotationChange): AnnotationChange =>
      change.article === from ? { ...change, article: to } : change;
    this.done = this.done.map(moved);
    this.undone = this.undone.map(moved);
  }
}
