import * as l10n from '@vscode/l10n';
import { RefusedError } from '../core/model/problem';
import { newSidecar } from '../core/sidecar/editSidecar';
import { readSidecar } from '../core/sidecar/readSidecar';
import { MAX_SIDECAR_BYTES, type SidecarFile } from '../core/sidecar/sidecarFile';
import { LineIndex } from '../core/text/lines';
import { updateFile } from './updateFile.node';

/**
 * Changes a sidecar where no editor is: for the command line. What was written is on the disk once
 * the promise is fulfilled.
 *
 * @param change makes the new content from what stands in the file at that moment (an empty sidecar
 *   where there is none); asked again where another program changed it in the meantime. The same
 *   object means no change
 * @returns the sidecar as it is now
 * @throws RefusedError as `path:line:column: message` if the file can't be read as a sidecar;
 *   nothing was written; FileTooLargeError if it is larger than any sidecar
 */
export async function editSidecarFile(
  path: string,
  change: (file: SidecarFile) => SidecarFile | Promise<SidecarFile>,
): Promise<SidecarFile> {
  let after = newSidecar();
  const changeBytes = async (bytes: Uint8Array | undefined) => {
    const before = bytes === undefined ? newSidecar() : read(path, bytes);
    after = await change(before);
    return after === before ? undefined : new TextEncoder().encode(after.text);
  };
  await updateFile(path, changeBytes, MAX_SIDECAR_BYTES);
  return after;
}

function read(path: string, bytes: Uint8Array): SidecarFile {
  const file = readSidecar(decode(path, bytes));
  if (file.refusal === undefined) return file;
  const { line, column } = new LineIndex(file.text).at(file.refusal.range.start);
  throw new RefusedError(`${path}:${line}:${column}: ${file.refusal.message}`);
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RefusedError(
      `${path}:1:1: ${l10n.t('Not UTF-8: save the sidecar with the encoding UTF-8.')}`,
    );
  }
}
