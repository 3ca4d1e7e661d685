import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { annotationsToRename } from '../../core/rename/annotationsToRename';
import { SECTION_OF } from '../../core/rename/renamedCodebook';
import { renameInCodebook } from '../../core/rename/renameInCodebook';
import { renamedAnnotation, type Renaming } from '../../core/rename/renaming';
import { requireKnownTarget, targetName } from '../../core/rename/targetName';
import { tidyName } from '../../core/text/names/names';
import type { BulkOptions, BulkResult } from '../../workspace/annotations/bulkEditor';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { LoadedCodebook } from '../../workspace/codebooks/codebookStore';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';

export type RenameServices = Pick<Services, 'bulk' | 'codebooks' | 'index' | 'sidecars'>;

/** What a renaming would change. */
export interface PlannedRenaming {
  readonly renaming: Renaming;
  readonly annotations: readonly IndexedAnnotation[];
  /** The codebooks that name it. */
  readonly codebooks: readonly LoadedCodebook[];
  /** The new name is there already: the two become one. */
  readonly isMerge: boolean;
}

/**
 * Finds out what a renaming would change; nothing is written.
 *
 * @throws RefusedError if a codebook can't be changed
 */
export async function planRenaming(
  { codebooks, index }: RenameServices,
  given: Renaming,
): Promise<PlannedRenaming> {
  const to = given.field === 'speaker' ? tidyName(given.to) : given.to.trim();
  if (to === '' || given.from === '')
    throw new RefusedError(vscode.l10n.t('A name must not be empty.'));
  await codebooks.loadCodebooks();
  await index.loadWorkspace();
  const { canonical, vocabulary } = codebooks;
  const renaming = { ...given, to: targetName({ ...given, to }, canonical) };
  requireKnownTarget(
    renaming,
    codebooks.all().map(({ codebook }) => codebook),
  );
  const named = codebooks.all().filter((one) => renamedText(one, renaming) !== one.text);
  const { annotations, isThere } = await inSteps(
    annotationsToRename(index.corpus, renaming, canonical),
  );
  const { field } = renaming;
  const isMerge =
    isThere ||
    (field === 'speaker'
      ? vocabulary.speakers.some(({ name }) => name === renaming.to)
      : field !== 'tag' && vocabulary[SECTION_OF[field]].some(({ id }) => id === renaming.to));
  return { renaming, annotations, codebooks: named, isMerge };
}

/** Does what was planned; sidecars that changed meanwhile are looked at again. */
export async function renameEverywhere(
  { bulk, codebooks }: RenameServices,
  { renaming, annotations, codebooks: named }: PlannedRenaming,
  options: BulkOptions = {},
): Promise<BulkResult> {
  const { canonical } = codebooks;
  const articles = [...new Set(annotations.map(({ article }) => article))];
  return bulk.changeMany(
    articles,
    (annotation) => renamedAnnotation(annotation, renaming, canonical),
    {
      ...options,
      codebooks: new Map(
        named.map(({ uri }) => [
          uri.toString(),
          (text) => (text === undefined ? '' : renameInCodebook(text, renaming)),
        ]),
      ),
    },
  );
}

/** The codebook's text afterwards; an error names the file. */
function renamedText({ uri, text }: LoadedCodebook, renaming: Renaming): string {
  try {
    return renameInCodebook(text, renaming);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    throw new RefusedError(`${articlePath(uri)}: ${error.message}`, { cause: error });
  }
}
