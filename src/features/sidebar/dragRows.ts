import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { Annotation } from '../../core/model/types';
import { tellBulk } from '../../ui/bulk';
import type { AnnotationRef } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { AnnotationRow } from './annotationRow';
import { valueOfGroup } from '../../core/corpus/view/valueOfGroup';
import { GroupRow } from './groups/groupRow';
import type { Row } from './row';

/** What dragged rows are known by; VS Code asks for this form. */
const MIME = 'application/vnd.code.tree.claimannotator.annotations';

/**
 * Dragging: annotations dropped on a group get its value, one dropped on another annotation is
 * linked to it.
 */
export class DragRows implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];

  constructor(private readonly services: Pick<Services, 'bulk' | 'history' | 'logError'>) {}

  handleDrag(rows: readonly Row[], data: vscode.DataTransfer): void {
    const refs = rows.flatMap((row) => (row instanceof AnnotationRow ? row.ref : []));
    if (refs.length > 0) data.set(MIME, new vscode.DataTransferItem(refs));
  }

  async handleDrop(target: Row | undefined, data: vscode.DataTransfer): Promise<void> {
    const refs = (data.get(MIME)?.value ?? []) as readonly AnnotationRef[];
    const [first] = refs;
    if (first === undefined) return;
    if (target instanceof AnnotationRow) {
      if (target.ref.id === first.id) return;
      const link = { from: first.id, uri: first.uri, to: target.ref.id, byHand: true };
      await vscode.commands.executeCommand(COMMANDS.link, link);
    } else if (target instanceof GroupRow) {
      const { field, value } = target.ref;
      const changes = (annotation: Annotation) => valueOfGroup(annotation, field, value);
      const { bulk } = this.services;
      const result = await bulk.changeFields(refs, changes);
      if (result.annotations > 0) tellBulk(this.services, result);
    }
  }
}
