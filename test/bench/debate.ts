/**
 * How long the models of a debate take, and their longest step: 10,000 and 200,000 statements.
 *
 *     node --import ./scripts/typescript.mjs test/bench/debate.ts
 */
import { vocabularyOf } from '../../src/core/codebook/vocabulary';
import { Corpus, type CorpusItem } from '../../src/core/corpus/corpus';
import { packArticles } from '../../src/core/corpus/packed/packArticles';
import { adoptPacked, PackedContent } from '../../src/core/corpus/packed/packedContent';
import { StringTable } from '../../src/core/corpus/packed/stringTable';
import { findRows } from '../../src/core/corpus/query/findRows';
import { debateModel, type DebateContext, type DebateOptions } from '../../src/core/debate';
import type { Annotation } from '../../src/core/model/types';
import { requireNetworkOptions } from '../../src/core/network/options';

const AN_ARTICLE = 20;
const WIDTH = 1000;

const VIEWS: readonly (readonly [string, DebateOptions])[] = [
  ['matrix', { view: 'matrix', width: WIDTH }],
  ['matrix, alike', { view: 'matrix', order: 'similarity', width: WIDTH }],
  ['timeline', { view: 'timeline', width: WIDTH }],
  ['turns', { view: 'turns' }],
  ['answers', { view: 'answers', width: WIDTH }],
  ['everybody', { view: 'answers', everybody: true, width: WIDTH }],
  ['one-mode', { view: 'networks', network: requireNetworkOptions({}), width: WIDTH }],
  [
    'two-mode',
    { view: 'networks', network: requireNetworkOptions({ kind: 'two-mode' }), width: WIDTH },
  ],
  ['same', { view: 'sameStatement' }],
];

for (const count of [10_000, 200_000]) {
  const context = contextOf(count);
  for (const [name, options] of VIEWS) measure(`${count} ${name}`, context, options);
}

function measure(name: string, context: DebateContext<CorpusItem>, options: DebateOptions): void {
  // The processor's time: on a busy machine, others' work isn't counted.
  const now = () => process.cpuUsage().user / 1000;
  const begin = now();
  const steps = debateModel(findRows(context.corpus, {}, context), context, options);
  let longest = 0;
  for (let isDone: boolean | undefined = false; isDone !== true;) {
    const start = now();
    isDone = steps.next().done;
    longest = Math.max(longest, now() - start);
  }
  const took = now() - begin;
  console.log(`${name.padEnd(24)} ${took.toFixed(0)} ms, longest step ${longest.toFixed(0)} ms`);
}

/** A debate of some hundred speakers and topics, a few of which say most. */
function contextOf(count: number): DebateContext<CorpusItem> {
  const corpus = new Corpus();
  const articles = Array.from({ length: count / AN_ARTICLE }, (_, n) => ({
    name: `articles/${String(n).padStart(5, '0')}.md`,
    metadata: {},
    annotations: Array.from({ length: AN_ARTICLE }, (__, i) => annotationOf(n * AN_ARTICLE + i)),
    lines: [],
  }));
  const table = new StringTable();
  const adopted = adoptPacked(packArticles(articles), table);
  for (const one of adopted.articles) {
    const key = one.name;
    const content = new PackedContent<CorpusItem>(table, adopted, one, (held) => ({
      article: key,
      ...held,
    }));
    corpus.setArticle(key, key, content);
  }
  return {
    corpus,
    vocabulary: vocabularyOf(undefined),
    titleOf: () => undefined,
    publishedOf: () => '2024-07-11',
  };
}

function annotationOf(n: number): Annotation {
  const random = (seed: number) => (Math.imul(n + seed * 40_503, 2_654_435_761) >>> 7) / 2 ** 25;
  const skewed = (seed: number, size: number) => Math.floor(random(seed) ** 3 * size);
  const day = String(1 + Math.floor(random(5) * 28)).padStart(2, '0');
  const month = String(1 + Math.floor(random(6) * 12)).padStart(2, '0');
  return {
    id: `x${n}`,
    role: ['claim', 'evidence', 'rebuttal'][n % 3] ?? 'claim',
    speaker: `Speaker ${skewed(1, 800)}`,
    topic: `topic-${skewed(2, 200)}`,
    stance: ['favor', 'against', 'favor', 'neutral'][Math.floor(random(3) * 4)] ?? 'favor',
    passages: [{ exact: `The bridge can wait, for the ${n}th time.` }],
    ...(n % 5 !== 0 && { date: `20${15 + Math.floor(random(4) * 10)}-${month}-${day}` }),
    ...(n % 4 === 1 && { links: [{ type: 'rebuts', target: `x${n - 1}` }] }),
    ...(n % 50 === 2 && { links: [{ type: 'restates', target: `x${n - 2}` }] }),
  };
}
