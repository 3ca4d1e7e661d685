import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { resizedPassages } from '../../core/placing/passageChanges';
import { textKind } from '../../core/text/blocks/markdownParser';
import type { Utf16Range } from '../../core/text/range';
import { moveBoundary, type BoundaryMove } from '../../core/text/sentences/boundaries';
import { findPlaced, refuseUnsaved, type Found } from '../../ui/passages/findPlaced';
import type { Target } from '../../ui/target';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import type { AnnotationRef } from '../../workspace/annotations/indexChange';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import { toVsCodeRange } from '../../workspace/platform/positions';
import type { Services } from '../services';
import { movablePassage, type MovablePassage } from './passageAt';

export type BoundaryServices = Pick<Services, 'editor' | 'open' | 'reader' | 'target'>;

/** Which passage is meant: by id, or at the cursor. */
export interface BoundaryTarget extends Target {
  /** Which passage of the annotation, counted from 0. */
  readonly passage?: number | undefined;
}

/** Moves boundaries of passages, one after the other: a key that is held down loses no step. */
export class BoundaryMover {
  private running: Promise<unknown> = Promise.resolve();
  /** Whose boundary was moved last, and where the cursor stood then. */
  private last: { readonly ref: AnnotationRef; readonly cursor: string } | undefined;

  constructor(private readonly services: BoundaryServices) {}

  /**
   * @returns the annotation; undefined if the analyst closed the question which one
   * @throws RefusedError if there is no place to move the boundary to
   */
  async move(target: BoundaryTarget, move: BoundaryMove): Promise<CommandResult | undefined> {
    return this.inTurn(async () => {
      const found = await this.find(target);
      if (found === undefined) return undefined;
      const passage = movablePassage(found, move.edge, target.passage);
      const { languageId } = await openArticleDocument(found.uri);
      const range = moveBoundary(found.article.text, passage.range, move, textKind(languageId));
      if (range === undefined) throw new RefusedError(noFurther(move));
      return this.resize(found, passage, range);
    });
  }

  /** Gives a passage other boundaries. */
  async resizeTo(found: Found, passage: MovablePassage, range: Utf16Range): Promise<CommandResult> {
    return this.inTurn(() => this.resize(found, passage, range));
  }

  /** The annotation that is meant; at the same cursor, the one that was meant before. */
  async find(target: BoundaryTarget): Promise<Found | undefined> {
    const { last } = this;
    const isAgain =
      target.id === undefined &&
      last?.cursor === cursorName() &&
      this.services.target.atCursor().some(({ annotation }) => annotation.id === last.ref.id);
    return findPlaced(this.services, isAgain ? last.ref : { ...target, atCursor: true });
  }

  private async resize(
    { placed, article, item, uri }: Found,
    passage: MovablePassage,
    range: Utf16Range,
  ): Promise<CommandResult> {
    refuseUnsaved(this.services.open.documentOf(uri));
    const passages = resizedPassages(placed, passage.index, range, article);
    if (passages === undefined)
      throw new RefusedError(vscode.l10n.t('The passages of one annotation must not overlap.'));
    const places = placed.passages.flatMap(
      (one, i) => (i === passage.index ? range : one.range) ?? [],
    );
    const { id } = item.annotation;
    const result = await this.services.editor.setPassages(
      uri,
      id,
      passages,
      places.length === passages.length ? places : undefined,
    );
    followWithCursor(
      uri,
      toVsCodeRange(article.lines, passage.range),
      toVsCodeRange(article.lines, range),
    );
    this.last = { ref: { id, uri }, cursor: cursorName() };
    return result;
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.running.then(run);
    this.running = mine.catch(() => undefined);
    return mine;
  }
}

function noFurther({ step }: BoundaryMove): string {
  return step === 'extend'
    ? vscode.l10n.t('The passage can’t be extended further here: select the words instead.')
    : vscode.l10n.t('The passage can’t be made shorter here: select the words instead.');
}

/** Where the cursor is, with its document. */
function cursorName(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return '';
  const { anchor, active } = editor.selection;
  return [
    editor.document.uri.toString(),
    anchor.line,
    anchor.character,
    active.line,
    active.character,
  ].join(' ');
}

/**
 * Where the passage was selected, its new words are; a cursor that is left outside comes in again,
 * for the next key.
 */
function followWithCursor(article: vscode.Uri, before: vscode.Range, after: vscode.Range): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== article.toString()) return;
  const { selections, selection } = editor;
  const at = selections.findIndex((one) => !one.isEmpty && one.isEqual(before));
  if (at >= 0)
    editor.selections = selections.map((one, i) =>
      i === at ? new vscode.Selection(after.start, after.end) : one,
    );
  else if (!after.contains(selection.active)) {
    const edge = selection.active.isBefore(after.start) ? after.start : after.end;
    editor.selection = new vscode.Selection(edge, edge);
  } else return;
  editor.revealRange(after, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
