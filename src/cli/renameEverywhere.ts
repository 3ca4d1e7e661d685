import { SpeakerNames } from '../core/codebook/speakerNames';
import { RefusedError } from '../core/model/problem';
import { timestamp } from '../core/model/ids';
import { annotationsToRename } from '../core/rename/annotationsToRename';
import { renameInCodebook } from '../core/rename/renameInCodebook';
import { renameInSidecar } from '../core/rename/renameInSidecar';
import { targetName } from '../core/rename/targetName';
import type { Renaming } from '../core/rename/renaming';
import { runAtOnce } from '../core/text/steps';
import { editSidecarFile } from '../disk/sidecarFile.node';
import { updateFile } from '../disk/updateFile.node';
import type { OpenedCorpus } from './corpus/openCorpus';
import { shownPath } from './location';
import type { Terminal } from './terminal';

/** What a renaming came to. */
export interface Renamed {
  /** How many annotations changed, and in how many articles. */
  readonly annotations: number;
  readonly articles: number;
  readonly isInCodebook: boolean;
  /** Whether everything could be written. */
  readonly isWhole: boolean;
}

/**
 * Renames in sidecars and codebooks on the disk. The codebooks come last: when the program is
 * broken off, the same command does the rest.
 *
 * @throws RefusedError if a codebook can't be changed: nothing was written then
 */
export async function renameEverywhere(
  opened: OpenedCorpus,
  given: Renaming,
  terminal: Terminal,
): Promise<Renamed> {
  const names = new SpeakerNames(opened.codebook?.speakers ?? []);
  const canonical = (speaker: string) => names.of(speaker);
  const renaming = { ...given, to: targetName(given, canonical) };
  // What can't be done is known before anything is.
  const codebooks = opened.codebooks.filter(
    ({ file, text }) => renamedText(file, text, renaming, terminal.cwd) !== text,
  );

  const modified = timestamp(new Date());
  let [annotations, articles, isWhole] = [0, 0, true];
  const { annotations: named } = runAtOnce(annotationsToRename(opened.corpus, renaming, canonical));
  for (const article of new Set(named.map((one) => one.article))) {
    const { path } = await opened.sidecarOf(article);
    let changed = 0;
    try {
      await editSidecarFile(path, (file) => {
        const renamed = renameInSidecar(file, renaming, canonical, modified);
        changed = renamed.count;
        return renamed.file;
      });
      annotations += changed;
      articles += changed > 0 ? 1 : 0;
    } catch (error) {
      isWhole = false;
      const message = error instanceof Error ? error.message : String(error);
      terminal.tell(`${shownPath(terminal.cwd, path)}: ${message}\n`);
    }
  }
  for (const { file } of codebooks)
    await updateFile(file, (bytes) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      return new TextEncoder().encode(renamedText(file, text, renaming, terminal.cwd));
    });
  return { annotations, articles, isInCodebook: codebooks.length > 0, isWhole };
}

/** The codebook's text afterwards; an error names the file. */
function renamedText(file: string, text: string, renaming: Renaming, cwd: string): string {
  try {
    return renameInCodebook(text, renaming);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    throw new RefusedError(`${shownPath(cwd, file)}: ${error.message}`, { cause: error });
  }
}
