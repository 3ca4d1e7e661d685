/**
 * How long the models, the table and the networks of a debate take, and their longest step: 1,260
 * to 200,000 statements. Measured is the time that the main thread worked (on Linux; elsewhere the
 * clock's).
 *
 *     node --import ./scripts/typescript.mjs test/bench/debate.ts
 */
import { readFileSync } from 'node:fs';
import { vocabularyOf } from '../../src/core/codebook/vocabulary';
import { Corpus, type CorpusItem } from '../../src/core/corpus/corpus';
import { packArticles } from '../../src/core/corpus/packed/packArticles';
import { adoptPacked, PackedContent } from '../../src/core/corpus/packed/packedContent';
import { StringTable } from '../../src/core/corpus/packed/stringTable';
import { findRows } from '../../src/core/corpus/query/findRows';
import { debateModel, type DebateContext, type DebateOptions } from '../../src/core/debate';
import type { TableSettings } from '../../src/core/debate/table/columns';
import { TableRows } from '../../src/core/debate/table/tableRows';
import type { Annotation } from '../../src/core/model/types';
import { networkInSteps } from '../../src/core/network/network';
import { requireNetworkOptions } from '../../src/core/network/options';
import { readStatements } from '../../src/core/network/statement';

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

const TABLES: readonly (readonly [string, Partial<TableSettings>])[] = [
  ['as given', {}],
  ['by speaker', { order: [{ column: 'speaker', descending: false }] }],
  ['by quotation', { order: [{ column: 'quote', descending: true }] }],
  [
    'by topic, date',
    {
      order: [
        { column: 'topic', descending: false },
        { column: 'date', descending: true },
      ],
    },
  ],
  ['by links', { order: [{ column: 'links', descending: true }] }],
  ['grouped by speaker', { groupBy: 'speaker', order: [{ column: 'article', descending: false }] }],
];

const NETWORKS = [
  {},
  { aggregation: 'subtract', normalization: 'cosine' },
  { aggregation: 'ignore', normalization: 'jaccard', duplicates: 'week' },
  { nodes: 'topic' },
  { kind: 'two-mode', aggregation: 'subtract' },
];

for (const count of [1_260, 100_000]) {
  const context = contextOf(count);
  for (const given of NETWORKS)
    measure(`${count} network ${Object.values(given).join(' ') || 'congruence'}`, function* () {
      const statements = yield* readStatements(findRows(context.corpus, {}, context), context);
      yield* networkInSteps(statements, requireNetworkOptions(given));
    });
}

for (const count of [10_000, 200_000]) {
  const context = contextOf(count);
  const tableContext = {
    ...context,
    compare: new Intl.Collator('en', { numeric: true }).compare,
    labelOf: (_: unknown, value: string) => value,
  };
  for (const [name, options] of VIEWS)
    measure(`${count} ${name}`, () =>
      debateModel(findRows(context.corpus, {}, context), context, options),
    );
  for (const [name, settings] of TABLES) {
    const rows = new TableRows(tableContext, {}, { order: [], filters: {}, ...settings });
    measure(`${count} table, ${name}`, () => rows.fill());
  }
}

/** The time that the main thread worked, in milliseconds: others' work isn't counted. */
function now(): number {
  if (process.platform !== 'linux') return performance.now();
  return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6;
}

function measure(name: string, begin: () => Generator<void, unknown>): void {
  const start = now();
  const steps = begin();
  const times: number[] = [];
  let from = start;
  for (let isDone: boolean | undefined = false; isDone !== true; from = now()) {
    isDone = steps.next().done;
    times.push(now() - from);
  }
  const took = now() - start;
  const longest = Math.max(...times);
  console.log(
    `${name.padEnd(36)} ${took.toFixed(0).padStart(5)} ms, longest step ${longest.toFixed(0)} ms (${times.indexOf(longest) + 1} of ${times.length})`,
  );
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
