import * as l10n from '@vscode/l10n';
import { RefusedError } from '../../core/model/problem';
import {
  NETWORK_FORMATS,
  printNetwork,
  type NetworkFormat,
} from '../../core/network/formats/printNetwork';
import { backbone } from '../../core/network/measures';
import { makeNetwork, type Network } from '../../core/network/network';
import { nodeNumbers } from '../../core/network/nodeNumbers';
import {
  DUPLICATES,
  KINDS,
  NODES,
  ONE_MODE_AGGREGATIONS,
  ONE_MODE_NORMALIZATIONS,
  requireNetworkOptions,
  TWO_MODE_AGGREGATIONS,
  TWO_MODE_NORMALIZATIONS,
  type GivenOptions,
  type NetworkOptions,
} from '../../core/network/options';
import { readStatements, type Statement } from '../../core/network/statement';
import { networkWindows } from '../../core/network/windows';
import { runAtOnce } from '../../core/text/steps';
import { command } from '../command';
import { answerQuery, queryOptions } from '../query';
import { UsageError } from '../usageError';
import { readWindow, windowOptions } from '../windowOptions';

/** `claims network`: who agrees with whom, or says what. */
export const network = command(() => ({
  usage: 'network [paths..]',
  describe: l10n.t('prints the network of speakers, of topics, or of both'),
  options: (yargs) =>
    queryOptions(yargs)
      .option('kind', {
        choices: KINDS,
        defaultDescription: 'one-mode',
        describe: l10n.t('speakers (or topics) among themselves, or speakers with topics'),
      })
      .option('nodes', {
        choices: NODES,
        defaultDescription: 'speaker',
        describe: l10n.t('of what a one-mode network consists'),
      })
      .option('aggregation', {
        choices: allOf(ONE_MODE_AGGREGATIONS, TWO_MODE_AGGREGATIONS),
        defaultDescription: 'congruence, ignore',
        describe: l10n.t('what weights are made of'),
      })
      .option('normalization', {
        choices: allOf(ONE_MODE_NORMALIZATIONS, TWO_MODE_NORMALIZATIONS),
        defaultDescription: 'no',
        describe: l10n.t('what weights are divided by'),
      })
      .option('duplicates', {
        choices: DUPLICATES,
        defaultDescription: 'include',
        describe: l10n.t('within what a statement that is made again counts once'),
      })
      .option('since', { ...text(), describe: l10n.t('the first date that counts') })
      .option('until', { ...text(), describe: l10n.t('the last date that counts') })
      .option('threshold', {
        ...text(),
        describe: l10n.t('leaves out ties whose weight is nearer to 0'),
      })
      .options(windowOptions())
      .option('format', {
        choices: NETWORK_FORMATS,
        defaultDescription: 'csv',
        describe: l10n.t('in which form'),
      })
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') })
      .conflicts('json', 'format'),
  run: async (args, terminal) => {
    const options = optionsOf(args);
    const threshold = thresholdOf(args.threshold);
    const format: NetworkFormat = args.format ?? (args.json === true ? 'json' : 'csv');
    const window = readWindow(args);
    if (window !== undefined && format !== 'json')
      throw new UsageError(l10n.t('Windows are printed as JSON only: add --json.'));
    const dates = asksForDates(options) || window !== undefined;
    return answerQuery(args, terminal, { dates }, (queried) => {
      const { opened, rows, publishedOf } = queried;
      const context = { corpus: opened.corpus, publishedOf };
      const statements = runAtOnce(readStatements(rows, context));
      const shown = (made: Network) => backbone(made, threshold);
      if (window === undefined)
        return print(shown(makeNetwork(statements, options)), statements, options, format);
      const windows = [...networkWindows(statements, options, window)];
      const all = windows.map(({ since, until, network: made }) => ({
        ...{ since, until },
        ...shown(made),
      }));
      return `${JSON.stringify(all, undefined, 2)}\n`;
    });
  },
}));

function print(
  made: Network,
  statements: readonly Statement[],
  options: NetworkOptions,
  format: NetworkFormat,
): string {
  const hasNumbers = format === 'graphml' || format === 'gexf';
  const numbers = hasNumbers ? nodeNumbers(made, statements, options) : [];
  return printNetwork({ ...made, ...kindsOf(options), numbers }, format);
}

/** @throws UsageError if it is no weight */
function thresholdOf(given = '0'): number {
  const threshold = given.trim() === '' ? NaN : Number(given);
  if (Number.isFinite(threshold) && threshold >= 0) return threshold;
  throw new UsageError(l10n.t('“{0}” must be a number, 0 or more.', '--threshold'));
}

/** An option that is a text. */
const text = () => ({ type: 'string', requiresArg: true }) as const;

/** All values of two lists, each once. */
function allOf(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])];
}

/** @throws UsageError if they don't go together */
function optionsOf(given: GivenOptions): NetworkOptions {
  try {
    return requireNetworkOptions(given);
  } catch (error) {
    throw error instanceof RefusedError ? new UsageError(error.message) : error;
  }
}

/** Whether it matters when something was said: then articles may have to be read. */
function asksForDates({ duplicates, since, until }: NetworkOptions): boolean {
  return duplicates !== 'include' || since !== undefined || until !== undefined;
}

function kindsOf(options: NetworkOptions) {
  if (options.kind === 'two-mode') return { rowKind: 'speaker', columnKind: 'topic' } as const;
  return { rowKind: options.nodes, columnKind: options.nodes };
}
