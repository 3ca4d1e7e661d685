import type * as vscode from 'vscode';
import type { Annotation, ArticleMetadata } from '../../core/model/types';
import { annotationsOf } from '../../core/sidecar/questions';
import { readSidecarQuickly } from '../../core/sidecar/readQuickly';
import type { LocalFiles } from '../platform/localFiles';
import { sidecarOf } from '../platform/uris';
import type { SidecarStore } from './sidecarStore';

/** A larger sidecar is read in steps, in bytes. */
const QUICK = 200_000;

/** What a sidecar says, for whoever doesn't work on it. */
export interface SidecarContent {
  readonly article: ArticleMetadata;
  readonly annotations: readonly Annotation[];
}

/**
 * What an article's sidecar says, without holding on to it: for whoever goes through thousands.
 *
 * @returns undefined if there is none
 */
export async function readAnnotations(
  article: vscode.Uri,
  sidecars: SidecarStore,
  disk: LocalFiles,
): Promise<SidecarContent | undefined> {
  const quick = sidecars.isOnDisk(article) ? await readQuickly(article, disk) : undefined;
  if (quick !== undefined) return quick;
  const file = await sidecars.readSidecar(article);
  return file && { article: file.article, annotations: annotationsOf(file) };
}

/** Undefined where it isn't plainly right, large, or can't be read. */
async function readQuickly(
  article: vscode.Uri,
  disk: LocalFiles,
): Promise<SidecarContent | undefined> {
  try {
    const bytes = await disk.readFile(sidecarOf(article), QUICK);
    if (bytes === undefined) return undefined;
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return readSidecarQuickly(decoder.decode(bytes));
  } catch {
    // The other reader says why.
    return undefined;
  }
}
