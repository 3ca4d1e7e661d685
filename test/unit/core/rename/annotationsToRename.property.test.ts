import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, type CorpusItem } from '../../../../src/core/corpus/corpus';
import { packArticles } from '../../../../src/core/corpus/packed/packArticles';
import { adoptPacked, PackedContent } from '../../../../src/core/corpus/packed/packedContent';
import { StringTable } from '../../../../src/core/corpus/packed/stringTable';
import type { Annotation } from '../../../../src/core/model/types';
import { annotationsToRename } from '../../../../src/core/rename/annotationsToRename';
import {
  RENAMED_FIELDS,
  renamedAnnotation,
  type Renaming,
} from '../../../../src/core/rename/renaming';
import { runAtOnce } from '../../../../src/core/text/steps';

/** Few names, so that they meet; some look the same, one is an alias of another. */
const aName = fc.constantFrom('秦若兰', '秦 若兰', '若兰', 'Ada Lovell', 'ada', '渡口', 'claim');
const CANONICAL: Readonly<Record<string, string>> = { 若兰: '秦若兰', ada: 'Ada Lovell' };
const canonical = (name: string) => CANONICAL[name] ?? name;

const anAnnotation = fc.record(
  {
    role: aName,
    speaker: aName,
    stance: aName,
    topic: aName,
    tags: fc.array(aName, { maxLength: 2 }),
    reportedBy: fc.array(aName, { maxLength: 2 }),
    links: fc.array(fc.record({ type: aName, target: aName }, { noNullPrototype: true }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ['role'], noNullPrototype: true },
);
const someArticles = fc.array(fc.array(anAnnotation, { minLength: 1, maxLength: 4 }), {
  maxLength: 4,
});

/** A corpus of these articles; each second one as it is kept while nobody works on it. */
function corpusOf(articles: readonly (readonly CorpusItem[])[]): Corpus {
  const corpus = new Corpus<CorpusItem>(canonical);
  const table = new StringTable();
  articles.forEach((items, n) => {
    const key = `a${n}`;
    const annotations = items.map(({ annotation }) => annotation);
    const lines = annotations.map((_, i) => i);
    const packed = adoptPacked(
      packArticles([{ name: key, metadata: {}, annotations, lines }]),
      table,
    );
    const [article] = packed.articles;
    const asItem = (held: Omit<CorpusItem, 'article'>) => ({ ...held, article: key });
    const isPacked = n % 2 === 1 && article !== undefined;
    corpus.setArticle(
      key,
      key,
      isPacked ? new PackedContent(table, packed, article, asItem) : items,
    );
  });
  return corpus;
}

/** Every name that an annotation has in a field; speakers by their canonical names. */
function namesIn(one: Annotation, field: Renaming['field']): (string | undefined)[] {
  if (field === 'tag') return one.tags ?? [];
  if (field === 'link') return (one.links ?? []).map(({ type }) => type);
  if (field !== 'speaker') return [one[field]];
  return [one.speaker, ...(one.reportedBy ?? [])].map((name) => name && canonical(name));
}

describe('finding what a renaming changes', () => {
  it('finds what looking at each annotation finds', () => {
    fc.assert(
      fc.property(
        someArticles,
        fc.constantFrom(...RENAMED_FIELDS),
        aName,
        aName,
        (articles, field, from, to) => {
          const items = articles.map((annotations, n) =>
            annotations.map((one, i): CorpusItem => ({
              article: `a${n}`,
              annotation: { ...one, id: `n${n}i${i}`, passages: [{ exact: '桥' }] },
              state: undefined,
            })),
          );
          const renaming = { field, from, to };
          const all = items.flat();
          const { annotations, isThere } = runAtOnce(
            annotationsToRename(corpusOf(items), renaming, canonical),
          );
          assert.deepEqual(
            annotations.map(({ annotation: { id } }) => id).sort(),
            all
              .filter(({ annotation }) => renamedAnnotation(annotation, renaming, canonical))
              .map(({ annotation: { id } }) => id)
              .sort(),
          );
          assert.equal(
            isThere,
            all.some(({ annotation }) => namesIn(annotation, field).includes(to)),
          );
        },
      ),
    );
  });
});
