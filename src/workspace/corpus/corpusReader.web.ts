import * as vscode from 'vscode';
import { packArticles, type ArticleToPack } from '../../core/corpus/packed/packArticles';
import { readSidecarQuickly } from '../../core/sidecar/readQuickly';
import { MAX_SIDECAR_BYTES } from '../../core/sidecar/sidecarFile';
import { someAtATime } from '../platform/pace/someAtATime';
import { articleOf, sidecarOf, uriOfKey } from '../platform/uris';
import { findSidecarsIn } from '../sidecars/findSidecars';
import type { CorpusReader, TakeRead } from './corpusReader';

/** How many sidecars are handed out at a time. */
const CHUNK = 50;

/** A sidecar's content, or what else there is to say of it. */
type Read = ArticleToPack | { readonly name: string; readonly isGone: boolean };

/**
 * Reads through VS Code's own files, in its one thread: all that there is in a browser and for file
 * systems that aren't local. What became of passages is left to whoever looks with care.
 */
class VsCodeReader implements CorpusReader {
  /** The sidecars that were read, by their articles' keys, as they were then. */
  private readonly stamps = new Map<string, string>();

  prepare(): void {
    // It always is.
  }

  async readAll(folders: readonly vscode.Uri[], take: TakeRead): Promise<void> {
    await this.readSome(await articlesIn(folders), take);
  }

  async readChanged(folders: readonly vscode.Uri[], take: TakeRead): Promise<void> {
    const present = await articlesIn(folders);
    const isThere = new Set(present.map(String));
    const changed = await someAtATime(present, async (article) => {
      const stamp = await stampOf(sidecarOf(article));
      return this.stamps.get(article.toString()) === stamp ? [] : [article];
    });
    this.dropOutside(folders, take);
    const gone = [...this.stamps.keys()].filter((key) => !isThere.has(key)).map(uriOfKey);
    await this.readSome([...changed.flat(), ...gone], take);
  }

  /** What lies in none of the folders any more is gone, whether its files are there or not. */
  private dropOutside(folders: readonly vscode.Uri[], take: TakeRead): void {
    const starts = folders.map((folder) => `${folder.toString().replace(/\/$/, '')}/`);
    const isInside = (key: string) => starts.some((start) => key.startsWith(start));
    const gone = [...this.stamps.keys()].filter((key) => !isInside(key));
    for (const key of gone) this.stamps.delete(key);
    if (gone.length > 0)
      take({
        packed: packArticles([]),
        found: [],
        careful: [],
        gone,
        stale: [],
        done: 0,
        total: 0,
      });
  }

  async readSome(articles: readonly vscode.Uri[], take: TakeRead): Promise<void> {
    for (let from = 0; from < articles.length; from += CHUNK) {
      const part = articles.slice(from, from + CHUNK);
      const read = await someAtATime(part, (article) => this.readOne(article));
      const plain = read.filter((one): one is ArticleToPack => 'annotations' in one);
      const others = read.filter((one) => 'isGone' in one);
      take({
        packed: packArticles(plain),
        found: plain.map(() => undefined),
        careful: others.filter(({ isGone }) => !isGone).map(({ name }) => name),
        gone: others.filter(({ isGone }) => isGone).map(({ name }) => name),
        stale: [],
        done: from + part.length,
        total: articles.length,
      });
    }
  }

  check: CorpusReader['check'] = (articles, take) => {
    take(articles.map((article) => ({ key: article.toString(), ids: '', known: 'unsure' })));
    return Promise.resolve();
  };

  dispose(): void {
    this.stamps.clear();
  }

  private async readOne(article: vscode.Uri): Promise<Read> {
    const name = article.toString();
    const stamp = await stampOf(sidecarOf(article));
    if (stamp === undefined) this.stamps.delete(name);
    else this.stamps.set(name, stamp);
    if (stamp === undefined) return { name, isGone: true };
    const text = await readUtf8(sidecarOf(article));
    const quick = text === undefined ? undefined : readSidecarQuickly(text);
    if (quick === undefined) return { name, isGone: false };
    const { article: metadata, annotations, lines } = quick;
    return { name, metadata, annotations, lines };
  }
}

export function corpusReader(): CorpusReader {
  return new VsCodeReader();
}

async function articlesIn(folders: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const found = await Promise.all(folders.map((folder) => findSidecarsIn(folder)));
  // A folder of the workspace may lie inside another one.
  return [...new Map(found.flat().map((uri) => [uri.toString(), articleOf(uri)])).values()];
}

async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    return `${size}-${mtime}`;
  } catch {
    return undefined;
  }
}

/** A file's text; undefined if it can't be read, is too large, or isn't UTF-8. */
async function readUtf8(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.byteLength > MAX_SIDECAR_BYTES) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
