/** The words of a list that is written with spaces and line breaks between them. */
export function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** A pattern of any of some words, the longest first; they may hold patterns themselves. */
export function anyOf(...words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}
