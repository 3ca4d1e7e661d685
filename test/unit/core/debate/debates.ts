import type { Vocabulary } from '../../../../src/core/codebook/vocabulary';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';
import { Corpus, type CorpusItem } from '../../../../src/core/corpus/corpus';
import { allRows } from '../../../../src/core/corpus/query/rows';
import {
  debateModel,
  type DebateContext,
  type DebateModel,
  type DebateOptions,
} from '../../../../src/core/debate';
import type { Annotation } from '../../../../src/core/model/types';
import { runAtOnce } from '../../../../src/core/text/steps';

/** An annotation without its words, which a test adds where they matter. */
export type Said = Partial<Annotation> & { readonly id: string };

/** A debate of some articles, as models ask for it. */
export function debateOf(
  articles: Readonly<Record<string, readonly Said[]>>,
  more: {
    readonly published?: Readonly<Record<string, string>>;
    readonly vocabulary?: Vocabulary;
    readonly findings?: DebateContext<CorpusItem>['findings'];
  } = {},
): DebateContext<CorpusItem> {
  const corpus = new Corpus();
  for (const [article, all] of Object.entries(articles))
    corpus.setArticle(
      article,
      article,
      all.map((said) => ({
        article,
        annotation: { role: 'claim', passages: [{ exact: `words of ${said.id}` }], ...said },
        state: undefined,
      })),
    );
  return {
    corpus,
    publishedOf: (article) => more.published?.[article],
    titleOf: (article) => `Title of ${article}`,
    vocabulary: more.vocabulary ?? vocabularyOf(undefined),
    ...(more.findings !== undefined && { findings: more.findings }),
  };
}

/** The model of a view of all annotations. */
export function modelOf<View extends DebateOptions['view']>(
  context: DebateContext<CorpusItem>,
  options: Extract<DebateOptions, { view: View }>,
): Extract<DebateModel, { view: View }> {
  const model = runAtOnce(debateModel(allRows(context.corpus), context, options));
  return model as Extract<DebateModel, { view: View }>;
}

/** All elements of a model that lead to annotations. */
export function drawnOf(
  model: DebateModel,
): { key: string; label: string; ids: readonly string[] }[] {
  switch (model.view) {
    case 'matrix':
      return [...model.cells];
    case 'timeline':
      return [...model.marks, ...model.turns];
    case 'turns':
      return [...model.cards];
    case 'answers':
      return model.kind === 'argument'
        ? [...model.steps]
        : [...model.nodes, ...model.arrows, ...model.claims];
    case 'networks':
      return [...model.nodes, ...model.ties];
    case 'sameStatement':
      return model.groups.flatMap((group) => [group, ...group.occurrences]);
  }
}

/** A small debate with a bit of everything. */
export const SMALL_DEBATE: Readonly<Record<string, readonly Said[]>> = {
  'a.md': [
    { id: 'a1', speaker: 'Ann', topic: 'bridge', stance: 'against', date: '2023-05' },
    {
      id: 'a2',
      speaker: 'Bo',
      topic: 'bridge',
      stance: 'favor',
      links: [{ type: 'rebuts', target: 'a1' }],
    },
    { id: 'a3', speaker: '李明', topic: '大桥', stance: 'neutral', date: '2023' },
  ],
  'b.md': [
    { id: 'b1', speaker: 'Ann', topic: 'bridge', stance: 'favor', date: '2024-07-11' },
    { id: 'b2', speaker: 'Ann', topic: 'bridge', stance: 'neutral', date: '2023-12-01' },
    {
      ...{ id: 'b3', speaker: '李明', topic: 'bridge', stance: 'favor', role: 'evidence' },
      ...{ date: '2024-01-01', links: [{ type: 'supports', target: 'a2' }] },
    },
    { id: 'b4', role: 'evidence', links: [{ type: 'restates', target: 'a1' }] },
  ],
};
