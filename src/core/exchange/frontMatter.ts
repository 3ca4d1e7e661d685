import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ArticleMetadata } from '../model/types';
import { readYaml } from '../yaml/readYaml';

/** The keys under which web clippers, blogs and note tools keep each fact, best first. */
const KEYS = {
  title: ['title', 'headline'],
  author: ['author', 'authors', 'by', 'byline'],
  published: ['published', 'date', 'pubDate', 'published_at', 'datePublished', 'publishDate'],
  url: ['url', 'link', 'source_url', 'canonical', 'source'],
} as const;

/** No front matter is longer: what follows an unclosed `---` isn't searched to its end. */
const REACH = 20_000;

/**
 * What an article says of itself: its YAML front matter and, for the title, its first Markdown
 * heading. Unreadable front matter counts as none: the article is not ours to judge.
 */
export function readFrontMatter(text: string): ArticleMetadata {
  const [, yaml = '', body = text.slice(0, REACH)] =
    /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n([\s\S]*))?$/.exec(text.slice(0, REACH)) ??
    [];
  const { document, fatal } = readYaml(yaml);
  const root = fatal.length === 0 ? (document.contents as Node | null) : null;
  const fact = (keys: readonly string[]) => {
    const nodes = isMap(root) ? keys.map((key) => root.get(key, true)) : [];
    return nodes.map(textOf).find((value) => value !== undefined);
  };
  const title = fact(KEYS.title) ?? /^#[ \t]+(.+?)[ \t]*#*$/m.exec(body)?.[1];
  const author = fact(KEYS.author);
  const published = fact(KEYS.published)?.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1');
  const url = fact(KEYS.url);
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && /^https?:\/\//.test(url) && { url }),
  };
}

/** A scalar's text as written, a list's items joined; undefined for nothing. */
function textOf(node: unknown): string | undefined {
  if (isSeq(node))
    return (
      node.items
        .map(textOf)
        .filter((item) => item !== undefined)
        .join(', ') || undefined
    );
  if (!isScalar(node) || node.value === null) return undefined;
  // As written: `2024-07-11` and `007` are texts here.
  const text = (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim();
  return text === '' ? undefined : text;
}
