import type { ArticleFacts, ArticleMetadata } from '../model/types';
import { readFrontMatter } from './frontMatter';

/** Facts are read again only where the text isn't the one of the last time. */
let last: { readonly text: string; readonly facts: ArticleFacts } | undefined;

/** What an article says of itself that lists of annotations show and order by. */
export function articleFacts(text: string): ArticleFacts {
  if (last?.text !== text) last = { text, facts: factsOf(readFrontMatter(text)) };
  return last.facts;
}

/** What is known of an article: what its sidecar says goes before what it says of itself. */
export function mergeFacts(sidecar: ArticleMetadata, own: ArticleFacts): ArticleFacts {
  return { ...own, ...factsOf(sidecar) };
}

function factsOf({ title, published }: ArticleMetadata): ArticleFacts {
  return {
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
  };
}
