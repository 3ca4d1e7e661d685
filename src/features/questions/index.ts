import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import { findGaps, GAPS, type Gap } from '../../core/corpus/findings/gaps';
import { findTurns, type TurnEnd } from '../../core/corpus/findings/turns';
import { requireFilter } from '../../core/corpus/query/filter';
import { findRows } from '../../core/corpus/query/findRows';
import { RefusedError } from '../../core/model/problem';
import { makeNetwork } from '../../core/network/network';
import { requireNetworkOptions } from '../../core/network/options';
import { readStatements } from '../../core/network/statement';
import { groupsOf, indexCorpus, sameAs } from '../../core/same/sameInCorpus';
import { registerCommand } from '../../ui/commands';
import { publishedDates } from '../../ui/publishedDates';
import { inSteps } from '../../workspace/platform/inSteps';
import type { Registration, Services } from '../services';

const filterArguments = v.looseObject({ filter: v.exactOptional(v.unknown()) });
const sameArguments = v.looseObject({
  id: v.exactOptional(v.string()),
  text: v.exactOptional(v.string()),
  speaker: v.exactOptional(v.string()),
});

type Needs = Pick<Services, 'codebooks' | 'index' | 'reader'>;

/** What the corpus is asked for: what is missing, who turned, what says the same. */
export function register(services: Needs): Registration {
  const { index } = services;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.gaps, filterArguments, async ({ filter }, { byHand }) => {
      if (byHand) await showFindings();
      const { rows } = await askCorpus(services, filter);
      const gaps = await inSteps(findGaps(index.corpus, rows));
      const idsOf = (gap: Gap) => [gap, gaps[gap].map(({ id }) => id)] as const;
      return Object.fromEntries(GAPS.map(idsOf));
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
      return makeNetwork(await inSteps(readStatements(rows, context)), asked);
    }),
    registerCommand(COMMANDS.sameStatements, sameArguments, async ({ id, text, speaker }) => {
      await services.codebooks.loadCodebooks();
      await index.loadWorkspace();
      const same = await inSteps(indexCorpus(index.corpus));
      if (id !== undefined) {
        if (!index.corpus.hasId(id))
          throw new RefusedError(vscode.l10n.t('There is no annotation “{0}”.', id));
        return sameAs(same, index.corpus, { id });
      }
      return text === undefined
        ? inSteps(groupsOf(same, index.corpus))
        : sameAs(same, index.corpus, { text, speaker });
    }),
  );
}

async function showFindings(): Promise<void> {
  await vscode.commands.executeCommand(`${VIEWS.findings}.focus`);
}

/** The annotations that are asked about, and what is known of their articles. */
async function askCorpus({ codebooks, index, reader }: Needs, filter: unknown) {
  const wanted = requireFilter(filter);
  await codebooks.loadCodebooks();
  await index.loadWorkspace();
  const publishedOf = await publishedDates(index, reader);
  return { publishedOf, rows: [...findRows(index.corpus, wanted, { publishedOf })] };
}
