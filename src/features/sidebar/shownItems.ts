import type { IndexedAnnotation } from '../../workspace/annotations/annotationIndex';

/** Remembers which annotations were shown last, in which state. */
export class ShownItems {
  private items: readonly IndexedAnnotation[] | undefined;

  /** Whether these aren't the ones that were given last. */
  differFrom(items: readonly IndexedAnnotation[]): boolean {
    const before = this.items;
    this.items = items;
    const isOther = ({ annotation, state }: IndexedAnnotation, i: number) =>
      annotation !== before?.[i]?.annotation || state !== before[i].state;
    return before?.length !== items.length || items.some(isOther);
  }
}
