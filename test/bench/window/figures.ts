/** What is printed before the figures, to find them among all that a window prints. */
export const FIGURES_PREFIX = 'claims figures: ';

/** How long the extension host was kept from other things, in milliseconds. */
export interface Blocks {
  readonly max: number;
  readonly p99: number;
}

/** What was measured in one window; times in milliseconds. */
export interface WindowFigures {
  /** While nothing is done: what VS Code itself takes. */
  readonly idle: Blocks;
  /** From opening the sidebar until all sidecars are read. */
  readonly load: number;
  readonly loadBlocks: Blocks;
  /** How much memory is kept for it. */
  readonly megabytes: number;
  /** From then on, until all articles were looked into. */
  readonly check: number;
  readonly checkBlocks: Blocks;
  /** For how long the thread works to make, change and delete an annotation, and to show that. */
  readonly edits: { readonly make: number; readonly change: number; readonly remove: number };
  /** For how long it works to show a group of a thousand. */
  readonly group: number;
  /** All annotations grouped by topic. */
  readonly regroup: number;
  readonly annotations: number;
  /** By how much more memory is kept after 2,000 edits and 200 opened articles, as a share. */
  readonly growth?: number;
}

/** How long it took until the index was right, in milliseconds, and what else was held up. */
export interface Watched {
  readonly milliseconds: number;
  readonly blocks: Blocks;
}

/** How long a speaker’s renaming took, and to take it back. */
export interface RenamingFigures {
  readonly renamed: Watched;
  readonly undone: Watched;
}

/** What was measured while other programs changed all files of the workspace. */
export interface OutsideFigures {
  /** Another branch was checked out, on which each sidecar is another one; and the first again. */
  readonly changed: Watched;
  readonly back: Watched;
  /** All articles went while their sidecars stayed; and they came back. */
  readonly lost: Watched;
  readonly found: Watched;
}
