import { Corpus, type CorpusItem } from '../../src/core/corpus/corpus';
import { CorpusView } from '../../src/core/corpus/view/corpusView';
import { compareText } from '../../src/core/text/compare';
import { measure, timeRow, type Effort, type Row } from './measure';
import { makeAnnotation, randomNumbers } from './texts';

const ARTICLES = 1000;
const ANNOTATIONS = 100;
const TEXT = '开源模型其实是一种智商税，没有人知道明年会怎样。';

/**
 * The sidebar after a change of one article, with 200 speakers and 100,000 annotations, one speaker
 * unfolded.
 */
export async function sidebarRow(effort: Effort): Promise<Row> {
  const random = randomNumbers(7);
  const articles = Array.from({ length: ARTICLES }, (_, a) => ({
    key: `file:///articles/${a}.md`,
    path: `articles/${a}.md`,
    items: Array.from({ length: ANNOTATIONS }, (__, i): CorpusItem => ({
      article: `file:///articles/${a}.md`,
      annotation: makeAnnotation(a * ANNOTATIONS + i, TEXT, { start: 0, end: 8 }, 0, random),
      state: undefined,
    })),
  }));
  const corpus = new Corpus();
  for (const { key, path, items } of articles) corpus.setArticle(key, path, items);
  const view = new CorpusView(corpus, 'speaker', {}, { publishedOf: () => undefined });
  Array.from(view.fill());
  let n = 0;
  return timeRow(
    'sidebar: one article changed; 200 speakers, 100,000 annotations, 1,000 articles (floor: counted and sorted anew)',
    100,
    await measure(
      {
        ours: () => {
          const { key, path, items } = articles[(n += 7) % ARTICLES] as (typeof articles)[number];
          corpus.setArticle(
            key,
            path,
            items.map((item) => ({ ...item })),
          );
          view.update([key]);
          const [speaker] = view.values();
          return view.itemsOf(speaker);
        },
        floor: () => {
          const counts = new Map<string | undefined, number>();
          const ofOne: CorpusItem[] = [];
          for (const { items } of articles.toSorted((a, b) => compareText(a.path, b.path))) {
            for (const item of items) {
              const { speaker } = item.annotation;
              counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
              if (speaker === '发言人0') ofOne.push(item);
            }
          }
          return [counts, ofOne];
        },
      },
      effort,
    ),
  );
}
