import * as l10n from '@vscode/l10n';
import { RefusedError } from '../../core/model/problem';
import {
  NETWORK_FORMATS,
  printNetwork,
  type NetworkFormat,
} from '../../core/network/formats/printNetwork';
import { makeNetwork } from '../../core/network/network';
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
import { readStatements } from '../../core/network/statement';
import { runAtOnce } from '../../core/text/steps';
import { command } from '../command';
import { answerQuery, queryOptions } from '../query';
import { UsageError } from '../usageError';

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
      .option('format', {
        choices: NETWORK_FORMATS,
        defaultDescription: 'csv',
        describe: l10n.t('in which form'),
      })
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') })
      .conflicts('json', 'format'),
  run: async (args, terminal) => {
    const options = optionsOf(args);
    const format: NetworkFormat = args.format ?? (args.json === true ? 'json' : 'csv');
    return answerQuery(args, terminal, { dates: asksForDates(options) }, (queried) => {
      const { opened, rows, publishedOf } = queried;
      const context = { corpus: opened.corpus, publishedOf };
      const made = makeNetwork(runAtOnce(readStatements(rows, context)), options);
      return printNetwork({ ...made, ...kindsOf(options) }, format);
    });
  },
}));

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
