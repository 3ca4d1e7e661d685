import * as vscode from 'vscode';
import { ArticleMatcher } from '../../core/placing/articleMatch';
import { compareFoundTexts, type FoundText } from '../../core/placing/foundArticles';
import { annotationsOf } from '../../core/sidecar/questions';
import { ArticleText } from '../../core/text/articleText';
import { toArticleText } from '../../core/text/lineEndings';
import { decodeArticle } from '../articles/decodeArticle';
import type { OpenArticles } from '../articles/openArticles';
import { findFilesIn, type Wanted } from '../platform/findFiles';
import { inSteps } from '../platform/inSteps';
import type { LocalFiles } from '../platform/localFiles';
import { textOf } from '../platform/positions';
import { isCodebook, isSidecar, nameOf } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';

/** A file that holds quotations of annotations that have lost their article. */
export interface FoundArticle extends FoundText {
  readonly uri: vscode.Uri;
}

/** What articles usually end in, beside what the lost one did. */
const EXTENSIONS = ['md', 'markdown', 'txt', 'html', 'htm', 'rst', 'adoc', 'org', 'tex'];
/** No more files than that are looked into, and none that is larger. */
const MOST_FILES = 5_000;
const MOST_BYTES = 5 * 1024 * 1024;
/** How many files are read at a time. */
const READ_AT_ONCE = 8;

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

  /**
   * The files of the workspace that hold quotations of a lost article's annotations, the best
   * first.
   */
  async findCandidates(
    lost: vscode.Uri,
    token?: vscode.CancellationToken,
  ): Promise<readonly FoundArticle[]> {
    return (await this.findCandidatesOfAll([lost], token)).get(lost.toString()) ?? [];
  }

  /**
   * The same for several lost articles, with each file read only once; by the lost articles' Uris.
   */
  async findCandidatesOfAll(
    lost: readonly vscode.Uri[],
    token?: vscode.CancellationToken,
  ): Promise<ReadonlyMap<string, readonly FoundArticle[]>> {
    return this.searchFiles(await filesFor(lost, token), lost, token);
  }

  /** What certain files hold of lost articles' annotations; by the lost articles' Uris. */
  async searchFiles(
    files: readonly vscode.Uri[],
    lost: readonly vscode.Uri[],
    token?: vscode.CancellationToken,
  ): Promise<ReadonlyMap<string, readonly FoundArticle[]>> {
    const searches = await Promise.all(
      lost.map(async (article) => {
        const file = await this.sidecars.loadSidecar(article);
        return {
          key: article.toString(),
          name: nameOf(article),
          encoding: file?.article.encoding,
          matcher: new ArticleMatcher(annotationsOf(file)),
          found: [] as FoundArticle[],
        };
      }),
    );
    const waiting = files.values();
    const readSome = async () => {
      for (const uri of waiting) {
        if (token?.isCancellationRequested === true) return;
        const read = this.readTexts(uri);
        for (const { key, encoding, matcher, found } of searches) {
          const text = key === uri.toString() ? undefined : await read(encoding);
          const match = text && (await inSteps(matcher.match(text)));
          if (match !== undefined)
            found.push({
              uri,
              match,
              hasSidecar: (await this.sidecars.loadSidecar(uri)) !== undefined,
            });
        }
      }
    };
    await Promise.all(Array.from({ length: READ_AT_ONCE }, readSome));
    return new Map(
      searches.map(({ key, name, found }) => [
        key,
        found.sort((a, b) => compareFoundTexts(name, a, b)),
      ]),
    );
  }

  /**
   * Reads a file's text, in the encoding that a lost article had: undefined if there is none, or
   * too much of it. What an editor shows, unsaved typing included, is taken where that article had
   * none of its own.
   */
  private readTexts(uri: vscode.Uri): (encoding?: string) => Promise<ArticleText | undefined> {
    const texts = new Map<string | undefined, Promise<ArticleText | undefined>>();
    // Most files are UTF-8 and mean the same in all.
    let bytes: Promise<Uint8Array | undefined> | undefined;
    const read = async (encoding: string | undefined) => {
      const document = this.open.documentOf(uri);
      if (document !== undefined && (encoding === undefined || document.isDirty))
        return new ArticleText(textOf(document));
      try {
        bytes ??= this.disk.readFile(uri, MOST_BYTES);
        const present = await bytes;
        return present && new ArticleText(toArticleText(await decode(present, uri, encoding)));
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

/**
 * The files in which a lost article may be found: those with its name come first, and are never too
 * many.
 */
async function filesFor(
  lost: readonly vscode.Uri[],
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const names = new Set(lost.map(nameOf));
  const extensions = [
    ...new Set([
      ...EXTENSIONS,
      ...[...names].flatMap((name) => /\.([\p{L}\p{N}]+)$/u.exec(name)?.[1] ?? []),
    ]),
  ];
  const isWanted = (uri: vscode.Uri) => !isSidecar(uri) && !isCodebook(uri);
  const wanted: Wanted[] = [
    // Characters with a meaning in globs match any one here; the name is compared again.
    ...[...names].map((name) => ({
      glob: `**/${name.replace(/[[\]{}*?!,\\]/g, '?')}`,
      matches: (uri: vscode.Uri) => nameOf(uri) === name,
    })),
    {
      glob: `**/*.{${extensions.join(',')}}`,
      matches: (uri: vscode.Uri) =>
        extensions.some((extension) => uri.path.endsWith(`.${extension}`)),
    },
  ];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const outside = lost
    .filter((article) => vscode.workspace.getWorkspaceFolder(article) === undefined)
    .map((article) => vscode.Uri.joinPath(article, '..'));
  const found: vscode.Uri[] = [];
  for (const { glob, matches } of wanted) {
    for (const folder of folders)
      found.push(
        ...(
          await findFilesIn(
            folder,
            { glob, matches, limit: MOST_FILES, exclude: '**/{.git,node_modules}/**' },
            token,
          )
        ).filter(matches),
      );
  }
  for (const folder of outside) {
    // A file that was opened alone: only its own folder is looked into.
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(
      () => [],
    );
    found.push(
      ...entries
        .map(([name]) => vscode.Uri.joinPath(folder, name))
        .filter((uri) => wanted.some(({ matches }) => matches(uri))),
    );
  }
  return [...new Map(found.filter(isWanted).map((uri) => [uri.toString(), uri])).values()].slice(
    0,
    MOST_FILES,
  );
}
