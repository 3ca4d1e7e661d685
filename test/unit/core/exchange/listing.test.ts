import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesFor } from '../../../../src/core/corpus/query/candidates';
import { requireFilter } from '../../../../src/core/corpus/query/filter';
import {
  exportDocument,
  type ArticleForExport,
} from '../../../../src/core/exchange/exportDocument';
import { listAnnotations } from '../../../../src/core/exchange/listing';
import { ArticleText } from '../../../../src/core/text/articleText';
import { naivelyFiltered } from '../corpus/query/naiveFilter';
import {
  anyArticles,
  anyGivenFilter,
  corpusOf,
  keyOf,
  listOf,
  NAMES,
  type Article,
} from '../corpus/query/queries';
import { articleOf, tagged, TEXT } from './exportedArticles';

const listedAs = (speaker: string) => NAMES.listedAs(speaker);

/** The article as it is read: its date stands in the sidecar, or in its front matter. */
function read({ path, published, isPacked, held }: Article): ArticleForExport {
  const frontMatter = published === undefined ? '' : `---\ndate: "${published}"\n---\n`;
  return {
    path,
    article: isPacked ? new ArticleText(frontMatter) : undefined,
    override: isPacked || published === undefined ? {} : { published },
    placed: held.map(({ annotation, state = 'anchored' }) => ({
      annotation,
      passages: annotation.passages.map(() => ({ state })),
    })),
  };
}

describe('listing', () => {
  it('gives what the filter means, whichever articles had to be read for it', () => {
    fc.assert(
      fc.property(anyGivenFilter, anyArticles, (given, drawn) => {
        const articles = drawn.map((article) => ({
          ...article,
          held: withoutCopies(article.held),
        }));
        const filter = requireFilter(given);
        const { corpus } = corpusOf(articles);
        const all = new Map(articles.map((article, n) => [keyOf(n), read(article)]));
        const published = (key: string) => all.get(key)?.override.published;
        const candidates = candidatesFor(corpus, filter, published);
        const toList = [...candidates].map(([key, ids]) => ({
          ...(all.get(key) ?? assert.fail()),
          candidates: ids,
        }));
        const listed = listAnnotations(toList, filter, listedAs);
        assert.deepEqual(
          listed.map(({ id, article, state }) => [id, article, state]),
          naivelyFiltered(given, listOf(articles)).map(({ annotation, path, state }) => [
            annotation.id,
            path,
            state,
          ]),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  const articles = [
    articleOf('b.md', TEXT, [
      tagged('b2', 'the audience with her'),
      tagged('b1', '没有人回答他', { speaker: 'Ann', stance: 'against' }),
    ]),
    articleOf('a.md', undefined, [tagged('a1', '智商税', { tags: ['cost'] })]),
  ];
  const ids = (given?: unknown) =>
    listAnnotations(articles, requireFilter(given), listedAs).map(({ id }) => id);

  it('is in the export’s order, and the same as it where nothing is asked for', () => {
    assert.deepEqual(ids(), ['a1', 'b1', 'b2']);
    assert.deepEqual(
      listAnnotations(articles, {}, listedAs),
      exportDocument(articles, undefined).annotations,
    );
  });

  it('goes by where passages are now, and by what the article says of itself', () => {
    assert.deepEqual(ids({ state: 'orphaned' }), ['a1']);
    assert.deepEqual(ids({ since: '2024-07-11', until: '2024-07' }), ['b1', 'b2']);
    assert.deepEqual(ids({ since: [null] }), ['a1']);
    assert.deepEqual(ids({ speaker: '安', state: ['anchored', 'changed'] }), ['b1']);
  });
});

/** Two entries of one sidecar with the same id are a mistake there, and stand for each other. */
function withoutCopies(all: Article['held']) {
  return all
    .filter(({ annotation: { id } }, i) => all.findIndex((one) => one.annotation.id === id) === i)
    .map(({ annotation, state = 'anchored' as const }) => ({ annotation, state }));
}

describe('candidates', () => {
  it('are no articles that cannot be meant, and all that may', () => {
    const { corpus } = corpusOf([
      { path: 'a.md', published: undefined, isPacked: true, held: [held({ date: '2023' })] },
      { path: 'b.md', published: undefined, isPacked: false, held: [held({}), held({ id: 'b' })] },
    ]);
    const found = (given: unknown) =>
      [...candidatesFor(corpus, requireFilter(given), () => undefined)].map(([key, of]) => [
        key,
        [...of].join(),
      ]);
    assert.deepEqual(found({ since: '2024' }), [[keyOf(1), 'a,b']]);
    assert.deepEqual(found({ state: 'changed', article: 'a.*' }), [[keyOf(0), 'a']]);
    assert.deepEqual(found({ role: 'evidence' }), []);
  });
});

function held(more: object): Article['held'][number] {
  return {
    annotation: { id: 'a', role: 'claim', passages: [{ exact: '一' }], ...more },
    state: 'anchored',
  };
}
