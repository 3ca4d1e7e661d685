import type * as vscode from 'vscode';
import type { Services } from '../services';

/** What rows show is asked from these. */
export type RowSources = Pick<Services, 'codebooks' | 'index' | 'labels' | 'view'>;

/** A row of the sidebar: a class for each kind. */
export interface Row {
  readonly parent: Row | undefined;
  /** The rows below it, in their order. */
  children(): Row[];
  toItem(): vscode.TreeItem;
  /** What takes a while, and is done once it is unfolded. */
  load?(): Promise<void>;
  /** The tooltip that is costly to make: asked for when the pointer rests on the row. */
  tooltip?(): vscode.MarkdownString;
}

/** A row above the groups, for what waits for the analyst; not shown while nothing does. */
export interface Worklist extends Row {
  readonly isEmpty: boolean;
  /** Whether it, or what is below it, isn't what it was when this was asked last. */
  hasChanged(): boolean;
}
