import * as l10n from '@vscode/l10n';
import type { Problem } from '../../core/model/problem';
import { readSidecar } from '../../core/sidecar/readSidecar';
import { MAX_SIDECAR_BYTES, type SidecarFile } from '../../core/sidecar/sidecarFile';
import { readFile } from '../../disk/readFile.node';
import { SIDECAR_SUFFIX } from './findSidecars';

/** An article's sidecar, as far as it can be read. */
export interface ReadSidecar {
  readonly path: string;
  /** Undefined where there is none, or where it isn't even text. */
  readonly file: SidecarFile | undefined;
  /** All that is wrong with it. */
  readonly problems: readonly Problem[];
}

/** Reads an article's sidecar; nothing that is wrong with it stops the program. */
export async function readSidecarFile(article: string): Promise<ReadSidecar> {
  const path = article + SIDECAR_SUFFIX;
  try {
    const bytes = await readFile(path, MAX_SIDECAR_BYTES);
    if (bytes === undefined) return { path, file: undefined, problems: [] };
    const file = readSidecar(decode(bytes));
    return { path, file, problems: file.problems };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const range = { start: 0, end: 0 };
    const problem = { code: 'unreadable', severity: 'error', message, range } as const;
    return { path, file: undefined, problems: [problem] };
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new Error(l10n.t('Not UTF-8: save the sidecar with the encoding UTF-8.'), {
      cause: error,
    });
  }
}
