import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { rangeTouches, type Utf16Range } from '../../core/text/range';
import type { BoundaryEdge } from '../../core/text/sentences/boundaries';
import type { Found } from '../../ui/passages/findPlaced';
import { toOffset } from '../../workspace/platform/positions';

/** A passage that stands as quoted, whose boundaries can be moved. */
export interface MovablePassage {
  readonly index: number;
  readonly range: Utf16Range;
}

/** Where the cursor is in an article; undefined if another document is in the editor. */
function cursorIn(article: vscode.Uri): number | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === article.toString()
    ? toOffset(editor.document, editor.selection.active)
    : undefined;
}

/**
 * The passage whose boundary is meant: the one that was asked for, the one at the cursor or next to
 * it, else the one at the edge.
 *
 * @throws RefusedError if its words changed, or aren't found
 */
export function movablePassage(
  { placed, uri }: Pick<Found, 'placed' | 'uri'>,
  edge: BoundaryEdge,
  asked: number | undefined,
): MovablePassage {
  const index = asked ?? passageIndex({ placed, uri }, edge);
  const { state, range } = placed.passages[index] ?? {};
  if (range === undefined)
    throw new RefusedError(
      vscode.l10n.t('These words are not found in the article: choose their place first.'),
    );
  if (state !== 'anchored')
    throw new RefusedError(
      vscode.l10n.t('These words changed in the article: accept or refuse the change first.'),
    );
  return { index, range };
}

/** The passage at the cursor or next to it; without a cursor, the one at the edge. */
export function passageIndex(
  { placed, uri }: Pick<Found, 'placed' | 'uri'>,
  edge: BoundaryEdge,
): number {
  const cursor = cursorIn(uri);
  const found = placed.passages.flatMap(({ range }, index) =>
    range === undefined ? [] : { index, range },
  );
  if (cursor === undefined) return (edge === 'start' ? found[0] : found.at(-1))?.index ?? 0;
  const distance = ({ range }: MovablePassage) =>
    rangeTouches(range, cursor) ? 0 : Math.max(range.start - cursor, cursor - range.end);
  return [...found].sort((a, b) => distance(a) - distance(b))[0]?.index ?? 0;
}
