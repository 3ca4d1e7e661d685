import { isMapping } from '../model/sameValue';

/** The passages that were skipped while reading, by the article's key, as {@link passageKey}s. */
export type Skipped = Readonly<Record<string, readonly string[]>>;

/** Of so many articles, and so many passages each, it is remembered: those skipped last. */
const MOST_ARTICLES = 500;
const MOST_PASSAGES = 400;

/** Short words for the words of a passage: they outlive what is written before them. */
export function passageKey(words: string): string {
  // FNV-1a over UTF-16 units, and the length.
  let hash = 0x811c9dc5;
  const text = words.replace(/\s+/g, ' ').trim();
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `${hash.toString(36)}.${text.length.toString(36)}`;
}

/** With one passage more. */
export function withSkipped(skipped: Skipped, article: string, words: string): Skipped {
  const key = passageKey(words);
  const own = (skipped[article] ?? []).filter((one) => one !== key);
  const others = Object.entries(skipped).filter(([one]) => one !== article);
  const all = [...others, [article, [...own, key].slice(-MOST_PASSAGES)] as const];
  return Object.fromEntries(all.slice(-MOST_ARTICLES));
}

/** What was kept, as far as it makes sense: another version may have kept it. */
export function readSkipped(kept: unknown): Skipped {
  const entries = Object.entries(isMapping(kept) ? kept : {}).flatMap(([article, keys]) =>
    Array.isArray(keys)
      ? [[article, keys.filter((one): one is string => typeof one === 'string')] as const]
      : [],
  );
  return Object.fromEntries(entries);
}
