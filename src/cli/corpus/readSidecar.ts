import * as l10n from '@vscode/l10n';
import type { Problem } from '../../core/model/problem';
import type { Annotation, ArticleMetadata } from '../../core/model/types';
import { annotationsOf } from '../../core/sidecar/questions';
import { readSidecarQuickly } from '../../core/sidecar/readQuickly';
import { readSidecar } from '../../core/sidecar/readSidecar';
import { MAX_SIDECAR_BYTES, type SidecarFile } from '../../core/sidecar/sidecarFile';
import { SIDECAR_SUFFIX } from '../../disk/corpus/readCorpus.node';
import { readFile } from '../../disk/readFile.node';

/** An article's sidecar, as far as it can be read. */
export interface ReadSidecar {
  readonly path: string;
  /** Undefined where there is none, or where it isn't even text. */
  readonly file: SidecarFile | undefined;
  /** All that is wrong with it. */
  readonly problems: readonly Problem[];
}

/** What an article's sidecar says. */
export interface SidecarContent {
  readonly article: ArticleMetadata;
  readonly annotations: readonly Annotation[];
}

/** Reads an article's sidecar with care; nothing that is wrong with it stops the program. */
export async function readSidecarFile(article: string): Promise<ReadSidecar> {
  const path = article + SIDECAR_SUFFIX;
  try {
    const text = await readText(path);
    if (text === undefined) return { path, file: undefined, problems: [] };
    const file = readSidecar(text);
    return { path, file, problems: file.problems };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const range = { start: 0, end: 0 };
    const problem = { code: 'unreadable', severity: 'error', message, range } as const;
    return { path, file: undefined, problems: [problem] };
  }
}

/** Reads what an article's sidecar says, as fast as that can be done. */
export async function readSidecarContent(article: string): Promise<SidecarContent> {
  const text = await readText(article + SIDECAR_SUFFIX).catch(() => undefined);
  const quick = text === undefined ? undefined : readSidecarQuickly(text);
  if (quick !== undefined) return quick;
  const { file } = await readSidecarFile(article);
  return { article: file?.article ?? {}, annotations: annotationsOf(file) };
}

async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path, MAX_SIDECAR_BYTES);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new Error(l10n.t('Not UTF-8: save the sidecar with the encoding UTF-8.'), {
      cause: error,
    });
  }
}
