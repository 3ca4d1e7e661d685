import * as l10n from '@vscode/l10n';
import { mergeChange } from '../merge/changes/mergeChange';
import { RefusedError } from '../model/problem';
import { annotationsOf, insertionIndex, standingAnnotationOf } from '../sidecar/questions';
import type { SidecarFile } from '../sidecar/sidecarFile';
import type { ArticleText } from '../text/articleText';
import { firstRange, placeAnnotationsInSteps, storedStart } from './placeAnnotations';

/**
 * Brings the annotations of one sidecar into another article's, each at its reading place there.
 * What stands there under the same id already is merged, so that nothing of either is lost.
 *
 * @param starts where the annotations of both begin there, by id, in code points: see `startsIn`
 * @throws RefusedError if the sidecar has entries that can't be told apart or read: they would be
 *   left behind
 */
export function moveAnnotations(
  from: SidecarFile,
  to: SidecarFile,
  starts: ReadonlyMap<string, number>,
): SidecarFile {
  const moved = idsToMove(from);
  return moved.reduce((file, id) => {
    const place = insertionIndex(file, starts.get(id) ?? 0, (entry) => starts.get(entry.id ?? ''));
    return mergeChange(file, id, undefined, standingAnnotationOf(from, id), place);
  }, to);
}

/**
 * Takes `moveAnnotations` back, in a file that may have changed since.
 *
 * @param before what it was made on
 * @param after what it made
 */
export function undoMove(
  from: SidecarFile,
  before: SidecarFile,
  after: SidecarFile,
  present: SidecarFile,
): SidecarFile {
  return idsToMove(from).reduce(
    (file, id) =>
      mergeChange(file, id, standingAnnotationOf(after, id), standingAnnotationOf(before, id)),
    present,
  );
}

function idsToMove({ entries, refusal }: SidecarFile): string[] {
  const ids = entries.flatMap(({ annotation }) => annotation?.id ?? []);
  if (refusal === undefined && new Set(ids).size === entries.length) return ids;
  throw new RefusedError(
    l10n.t(
      'Some entries of this sidecar can’t be read, or have the same id: they would be left behind. Mend them first (see Problems).',
    ),
  );
}

/**
 * Where each annotation of some sidecars begins in the article, in code points; by its stored
 * number where it isn't found. In steps.
 */
export function* startsIn(
  article: ArticleText,
  sidecars: readonly SidecarFile[],
): Generator<void, Map<string, number>, void> {
  const found = yield* placeAnnotationsInSteps(article, sidecars.flatMap(annotationsOf));
  return new Map(
    found.map((placed) => {
      const range = firstRange(placed);
      return [
        placed.annotation.id,
        range === undefined ? storedStart(placed.annotation) : article.map.toCodePoint(range.start),
      ];
    }),
  );
}
