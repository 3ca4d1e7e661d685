import type { Problem } from '../model/problem';
import type { Annotation, ArticleMetadata } from '../model/types';
import type { Utf16Range } from '../text/range';
import type { ListLayout } from '../yaml/listLayout';

/** The format's version that this program reads and writes. */
export const SIDECAR_VERSION = 1;

/** A larger sidecar (some 60,000 annotations of one article) is taken for an accident. */
export const MAX_SIDECAR_BYTES = 32 * 1024 * 1024;

/** One item of a sidecar's `annotations`, broken ones included: those are kept byte for byte. */
export interface SidecarEntry {
  /** Undefined where the item can't be read; the file's problems say why. */
  readonly annotation: Annotation | undefined;
  /** The item's id where at least that is readable. */
  readonly id: string | undefined;
  /**
   * The item's lines in the file's text, its line end included; in a flow list its value alone.
   * UTF-16 offsets.
   */
  readonly block: Utf16Range;
}

/** A sidecar's text and what was read from it. Immutable: edits make a new one. */
export interface SidecarFile {
  /** The whole text as decoded, byte-order mark and line ends included. */
  readonly text: string;
  readonly article: ArticleMetadata;
  readonly entries: readonly SidecarEntry[];
  readonly layout: ListLayout;
  readonly problems: readonly Problem[];
  /** Why nothing may be written to the file; undefined if it may. */
  readonly refusal: Problem | undefined;
  /**
   * Whether YAML anchors or aliases tie parts of the file to each other, so that an edit of one can
   * alter another.
   */
  readonly hasAnchors: boolean;
}
