import { suggest, type Suggestion } from '../core/attribution';
import type { AnnotationIndex } from '../workspace/annotations/annotationIndex';
import type { IndexedAnnotation } from '../workspace/annotations/indexChange';
import type { ArticleReader } from '../workspace/articles/articleReader';
import type { CodebookStore } from '../workspace/codebooks/codebookStore';

interface Sources {
  readonly codebooks: CodebookStore;
  readonly index: AnnotationIndex;
  readonly reader: ArticleReader;
}

/** More proposals than one looks through. */
const MOST = 5;

/**
 * What the text around an annotation's passages says of who says it: with which words, by whom it
 * is passed on, and how it is quoted. What names the annotation's own speaker comes first.
 */
export async function attributionNear(
  { codebooks, index, reader }: Sources,
  { uri, article: key, annotation: { id, speaker } }: IndexedAnnotation,
): Promise<readonly Suggestion[]> {
  const { article, placed } = await reader.placeArticle(uri);
  const found = placed.find(({ annotation }) => annotation.id === id);
  const ranges = found?.passages.flatMap(({ range }) => range ?? []) ?? [];
  if (article === undefined || ranges.length === 0) return [];
  const { canonical, vocabulary } = codebooks;
  const listed = vocabulary.speakers.map(({ name, aliases = [] }) => ({ name, aliases }));
  // Those of the whole workspace would take too long to gather.
  const here = index.corpus.ofArticle(key).flatMap((one) => one.annotation.speaker ?? []);
  const names = new Set(listed.map(({ name }) => name));
  const others = [...new Set(here)].filter((name) => !names.has(canonical(name)));
  const speakers = [...listed, ...others.map((name) => ({ name }))];
  const all = suggest(article.text, ranges, { speakers });
  const isOwn = (one: Suggestion) =>
    speaker !== undefined && canonical(one.speaker) === canonical(speaker);
  return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))].slice(0, MOST);
}
