import { readDate } from '../model/dates';
import type { ArticleMetadata } from '../model/types';
import { findFrontMatter } from '../text/blocks/frontMatter';
import { titleHeading } from '../text/blocks/headings';
import { readData, type Data } from './frontMatterData';

/**
 * The keys under which web clippers, blogs and note tools keep each fact, best first; in any case,
 * with or without `_` and `-`.
 */
const KEYS = {
  title: ['title', 'headline', '标题'],
  author: ['author', 'authors', 'by', 'byline', '作者'],
  published: [
    'published',
    'date',
    'pubdate',
    'publishedat',
    'datepublished',
    'publishdate',
    'publicationdate',
    '日期',
    '发布日期',
    '发布时间',
  ],
  url: ['url', 'link', 'sourceurl', 'canonical', 'source'],
} as const;

/** What a byline says in front of the names. */
const BY = /^by\s+|^(?:文|作者|撰文)\s*[/／:：|｜]\s*/iu;

/** A title stands no further down. */
const REACH = 20_000;

/**
 * What an article says of itself: its front matter and, for the title, its first Markdown heading.
 * Unreadable front matter counts as none: the article is not ours to judge.
 *
 * Authors are the names as written, without `By` in front, several of a list with `, ` between; a
 * text is never split.
 * The date is an ISO date; what is no date, or may be two, is left out.
 */
export function readFrontMatter(text: string): ArticleMetadata {
  const frontMatter = findFrontMatter(text);
  const data = frontMatter ? readData(text, frontMatter) : new Map<string, Data>();
  const facts = (keys: readonly string[]) => valuesOf(data, keys).map(textOf);
  const first = (values: readonly (string | undefined)[]) =>
    values.find((value) => value !== undefined);
  const body = frontMatter?.body ?? 0;
  const title = first(facts(KEYS.title)) ?? titleHeading(text.slice(body, body + REACH));
  const author = first(facts(KEYS.author).map((names) => names?.replace(BY, '') || undefined));
  const published = first(facts(KEYS.published).map((value) => value && readDate(value)));
  const url = first(facts(KEYS.url).filter((value) => value && /^https?:\/\//.test(value)));
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
  };
}

/** What stands under the keys, in their order; Hugo keeps keys of a site's own under `params`. */
function valuesOf(data: ReadonlyMap<string, Data>, keys: readonly string[]): Data[] {
  const byName = (map: ReadonlyMap<string, Data>) =>
    new Map([...map].map(([key, value]) => [key.toLowerCase().replace(/[_\s-]/g, ''), value]));
  const own = byName(data);
  const params = own.get('params');
  const maps = [own, ...(params instanceof Map ? [byName(params)] : [])];
  return maps.flatMap((map) => keys.map((key) => map.get(key)));
}

/** A text, a list's items joined, a person's name; undefined for nothing. */
function textOf(value: Data): string | undefined {
  if (typeof value === 'string')
    // A link to a note, as Obsidian has it.
    return value.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1').trim() || undefined;
  if (value instanceof Map) {
    const map = value as ReadonlyMap<string, Data>;
    const whole = textOf(map.get('name') ?? map.get('literal') ?? map.get('Name'));
    const parts = [map.get('given'), map.get('family')].map(textOf);
    return whole ?? (parts.filter((part) => part !== undefined).join(' ') || undefined);
  }
  if (!Array.isArray(value)) return undefined;
  const items = (value as readonly Data[]).map(textOf).filter((item) => item !== undefined);
  return items.join(', ') || undefined;
}
