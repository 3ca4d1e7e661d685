import { readSidecar } from '../../sidecar/readSidecar';
import type { SidecarFile } from '../../sidecar/sidecarFile';
import { mergeSidecars } from '../sidecars/mergeSidecars';

/** A change of a sidecar that didn't reach its file, or may not have. */
export interface UnwrittenChange {
  /** The whole text that it was made on; '' where there was no file. */
  readonly before: string;
  /** The whole text that it made. */
  readonly after: string;
  /** Whether its writing was begun in a way that can leave a part of the text behind. */
  readonly torn: boolean;
}

/**
 * What a sidecar says once a change that didn't reach it is made: the change's own text where the
 * file stands as it did, or is what a broken-off writing left of it; else both merged by id. Making
 * it twice does no harm.
 *
 * @param present the file as it is now; undefined where there is none
 * @returns the merged file; `present` itself where it can't be read
 */
export function replayChange(
  present: SidecarFile | undefined,
  { before, after, torn }: UnwrittenChange,
): SidecarFile {
  // Nothing can be said of a file that couldn't be read.
  if (present?.refusal !== undefined && present.text === '') return present;
  const text = present?.text ?? '';
  if (present !== undefined && text === after) return present;
  if (text === before || (torn && isBeginningOf(text, before, after))) return readSidecar(after);
  // What the change was made on may itself have been what a broken-off writing left: then nothing
  // is taken for deleted.
  const base = readSidecar(before);
  const merged = mergeSidecars(
    base.refusal === undefined ? base : readSidecar(''),
    present ?? readSidecar(''),
    readSidecar(after),
  );
  return 'file' in merged ? merged.file : (present ?? readSidecar(after));
}

/** Whether a text is what is left of one of the whole ones when its writing breaks off. */
function isBeginningOf(text: string, ...whole: readonly string[]): boolean {
  // A character may have been cut in two: that decodes to a replacement character, or not at all.
  const kept = text.replace(/\uFFFD$/, '');
  return whole.some((one) => one.startsWith(kept));
}

/**
 * Two changes of the same sidecar that didn't reach it, as one: two windows may have left one each.
 *
 * @param first the one that the other is made on top of
 */
export function joinUnwritten(first: UnwrittenChange, second: UnwrittenChange): UnwrittenChange {
  const { text } = replayChange(readSidecar(first.after), second);
  return { before: first.before, after: text, torn: first.torn || second.torn };
}
