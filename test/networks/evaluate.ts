/**
 * Checks networks and turns of a folder's annotations against figures that another program gave:
 *
 *     npm run evaluate:networks -- FOLDER
 *
 * The folder has an `expected.json`: `{statements, speakers, topics, turns, networks}`. A network
 * has the options of `claims network` and its `size`, its `sum` and how many cells aren't 0
 * (`nonzero`); a turn a speaker and a topic, as a list or as an object. Prints a table, and ends
 * with 1 where a figure differs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filterRows } from '../../src/cli/corpus/filterRows';
import { openCorpus } from '../../src/cli/corpus/openCorpus';
import { findTurns } from '../../src/core/corpus/findings/turns';
import { makeNetwork } from '../../src/core/network/network';
import { requireNetworkOptions, type GivenOptions } from '../../src/core/network/options';
import { readStatements, type Statement } from '../../src/core/network/statement';
import { runAtOnce } from '../../src/core/text/steps';

/** A figure may differ so much: in expected files, it has nine places. */
const TOLERANCE = 1e-9;

interface ExpectedNetwork extends GivenOptions {
  readonly size: readonly [number, number];
  readonly sum: number;
  readonly nonzero: number;
}

type ExpectedTurn =
  readonly [string, string] | { readonly speaker: string; readonly topic: string };

interface Expected {
  readonly statements: number;
  readonly speakers: number;
  readonly topics: number;
  readonly turns: readonly ExpectedTurn[];
  readonly networks: readonly ExpectedNetwork[];
}

interface Outcome {
  readonly what: string;
  readonly isRight: boolean;
  readonly found: string;
  readonly expected: string;
  /** Milliseconds. */
  readonly took?: number;
}

const [folder = '.'] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
const opened = await openCorpus([folder], { cwd: process.cwd() });
const { rows, publishedOf } = await filterRows(opened, {}, true, () => undefined);
const context = { corpus: opened.corpus, publishedOf };
const statements = runAtOnce(readStatements(rows, context));
const outcomes = [...checkCounts(), checkTurns(), ...expected.networks.map(checkNetwork)];
console.log('| what | found | expected | ms | |\n|---|---|---|---|---|');
for (const { what, found, expected: wanted, took, isRight } of outcomes)
  console.log(
    `| ${what} | ${found} | ${wanted} | ${took?.toFixed(1) ?? ''} | ${isRight ? '✓' : '✗'} |`,
  );
const wrong = outcomes.filter(({ isRight }) => !isRight).length;
console.log(`\n${outcomes.length - wrong} of ${outcomes.length} figures hold.`);
process.exitCode = wrong === 0 ? 0 : 1;

function checkCounts(): Outcome[] {
  const distinct = (valueOf: (statement: Statement) => string) =>
    new Set(statements.map(valueOf)).size;
  const counts = {
    statements: statements.length,
    speakers: distinct(({ speaker }) => speaker),
    topics: distinct(({ topic }) => topic),
  };
  return (['statements', 'speakers', 'topics'] as const).map((what) => ({
    what,
    isRight: counts[what] === expected[what],
    found: String(counts[what]),
    expected: String(expected[what]),
  }));
}

function checkTurns(): Outcome {
  const start = performance.now();
  const turns = runAtOnce(findTurns(rows, context));
  const took = performance.now() - start;
  const pairs = (all: readonly ExpectedTurn[]) =>
    [...new Set(all.map((turn) => pairOf(turn)))].sort();
  const [found, wanted] = [pairs(turns), pairs(expected.turns)];
  const show = (all: readonly string[], others: readonly string[]) =>
    [String(all.length), ...all.filter((one) => !others.includes(one))].join('; ');
  return {
    what: 'turns: speakers with topics',
    isRight: JSON.stringify(found) === JSON.stringify(wanted),
    found: show(found, wanted),
    expected: show(wanted, found),
    took,
  };
}

function pairOf(turn: ExpectedTurn): string {
  return 'speaker' in turn ? `${turn.speaker}, ${turn.topic}` : turn.join(', ');
}

function checkNetwork({ size, sum, nonzero, ...given }: ExpectedNetwork): Outcome {
  const start = performance.now();
  const network = makeNetwork(statements, requireNetworkOptions(given));
  const took = performance.now() - start;
  const cells = network.matrix.flat();
  const found = {
    size: `${network.rows.length} × ${network.columns.length}`,
    sum: cells.reduce((total, cell) => total + cell, 0),
    nonzero: cells.filter((cell) => cell !== 0).length,
  };
  const wanted = { size: size.join(' × '), sum, nonzero };
  const isRight =
    found.size === wanted.size &&
    found.nonzero === nonzero &&
    Math.abs(found.sum - sum) <= TOLERANCE;
  const show = (figures: typeof found) =>
    `${figures.size}, sum ${Number(figures.sum.toFixed(9))}, ${figures.nonzero} not 0`;
  const what = Object.values(given).map(String).join(' ');
  return { what, isRight, found: show(found), expected: show(wanted), took };
}
