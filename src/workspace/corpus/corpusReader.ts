import type * as vscode from 'vscode';
import type { ArticleFacts } from '../../core/model/types';
import type { PackedArticles } from '../../core/corpus/packed/packArticles';

/** The numbers of the states of an article's annotations (see `packState`). */
export type FoundStates = readonly number[];

/** What was found in an article. */
export interface FoundInArticle {
  readonly states: FoundStates;
  /** What it says of itself. */
  readonly facts: ArticleFacts;
}

/** Some sidecars as they were read. Articles are named by their keys. */
export interface SidecarsRead {
  readonly packed: PackedArticles;
  /** For each of its articles, what is known of it already. */
  readonly found: readonly (FoundInArticle | 'missing' | undefined)[];
  /** The articles whose sidecars aren't plainly right: they must be read with care. */
  readonly careful: readonly string[];
  /** The articles whose sidecars are gone. */
  readonly gone: readonly string[];
  /** Articles that came, changed or went since they were looked at; their sidecars didn't. */
  readonly stale: readonly string[];
  /** How many sidecars were read so far, of how many. */
  readonly done: number;
  readonly total: number;
}

/** An article that was looked into for the passages of its annotations. */
export interface ArticleChecked {
  readonly key: string;
  /** The ids of the annotations that were looked for, in reading order, with commas between. */
  readonly ids: string;
  /** 'unsure': it must be looked into with care. */
  readonly known: FoundStates | 'missing' | 'unsure';
  /** What it says of itself, where it could be read. */
  readonly facts?: ArticleFacts;
}

/** Is handed some of what is read, as soon as it is there. */
export type TakeRead = (read: SidecarsRead) => void;

/** Reads many sidecars and articles without holding up the window. */
export interface CorpusReader {
  /** Gets ready: soon there will be something to read. */
  prepare(): void;
  /** Reads all sidecars in some folders and below. */
  readAll(folders: readonly vscode.Uri[], take: TakeRead): Promise<void>;
  /** Reads those of them that came, changed or went since they were read last. */
  readChanged(folders: readonly vscode.Uri[], take: TakeRead): Promise<void>;
  /** Reads the sidecars of some articles. */
  readSome(articles: readonly vscode.Uri[], take: TakeRead): Promise<void>;
  /** Looks into some articles. */
  check(
    articles: readonly vscode.Uri[],
    take: (checked: readonly ArticleChecked[]) => void,
  ): Promise<void>;
  dispose(): void;
}
