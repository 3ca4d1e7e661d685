import type { IndexChange, IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import type { AnnotationRow } from '../annotationRow';
import type { Row } from '../row';

/** The annotations of the sidebar, in groups of one kind. */
export interface RowGroups {
  /** The top rows, once all that they need was looked at. */
  all(): Promise<Row[]>;
  /**
   * An annotation's row.
   *
   * @returns with the row, what must be shown anew so that it can be seen; undefined if the
   *   annotation isn't shown
   */
  find(item: IndexedAnnotation): Promise<FoundRow | undefined>;
  /** The rows that must be made again; 'all' if some came or went. */
  changedBy(change: IndexChange): Row[] | 'all';
}

export interface FoundRow {
  readonly row: AnnotationRow;
  readonly changed: readonly Row[];
}
