import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import type { Row } from '../../corpus/query/rows';
import { campsInSteps } from '../../network/camps';
import { firstDay, lastDay, printDay } from '../../network/days';
import { countInSteps, keepPart, type Incidence } from '../../network/incidence';
import { backbone, centralities } from '../../network/measures';
import { countedStatements, networkOf, rowsOf, type Network } from '../../network/network';
import type { NetworkOptions } from '../../network/options';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { fitted, Names, type DebateContext } from '../context';
import { forceLayout, heightOfLayout, type Point } from '../forceLayout';
import { networkLegend } from '../legends';
import { leftOutNotices, MOST_ROWS, noTopicsNotice, nothingNotice } from '../limits';
import { bySize, keyOf } from '../lines';
import type { NetworkNode, NetworksModel, NetworksOptions } from '../model';
import { readIdentified, StatementIds, type IdentifiedStatement } from './readNetwork';
import { drawnTie, heaviestTies, MOST_IDS, shortNumber } from './ties';

const MOST_TIES = 1_000;
const LABEL_WIDTH = 120;

/** A network with its layout, which stays the same whatever time is chosen. */
export function* networksModel<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  { network: options, threshold = 0, width, height: seen }: Omit<NetworksOptions, 'view'>,
): Steps<NetworksModel> {
  const { statements, total } = yield* readIdentified(rows, context);
  const height = heightOfLayout(Math.min(720, width * 0.62), seen);
  const { since, until, ...always } = options;
  const whole = yield* countLargest(statements, always);
  const kept = yield* countedStatements(statements, options);
  const isWhole = since === undefined && until === undefined;
  const part = isWhole ? whole.incidence : yield* countIn(kept, options, whole.shown);
  const weights = yield* networkOf(part, options);
  yield;
  const network = backbone(weights, threshold);
  yield;
  const places = yield* placeNodes(whole.incidence, always, threshold, { width, height });
  const ids = yield* readIds(kept, options);
  const { ofRows, ofColumns, modularity } = yield* campsInSteps(network, options.kind);
  yield;
  const camps = options.kind === 'one-mode' ? ofRows : [...ofRows, ...ofColumns];
  const drawn = yield* drawNodes(network, options, new Names(context.vocabulary), ids);
  const nodes = drawn.map((node, n): NetworkNode => ({
    ...node,
    ...(places.get(`${node.kind} ${node.value}`) ?? { x: width / 2, y: height / 2 }),
    camp: camps[n] ?? 0,
  }));
  const all = yield* heaviestTies(network, options.kind, MOST_TIES);
  const heaviest = Math.abs(all.ties[0]?.weight ?? 0);
  const rowIds = ids.get(rowsOf(options)) ?? new StatementIds(rowsOf(options));
  const ties = [];
  for (const [n, tie] of all.ties.entries()) {
    ties.push(drawnTie(tie, nodes, options, rowIds, heaviest));
    if (n % 20 === 0) yield;
  }
  const time = yield* timeOf(statements);
  return {
    view: 'networks',
    title: networkTitle(options),
    description: counted(
      l10n.t('{0} {0|node|nodes}, {1} {1|tie|ties}, {2} {2|camp|camps} (modularity {3}).'),
      ...[nodes.length, all.count, new Set(camps).size, shortNumber(modularity)],
    ),
    legend: networkLegend(options),
    notices: [
      ...(total === 0 ? [nothingNotice()] : []),
      ...(total > 0 && statements.length === 0 ? [beginNotice(context)] : []),
      ...leftOutNotices(whole.shown.rows.size, whole.all.rows, l10n.t('Nodes')),
      ...(options.kind === 'two-mode'
        ? leftOutNotices(whole.shown.columns.size, whole.all.columns, l10n.t('Topics'))
        : []),
      ...leftOutNotices(ties.length, all.count, l10n.t('Ties')),
    ],
    isEmpty: nodes.length === 0,
    total,
    width,
    height,
    options,
    threshold,
    nodes,
    ties,
    camps: new Set(camps).size,
    modularity,
    ...time,
  };
}

/** The names of the nodes that are shown. */
interface ShownNames {
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

/** Counts statements, and keeps the nodes with most of them. */
function* countLargest(
  statements: readonly IdentifiedStatement[],
  options: NetworkOptions,
): Steps<{
  readonly incidence: Incidence;
  readonly shown: ShownNames;
  readonly all: { readonly rows: number; readonly columns: number };
}> {
  const kept = yield* countedStatements(statements, options);
  const all = yield* countInSteps(kept, rowsOf(options));
  const isTwoMode = options.kind === 'two-mode';
  const most = isTwoMode ? MOST_ROWS / 2 : MOST_ROWS;
  const shown = {
    rows: largest(all.rows, all.rowCounts, most),
    columns: isTwoMode ? largest(all.columns, all.columnCounts, most) : new Set(all.columns),
  };
  yield;
  const incidence = keepPart(all, shown.rows, isTwoMode ? shown.columns : undefined);
  return { incidence, shown, all: { rows: all.rows.length, columns: all.columns.length } };
}

function* countIn(
  statements: readonly IdentifiedStatement[],
  options: NetworkOptions,
  { rows, columns }: ShownNames,
): Steps<Incidence> {
  const all = yield* countInSteps(statements, rowsOf(options));
  return keepPart(all, rows, options.kind === 'two-mode' ? columns : undefined);
}

function largest(names: readonly string[], counts: readonly number[], most: number): Set<string> {
  const sorted = bySize(names.map((name, i) => [name, counts[i] ?? 0]));
  return new Set(sorted.slice(0, most).flatMap(([name]) => name ?? []));
}

/** Where nodes stand, by kind and name. */
function* placeNodes(
  incidence: Incidence,
  options: NetworkOptions,
  threshold: number,
  size: { readonly width: number; readonly height: number },
): Steps<ReadonlyMap<string, Point>> {
  const network = backbone(yield* networkOf(incidence, options), threshold);
  yield;
  const names = nodeNames(network, options);
  // What is opposed pulls nobody together.
  const isDistance = options.kind === 'one-mode' && options.aggregation === 'subtract';
  const pulling = isDistance ? onlyPositive(network) : network;
  const { ties } = yield* heaviestTies(pulling, options.kind, MOST_TIES);
  const pulls = ties.map((tie) => ({ ...tie, weight: Math.abs(tie.weight) }));
  const points = yield* forceLayout(names.length, pulls, size);
  return new Map(
    names.map(({ kind, name }, n) => [`${kind} ${name}`, points[n] ?? { x: 0, y: 0 }]),
  );
}

function onlyPositive(network: Network): Network {
  const matrix = network.matrix.map((row) => row.map((weight) => Math.max(0, weight)));
  return { ...network, matrix };
}

function nodeNames({ rows, columns }: Network, options: NetworkOptions) {
  const kind = rowsOf(options);
  const named = rows.map((name) => ({ kind, name }));
  if (options.kind === 'one-mode') return named;
  return [...named, ...columns.map((name) => ({ kind: 'topic', name }) as const)];
}

function* readIds(
  statements: readonly IdentifiedStatement[],
  options: NetworkOptions,
): Steps<ReadonlyMap<'speaker' | 'topic', StatementIds>> {
  const kinds = options.kind === 'two-mode' ? (['speaker', 'topic'] as const) : [options.nodes];
  const ids = new Map(kinds.map((kind) => [kind, new StatementIds(kind)]));
  for (const [n, statement] of statements.entries()) {
    for (const one of ids.values()) one.add(statement);
    if (n % STATEMENTS_A_STEP === 0) yield;
  }
  return ids;
}

const STATEMENTS_A_STEP = 5_000;

/** The nodes without their places and camps. */
function* drawNodes(
  network: Network,
  options: NetworkOptions,
  names: Names,
  ids: ReadonlyMap<'speaker' | 'topic', StatementIds>,
): Steps<readonly Omit<NetworkNode, 'x' | 'y' | 'camp'>[]> {
  const { rows, columns } = centralities(network);
  const central = options.kind === 'one-mode' ? rows : [...rows, ...columns];
  const nodes: Omit<NetworkNode, 'x' | 'y' | 'camp'>[] = [];
  const pace = new RowPace();
  for (const [n, { kind, name }] of nodeNames(network, options).entries()) {
    const { degree = 0, strength = 0 } = central[n] ?? {};
    const { favor = [], against = [] } = ids.get(kind)?.ofNode(name) ?? {};
    const label = kind === 'speaker' ? names.speaker(name) : names.topic(name);
    nodes.push({
      key: keyOf(kind, name),
      label: l10n.t(
        '{0}: {1} favor, {2} against; degree {3}, strength {4}',
        ...[label, favor.length, against.length, degree, shortNumber(strength)],
      ),
      ids: someOfBoth(favor, against),
      value: name,
      kind,
      name: label,
      text: fitted(label, LABEL_WIDTH),
      radius: Math.round(Math.min(18, 5 + 1.2 * Math.sqrt(favor.length + against.length))),
      degree,
      strength,
      favor: favor.length,
      against: against.length,
    });
    if (pace.isDue(favor.length + against.length)) yield;
  }
  return nodes;
}

/** As many as anybody reads; of very many of one stance, not that stance alone. */
function someOfBoth(favor: readonly string[], against: readonly string[]): string[] {
  const some = favor.slice(0, Math.max(MOST_IDS / 2, MOST_IDS - against.length));
  return [...some, ...against.slice(0, MOST_IDS - some.length)];
}

/** The first and the last day of dated statements. */
function* timeOf(
  statements: readonly IdentifiedStatement[],
): Steps<Pick<NetworksModel, 'since' | 'until'>> {
  const dates = new Set<string>();
  for (const [n, { date }] of statements.entries()) {
    if (date !== undefined) dates.add(date);
    if (n % STATEMENTS_A_STEP === 0) yield;
  }
  let [since, until]: (string | undefined)[] = [];
  for (const date of dates) {
    const [first, last] = [printDay(firstDay(date)), printDay(lastDay(date))];
    if (since === undefined || first < since) since = first;
    if (until === undefined || last > until) until = last;
  }
  return { since, until };
}

function beginNotice<Item extends CorpusItem>({ corpus }: DebateContext<Item>): string {
  return corpus.topicsInUse().length === 0
    ? noTopicsNotice()
    : l10n.t(
        'None of these annotations has a speaker, a topic and a stance in favor or against: networks are made of those.',
      );
}

function networkTitle({ kind, aggregation }: NetworkOptions): string {
  if (kind === 'two-mode') return l10n.t('Network of speakers and topics');
  switch (aggregation) {
    case 'congruence':
      return l10n.t('Who agrees with whom');
    case 'conflict':
      return l10n.t('Who disagrees with whom');
    case 'subtract':
      return l10n.t('Agreement less disagreement');
    case 'ignore':
      return l10n.t('Who speaks about the same');
  }
}
