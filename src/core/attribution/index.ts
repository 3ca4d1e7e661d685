import type { Utf16Range } from '../text/range';
import { AttributedArticle } from './attributedArticle';
import type { Suggestion, SuggestOptions } from './types';

export { AttributedArticle } from './attributedArticle';
export { listed, type ListedSuggestion } from './listedSuggestion';
export type { KnownSpeaker, QuoteType, SuggestOptions, Suggestion, Words } from './types';

/** For programs outside this project, which ask in which unit offsets are. */
export const offsets = 'utf16';

let last: { article: AttributedArticle; options: SuggestOptions } | undefined;

/**
 * Who says a passage.
 *
 * @param text the article
 * @param passages the parts of one passage, in UTF-16 units
 * @returns best first; empty where nothing speaks for anybody
 */
export function suggest(
  text: string,
  passages: readonly Utf16Range[],
  options: SuggestOptions = {},
): Suggestion[] {
  // What was read of an article is kept for its next passage.
  const isSame = last?.article.text === text && last.options.speakers === options.speakers;
  if (!isSame || last === undefined)
    last = { article: new AttributedArticle(text, options), options };
  return last.article.suggest(passages);
}
