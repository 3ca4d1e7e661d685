import type * as vscode from 'vscode';
import type { ProblemCode } from '../../core/model/problem';
import type { ArticleMetadata } from '../../core/model/types';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import type { Utf16Range } from '../../core/text/range';

/**
 * Where passages are in the article's present text, by annotation id, in UTF-16 units: whoever just
 * selected them knows, and they needn't be looked for.
 */
export type KnownPlaces = ReadonlyMap<string, readonly Utf16Range[]>;

/** An article's sidecar says something else than before, or came, or went. */
export interface SidecarChange {
  readonly article: vscode.Uri;
  readonly places: KnownPlaces;
}

export interface EditOptions {
  /** What a new sidecar says of the article. */
  readonly metadata?: ArticleMetadata;
  /** Where the annotations that are written have their passages. */
  readonly places?: KnownPlaces;
  /** The reason for which the file would be refused, where the edit is to remedy just that. */
  readonly despite?: ProblemCode;
}

/**
 * Makes a sidecar's new content from its present one; the same object means no change.
 *
 * @param seen what this window took for the sidecar's content until now: what the analyst saw
 */
export type SidecarEdit = (present: SidecarFile, seen: SidecarFile | undefined) => SidecarFile;
