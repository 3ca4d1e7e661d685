import { readFrontMatter } from '../../core/exchange/frontMatter';
import { exportAnnotations } from '../../core/exchange/exportDocument';
import type { QuotePlace } from '../../core/debate/dossier/dossier';
import type { Found } from '../../core/corpus/findings/found';
import { shownPath } from '../location';
import type { OpenedCorpus } from './openCorpus';

/** Where some quotes stand, and the titles of their articles. */
export interface PlacedQuotes {
  /** By the ids of annotations. */
  readonly places: ReadonlyMap<string, QuotePlace>;
  /** By the keys of articles. */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * Looks into the articles of some quotes.
 *
 * @param cwd the folder that paths are shown, and links lead, from
 */
export async function placeQuotes(
  { corpus, place }: OpenedCorpus,
  found: readonly Found[],
  cwd: string,
  onProgress: (done: number, total: number) => void,
): Promise<PlacedQuotes> {
  const wanted = new Map<string, Set<string>>();
  for (const { article, id } of found)
    wanted.set(article, (wanted.get(article) ?? new Set()).add(id));
  const places = new Map<string, QuotePlace>();
  const titles = new Map<string, string>();
  const articles = corpus.keysInOrder(wanted);
  for (const [n, article] of articles.entries()) {
    const placed = await place(article);
    const own = placed.article && readFrontMatter(placed.article.text);
    const { title = own?.title, url = own?.url } = placed.override;
    if (title !== undefined) titles.set(article, title);
    const path = shownPath(cwd, article);
    for (const { id, passages } of exportAnnotations([placed])) {
      if (wanted.get(article)?.has(id) !== true) continue;
      const line = passages.find((passage) => passage.line !== undefined)?.line;
      places.set(id, {
        text: line === undefined ? path : `${path}:${line}`,
        href: placed.article === undefined ? undefined : fileHref(path, line),
        url: webAddress(url),
      });
    }
    onProgress(n + 1, articles.length);
  }
  return { places, titles };
}

/** A link to a line of a file, relative to the folder that the program runs in. */
function fileHref(path: string, line: number | undefined): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${encoded}${line === undefined ? '' : `#L${line}`}`;
}

/** An address of the web, fit for a link; whatever else an article names as its own is none. */
function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign));
}
