import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { reattachedPassages, resizedBySelection } from '../../core/placing/passageChanges';
import type { CodePointRange } from '../../core/text/range';
import { givenRanges, selectedRanges } from '../../ui/selections';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { articlePath, isArticle } from '../../workspace/platform/uris';
import { refuseUnsaved, type Found } from '../../ui/passages/findPlaced';
import type { PlaceServices } from './needs';

/** Gives the annotation the ranges, or the selection in the article's editor. */
export async function reattach(
  { editor, open }: Pick<PlaceServices, 'editor' | 'open'>,
  found: Found,
  given: readonly CodePointRange[] | undefined,
): Promise<CommandResult> {
  const document = open.documentOf(found.uri);
  const active = vscode.window.activeTextEditor?.document;
  const isElsewhere = active !== undefined && active !== document && isArticle(active);
  if (given === undefined && isElsewhere)
    throw new RefusedError(
      vscode.l10n.t(
        'The annotation is of {0}, but {1} is in the editor: select its words in {0}.',
        articlePath(found.uri),
        articlePath(active.uri),
      ),
    );
  if (given === undefined && document === undefined)
    throw new RefusedError(
      vscode.l10n.t('Open {0} and select the words first.', articlePath(found.uri)),
    );
  refuseUnsaved(document);
  const ranges =
    given === undefined && document !== undefined
      ? selectedRanges(document, found.article.text)
      : givenRanges(given ?? [], found.article);
  const { placed, article } = found;
  const resized = given === undefined ? resizedBySelection(placed, ranges, article) : undefined;
  if (resized !== undefined)
    return editor.setPassages(found.uri, found.item.annotation.id, resized);
  const passages = reattachedPassages(placed, ranges, article);
  const places = passages.length === ranges.length ? ranges : undefined;
  return editor.setPassages(found.uri, found.item.annotation.id, passages, places);
}
