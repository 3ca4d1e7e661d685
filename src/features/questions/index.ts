import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import type { Found } from '../../core/corpus/findings/found';
import { findGaps, GAPS } from '../../core/corpus/findings/gaps';
import { findTurns, type TurnEnd } from '../../core/corpus/findings/turns';
import { requireFilter } from '../../core/corpus/query/filter';
import { needsOf } from '../../core/corpus/query/conditions/filterTest';
import { findRows } from '../../core/corpus/query/findRows';
import { allRows, type Row } from '../../core/corpus/query/rows';
import type { ExportedAnnotation } from '../../core/model/types';
import { RefusedError } from '../../core/model/problem';
import { networkInSteps } from '../../core/network/network';
import { requireNetworkOptions } from '../../core/network/options';
import { readStatements } from '../../core/network/statement';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { publishedDates } from '../../ui/articles/publishedDates';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import type { Registration, Services } from '../services';
import { showSame } from './showSame';

const filterArguments = v.looseObject({ filter: v.exactOptional(v.unknown()) });
const sameArguments = v.looseObject({
  ...annotationArguments.entries,
  text: v.exactOptional(v.string()),
  speaker: v.exactOptional(v.string()),
});

type Needs = Pick<Services, 'codebooks' | 'index' | 'labels' | 'reader' | 'same' | 'target'>;

/** What the corpus is asked for: what is missing, who turned, what says the same. */
export function register(services: Needs): Registration {
  const { index, same } = services;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.gaps, filterArguments, async ({ filter }, { byHand }) => {
      if (byHand) await showFindings();
      const { rows, ranks } = await askInOrder(services, filter);
      const gaps = await inSteps(findGaps(index.corpus, rows));
      const rankOf = (one: Found) => ranks.get(nameOf(one.article, one.id)) ?? 0;
      return Object.fromEntries(
        GAPS.map((gap) => [
          gap,
          [...gaps[gap]].sort((a, b) => rankOf(a) - rankOf(b)).map(({ id }) => id),
        ]),
      );
    }),
    registerCommand(COMMANDS.turns, filterArguments, async ({ filter }, { byHand }) => {
      if (byHand) await showFindings();
      const { rows, publishedOf } = await askCorpus(services, filter);
      const context = { corpus: index.corpus, publishedOf };
      const end = ({ id, stance, date, dateOf }: TurnEnd) => ({ id, stance, date, dateOf });
      return (await inSteps(findTurns(rows, context))).map(({ speaker, topic, from, to }) => ({
        speaker,
        topic,
        from: end(from),
        to: end(to),
      }));
    }),
    registerCommand(COMMANDS.network, v.looseObject({}), async (args) => {
      const { filter, ...options } = args as Readonly<Record<string, unknown>>;
      const asked = requireNetworkOptions(options);
      const { rows, publishedOf } = await askCorpus(services, filter);
      const context = { corpus: index.corpus, publishedOf };
      return inSteps(networkInSteps(await inSteps(readStatements(rows, context)), asked));
    }),
    registerCommand(COMMANDS.sameStatements, sameArguments, async (args, { byHand }) => {
      const { id, uri, text, speaker } = args;
      await index.loadWorkspace();
      if (byHand) {
        const item = await services.target.resolve({ id, uri });
        return item && showSame(services, item);
      }
      if (id !== undefined) {
        if (!index.corpus.hasId(id))
          throw new RefusedError(vscode.l10n.t('There is no annotation “{0}”.', id));
        return same.same({ id });
      }
      return text === undefined ? same.groups() : same.same({ text, speaker });
    }),
  );
}

async function showFindings(): Promise<void> {
  await vscode.commands.executeCommand(`${VIEWS.findings}.focus`);
}

/** The annotations that are asked about, and the dates of articles. */
async function askCorpus(services: Needs, filter: unknown) {
  const { codebooks, index, reader } = services;
  const wanted = requireFilter(filter);
  // What became of passages is only known for sure once articles were read.
  if (needsOf(wanted).places) return askInOrder(services, filter);
  await codebooks.loadCodebooks();
  await index.loadWorkspace();
  const publishedOf = await publishedDates(index, reader);
  return { publishedOf, rows: [...findRows(index.corpus, wanted, { publishedOf })] };
}

/** The same as `list` finds them, with their numbers in export order. */
async function askInOrder({ index, reader }: Needs, filter: unknown) {
  requireFilter(filter);
  const given = filter === undefined ? {} : { filter };
  const listed = await vscode.commands.executeCommand<ExportedAnnotation[]>(COMMANDS.list, given);
  const { corpus } = index;
  const keys = new Map(corpus.articleKeys().map((key) => [corpus.pathOf(key), key]));
  // In export order, which is that of the places of now.
  const ranks = new Map(
    listed.map(({ article, id }, rank) => [nameOf(keys.get(article) ?? '', id), rank]),
  );
  const rows: Row<IndexedAnnotation>[] = [];
  for (const row of allRows(corpus))
    if (ranks.has(nameOf(row.article.key, row.article.ids[row.i] ?? ''))) rows.push(row);
  return { rows, ranks, publishedOf: await publishedDates(index, reader) };
}

/** An id may stand in two articles. */
function nameOf(article: string, id: string): string {
  return `${article} ${id}`;
}
