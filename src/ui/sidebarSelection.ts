import type { IndexedAnnotation } from '../workspace/annotations/annotationIndex';

/** The annotations whose rows are selected in the sidebar, which keys pressed there are about. */
export class SidebarSelection {
  annotations: readonly IndexedAnnotation[] = [];
}
