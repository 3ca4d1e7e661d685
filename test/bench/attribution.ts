import { AttributedArticle } from '../../src/core/attribution/index';
import { batches, markedCases } from '../attribution/markedArticles';
import { measure, timeRow, type Effort, type Row } from './measure';

/**
 * Who says a passage of a Chinese article of so many bytes, put together from the invented ones:
 * one passage of an article that wasn't read yet, and all quotations of it. The floor is to find
 * the clauses once.
 */
export async function attributionRows(
  bytes: number,
  goals: { readonly one: number; readonly all: number },
  effort: Effort,
): Promise<Row[]> {
  const text = articleOf(bytes);
  const quotations = Array.from(text.matchAll(/“[^”\n]+”/g), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  let asked = 0;
  const { one, all, floor } = await measure(
    {
      one: () => {
        asked += 67;
        const passage = quotations[asked % quotations.length];
        return new AttributedArticle(text).suggest(passage === undefined ? [] : [passage]);
      },
      all: () => {
        const article = new AttributedArticle(text);
        return quotations.map((passage) => article.suggest([passage]));
      },
      floor: () => text.match(/[^，。：；！？“”\n]+/g),
    },
    effort,
  );
  const size = `${bytes / 1e3} KB of Chinese`;
  return [
    timeRow(`who says a passage of ${size} not read before`, goals.one, { ours: one, floor }),
    timeRow(`who says all ${quotations.length} quotations of ${size}`, goals.all, {
      ours: all,
      floor,
    }),
  ];
}

/** The articles one behind the other; from the second time on their lines differ by a number. */
function articleOf(bytes: number): string {
  const articles = [
    ...new Set(
      batches()
        .flatMap(markedCases)
        .map(({ text }) => text),
    ),
  ];
  let article = '';
  for (let count = 0; Buffer.byteLength(article) < bytes; count += 1) {
    const lines = (articles[count % articles.length] ?? '').split('\n');
    const isFirst = count < articles.length;
    article += `${lines.map((line) => (line === '' || isFirst ? line : line + String(count))).join('\n')}\n\n`;
  }
  return article;
}
