import * as vscode from 'vscode';
import { readConflicted } from '../../core/merge/sidecars/conflictMarkers';
import type { Problem, ProblemCode } from '../../core/model/problem';
import { readSidecarInSteps } from '../../core/sidecar/readSidecar';
import { MAX_SIDECAR_BYTES, type SidecarFile } from '../../core/sidecar/sidecarFile';
import { inSteps } from '../platform/pace/inSteps';

/** Whether a text has more bytes than a sidecar may: only for very long ones these are counted. */
export function isTooLarge(text: string): boolean {
  return (
    text.length * 3 > MAX_SIDECAR_BYTES && new TextEncoder().encode(text).length > MAX_SIDECAR_BYTES
  );
}

/**
 * A sidecar's bytes as what they say; as a file with a problem where they are no text.
 *
 * @param known the same file as it was read before: what stands there as before needn't be read
 *   again
 */
export async function readSidecarBytes(
  bytes: Uint8Array,
  known: SidecarFile | undefined,
): Promise<SidecarFile> {
  const decoder = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = decoder().decode(bytes);
  } catch {
    const message = vscode.l10n.t('Not UTF-8: save the sidecar with the encoding UTF-8.');
    try {
      // Where a writing broke off in the middle of a character, what stands before it tells what
      // the file was to be.
      return unreadable('encoding', message, decoder().decode(bytes, { stream: true }));
    } catch {
      return unreadable('encoding', message);
    }
  }
  return readSidecarText(text, known);
}

/** A sidecar's text as what it says, with pauses in which the editor does other things. */
export async function readSidecarText(
  text: string,
  known: SidecarFile | undefined,
): Promise<SidecarFile> {
  const before =
    known?.refusal?.code === 'encoding' || known?.refusal?.code === 'unreadable'
      ? undefined
      : known;
  if (text === before?.text) return before;
  const file = await inSteps(readSidecarInSteps(text, before));
  return file.refusal === undefined || file.refusal.code === 'version'
    ? file
    : (readConflicted(text) ?? file);
}

/**
 * A sidecar of which nothing is known but why it can't be read, and perhaps how its text begins.
 */
export function unreadable(code: ProblemCode, message: string, text = ''): SidecarFile {
  const problem: Problem = { code, severity: 'error', message, range: { start: 0, end: 0 } };
  return {
    text,
    article: {},
    entries: [],
    layout: { kind: 'missing' },
    problems: [problem],
    refusal: problem,
    hasAnchors: false,
  };
}
