import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { AnnotationRef } from '../../workspace/annotations/indexChange';
import { AnnotationRow } from './annotationRow';
import { GroupRow } from './groups/groupRow';
import type { Row } from './row';

/** What dragged rows are known by; VS Code asks for this form. */
const MIME = 'application/vnd.code.tree.claimannotator.annotations';

/** Fields that a row gets by being dropped on a group. */
const GIVEN_BY_GROUPS: ReadonlySet<string> = new Set([
  'speaker',
  'role',
  'stance',
  'topic',
  'date',
  'year',
  'day',
  'tag',
]);
/** Groups by parts of dates give a date. */
const FIELDS: Readonly<Record<string, string>> = { year: 'date', day: 'date', tag: 'tags' };

/**
 * Dragging: annotations dropped on a group get its value, one dropped on another annotation is
 * linked to it.
 */
export class DragRows implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];

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
      return;
    }
    if (!(target instanceof GroupRow) || !GIVEN_BY_GROUPS.has(target.ref.field)) return;
    const { field, value } = target.ref;
    const given = field === 'tag' && value !== null ? [value] : value;
    const changes = { [FIELDS[field] ?? field]: given };
    const meant = refs.length > 1 ? { all: refs } : first;
    await vscode.commands.executeCommand(COMMANDS.edit, { ...meant, changes, byHand: true });
  }
}
