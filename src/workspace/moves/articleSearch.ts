import type * as vscode from 'vscode';
import { ArticleMatcher } from '../../core/placing/articleMatch';
import { compareFoundTexts, type FoundText } from '../../core/placing/foundArticles';
import { ArticleText } from '../../core/text/articleText';
import { toArticleText } from '../../core/text/lineEndings';
import { decodeArticle } from '../articles/decodeArticle';
import type { OpenArticles } from '../articles/openArticles';
import { inBackground, Turns } from '../platform/pace/inSteps';
import { isFile } from '../platform/isFile';
import type { LocalFiles } from '../platform/localFiles';
import { textOf } from '../platform/positions';
import { nameOf, sidecarOf, uriOfKey } from '../platform/uris';
import { readAnnotations } from '../sidecars/readAnnotations';
import type { SidecarStore } from '../sidecars/sidecarStore';
import { filesFor } from './candidateFiles';
import { LostPhrases, type ReadContent, type ReadText } from './lostPhrases';

/** A file that holds quotations of annotations that have lost their article. */
export interface FoundArticle extends FoundText {
  readonly uri: vscode.Uri;
}

/** No file is looked into that is larger. */
const MOST_BYTES = 5 * 1024 * 1024;
/** How many files are read at a time. */
const READ_AT_ONCE = 8;
/** The annotations of so many lost articles are kept while files are looked into. */
const KEPT = 50;

/** What is looked for in files. */
interface Searched {
  readonly lost: LostPhrases;
  readonly token?: vscode.CancellationToken | undefined;
}

/**
 * Finds articles by their words: where the quotations of annotations stand whose article was moved
 * or renamed.
 */
export class ArticleSearch {
  constructor(
    private readonly disk: LocalFiles,
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
  ) {}

  /** What quotations to look for; none so far. */
  phrases(): LostPhrases {
    return new LostPhrases(this.readContent);
  }

  /**
   * The files of the workspace that hold quotations of a lost article's annotations, the best
   * first.
   */
  async findCandidates(
    article: vscode.Uri,
    token?: vscode.CancellationToken,
  ): Promise<readonly FoundArticle[]> {
    const lost = this.phrases();
    await lost.add([article]);
    const files = await filesFor([article], { token });
    return (await this.searchFiles(files, { lost, token })).get(article.toString()) ?? [];
  }

  /**
   * What certain files hold of lost articles' annotations, the best first; by the lost articles'
   * Uris. Each file is read and gone through once, with pauses, however many articles are lost.
   */
  async searchFiles(
    files: readonly vscode.Uri[],
    { lost, token }: Searched,
  ): Promise<ReadonlyMap<string, readonly FoundArticle[]>> {
    const found = new Map<string, FoundArticle[]>();
    const matcherOf = this.matchers();
    const turns = new Turns();
    const lookInto = async (uri: vscode.Uri, read: ReadText) => {
      let hasSidecar: boolean | undefined;
      for (const { article, text } of await lost.find(read)) {
        if (article.toString() === uri.toString()) continue;
        const matcher = await matcherOf(article);
        const match = await inBackground(matcher.match(new ArticleText(text)));
        await turns.next();
        if (match === undefined) continue;
        hasSidecar ??= this.sidecars.get(uri) !== undefined || (await isFile(sidecarOf(uri)));
        const known = found.get(article.toString()) ?? [];
        found.set(article.toString(), [...known, { uri, match, hasSidecar }]);
      }
      await turns.next();
    };
    for (let from = 0; from < files.length; from += READ_AT_ONCE) {
      const part = files.slice(from, from + READ_AT_ONCE).map((uri) => ({
        uri,
        read: this.readTexts(uri),
      }));
      // Read together, but looked into one after the other: else several steps would be one.
      await Promise.all(part.map(({ read }) => read(undefined)));
      for (const { uri, read } of part) {
        if (token?.isCancellationRequested === true) return found;
        await lookInto(uri, read);
      }
    }
    for (const [key, texts] of found) {
      const name = nameOf(uriOfKey(key));
      texts.sort((a, b) => compareFoundTexts(name, a, b));
    }
    return found;
  }

  private readonly readContent: ReadContent = (article) =>
    readAnnotations(article, this.sidecars, this.disk);

  /** Has the annotations of few lost articles in mind: thousands would fill the memory. */
  private matchers(): (article: vscode.Uri) => Promise<ArticleMatcher> {
    const kept = new Map<string, ArticleMatcher>();
    return async (article) => {
      const key = article.toString();
      const known = kept.get(key);
      if (known !== undefined) return known;
      const content = await this.readContent(article);
      const matcher = new ArticleMatcher(content?.annotations ?? []);
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, matcher);
      return matcher;
    };
  }

  /**
   * Reads a file's text, in the encoding that a lost article had: undefined if there is none, or
   * too much of it. What an editor shows, unsaved typing included, is taken where that article had
   * none of its own.
   */
  private readTexts(uri: vscode.Uri): ReadText {
    const texts = new Map<string | undefined, Promise<string | undefined>>();
    // Most files are UTF-8 and mean the same in all.
    let bytes: Promise<Uint8Array | undefined> | undefined;
    const read = async (encoding: string | undefined) => {
      const document = this.open.documentOf(uri);
      if (document !== undefined && (encoding === undefined || document.isDirty))
        return textOf(document);
      try {
        bytes ??= this.disk.readFile(uri, MOST_BYTES);
        const present = await bytes;
        return present && toArticleText(await decode(present, uri, encoding));
      } catch {
        // What can't be read can't be offered.
        return undefined;
      }
    };
    return (encoding) => {
      const text = texts.get(encoding) ?? read(encoding);
      texts.set(encoding, text);
      return text;
    };
  }
}

/**
 * Thousands of files are decoded here; only what isn't UTF-8 takes the longer way through VS Code,
 * which knows the user's settings.
 */
async function decode(bytes: Uint8Array, uri: vscode.Uri, noted?: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeArticle(bytes, uri, noted);
  }
}
