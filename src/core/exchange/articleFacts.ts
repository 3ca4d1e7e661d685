import type { ArticleFacts, ArticleMetadata } from '../model/types';
import { readFrontMatter } from './frontMatter';

/** What an article says of itself that lists of annotations show and order by. */
export function articleFacts(text: string): ArticleFacts {
  return factsOf(readFrontMatter(text));
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
