/**
 * Makes a corpus of any size: articles in nested folders, their sidecars, and a codebook, always
 * the same for a seed. About 9 of 10 annotations are anchored; some passages were changed since, or
 * are gone.
 *
 *     node --import ./scripts/typescript.mjs test/bench/generateCorpus.ts FOLDER
 *       [--articles 10000] [--annotations 20] [--speakers 300] [--topics 60] [--seed 1]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printBlock, printFlow } from '../../src/core/sidecar/printBlock';
import type { Annotation } from '../../src/core/model/types';
import { makeAnnotations } from './generator/annotations';
import { makeArticle, type GeneratedArticle } from './generator/article';
import { Draw } from './generator/draw';
import { revisedText } from './generator/revise';
import { World } from './generator/world';

/** What a corpus is to be like; all but the number of articles has a usual value. */
export interface CorpusPlan {
  readonly articles: number;
  /** On average for each article. */
  readonly annotations?: number;
  /** At most 576. */
  readonly speakers?: number;
  /** At most 60. */
  readonly topics?: number;
  readonly seed?: number;
}

/** A file of a corpus: its path relative to the corpus's folder, `/` between parts. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
  /** How many annotations it has, if it is a sidecar. */
  readonly annotations?: number;
}

const [SHORTEST, LONGEST] = [500, 4000];
/** So many articles were changed after they were annotated. */
const REVISED = 0.4;

/** All files of a corpus one after the other: the codebook, then each article with its sidecar. */
export function* generateCorpus({
  articles,
  annotations = 20,
  speakers = 300,
  topics = 60,
  seed = 1,
}: CorpusPlan): Generator<CorpusFile, void, void> {
  const world = new World(seed, speakers, topics);
  yield { path: 'claims.codebook.yaml', text: printCodebook(world) };
  for (let number = 0, first = 0; number < articles; number++) {
    const draw = new Draw(seed, 2, number);
    const size = draw.between(SHORTEST, LONGEST);
    const article = makeArticle(world, number, size, draw);
    // Long articles have more of them; the average over all is met article by article.
    const share = (size / ((SHORTEST + LONGEST) / 2)) * (0.5 + draw.share());
    const count = Math.max(1, Math.round(annotations * share));
    const made = makeAnnotations(world, article, count, first, draw);
    first += count;
    const text = draw.chance(REVISED) ? revisedText(article, draw) : article.text;
    yield { path: article.path, text };
    yield {
      path: `${article.path}.claims.yaml`,
      text: printSidecar(article, made),
      annotations: count,
    };
  }
}

/** What was written. */
export interface CorpusSum {
  readonly articles: number;
  readonly annotations: number;
  readonly characters: number;
}

/** Writes a corpus into a folder, which is made where it isn't there. */
export function writeCorpus(folder: string, plan: CorpusPlan): CorpusSum {
  const sum = { articles: 0, annotations: 0, characters: 0 };
  const made = new Set<string>();
  for (const { path, text, annotations } of generateCorpus(plan)) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
    if (annotations !== undefined) sum.articles++;
    sum.annotations += annotations ?? 0;
    sum.characters += text.length;
  }
  return sum;
}

function printSidecar(
  { metadata, published, hasFrontMatter }: GeneratedArticle,
  annotations: readonly Annotation[],
): string {
  const values = { ...metadata, published: published.toISOString().slice(0, 10) };
  const head = hasFrontMatter
    ? ''
    : `article:\n${(['title', 'author', 'published', 'url'] as const)
        .map((key) => `  ${key}: ${printFlow(values[key])}\n`)
        .join('')}`;
  const blocks = annotations.map((annotation) => printBlock(annotation, '  ', '\n'));
  return `version: 1\n${head}annotations:\n${blocks.join('')}`;
}

function printCodebook({ topics, speakers }: World): string {
  const items = (list: readonly unknown[]) => list.map((one) => `  - ${printFlow(one)}\n`).join('');
  const people = speakers.map(({ name, aliases }) =>
    aliases.length > 0 ? { name, aliases, type: 'person' } : { name, type: 'person' },
  );
  return `version: 1\ntopics:\n${items(topics)}speakers:\n${items(people)}`;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string', default: '10000' },
      annotations: { type: 'string', default: '20' },
      speakers: { type: 'string', default: '300' },
      topics: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Say into which folder the corpus is to be written.');
  const started = performance.now();
  const { articles, annotations, characters } = writeCorpus(folder, {
    articles: Number(values.articles),
    annotations: Number(values.annotations),
    speakers: Number(values.speakers),
    topics: Number(values.topics),
    seed: Number(values.seed),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${articles} articles, ${annotations} annotations, ${(characters / 1e6).toFixed(1)} M characters in ${seconds} s`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
