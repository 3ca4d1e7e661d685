import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import type { Row } from '../../corpus/query/rows';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { Names, type DebateContext } from '../context';
import { answersLegend } from '../legends';
import { MOST_ROWS, nothingNotice } from '../limits';
import type { AnswersModel, AnswersOptions } from '../model';
import { argumentModel, mostAnswered } from './argumentModel';
import { idsOf, readAnswers } from './readAnswers';
import { linkedSpeakers, speakersGraph } from './speakersModel';

/** Who answers whom, or the argument under one claim. */
export function* answersModel<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  { speaker, everybody = false, claim, ...size }: Omit<AnswersOptions, 'view'>,
): Steps<AnswersModel> {
  const found = yield* idsOf(rows);
  if (claim !== undefined) return yield* argumentModel(claim, found.size, context);
  const answers = yield* readAnswers(found, context);
  const names = new Names(context.vocabulary);
  const linked = yield* linkedSpeakers(answers);
  const named =
    speaker === undefined ? undefined : { speaker: context.corpus.speakerNamed(speaker) };
  const most = linked.length === 0 ? undefined : { speaker: linked[0] };
  const center = everybody ? 'everybody' : (named ?? most);
  const claims = yield* mostAnswered(answers, context);
  const graph = yield* speakersGraph(answers, center ?? 'everybody', names, size);
  const isEmpty = answers.length === 0;
  const drawnLinks = graph.arrows.reduce((sum, { count }) => sum + count, 0);
  return {
    view: 'answers',
    kind: 'speakers',
    title:
      center === undefined || center === 'everybody'
        ? l10n.t('Who answers whom')
        : l10n.t('Who answers whom: {0}', names.speaker(center.speaker)),
    description: counted(
      l10n.t('{0} {0|speaker|speakers}, {1} {1|arrow|arrows}, {2} {2|link|links}.'),
      ...[graph.nodes.length, graph.arrows.length, drawnLinks],
    ),
    legend: isEmpty ? '' : answersLegend(),
    isEmpty,
    total: found.size,
    speakers: linked.slice(0, MOST_ROWS).map((value) => ({ value, label: names.speaker(value) })),
    claimsTitle: l10n.t('What is answered most: choose one to see its argument as a tree'),
    claims,
    ...graph,
    notices: [
      ...(found.size === 0 ? [nothingNotice()] : []),
      ...(found.size > 0 && isEmpty ? [noLinksNotice()] : []),
      ...graph.notices,
    ],
  };
}

function noLinksNotice(): string {
  return l10n.t(
    'None of these annotations is linked yet. Say what rebuts, supports or restates what with “Claims: Link”.',
  );
}
