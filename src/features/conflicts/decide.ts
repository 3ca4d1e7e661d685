import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { conflictValues, settleConflict } from '../../core/merge/annotation/settleConflict';
import { RefusedError } from '../../core/model/problem';
import { quoteOf } from '../../core/model/quote';
import type { Annotation } from '../../core/model/types';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK } from '../../ui/asking/ask';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { conflictText } from '../../ui/labels';
import type { Registration, Services } from '../services';

type Needs = Pick<Services, 'editor' | 'labels' | 'target'>;

const decideArguments = v.looseObject({
  ...annotationArguments.entries,
  conflict: v.exactOptional(v.number()),
  take: v.exactOptional(v.picklist(['ours', 'theirs'])),
});

/** Deciding between two versions of a field. */
export function registerDecide(services: Needs): Registration {
  const { editor, target } = services;
  return registerCommand(COMMANDS.decide, decideArguments, async ({ conflict, take, ...args }) => {
    const item = await target.resolve(args);
    if (item === undefined) return undefined;
    const chosen =
      conflict === undefined || take === undefined
        ? await askVersion(services, item.annotation)
        : { conflict, take };
    if (chosen === undefined) return undefined;
    const { id } = item.annotation;
    const { change, saved } = await editor.rewrite(item.uri, id, (present) => {
      if (present.conflicts?.[chosen.conflict] === undefined)
        throw new RefusedError(vscode.l10n.t('This conflict is decided already.'));
      return settleConflict(present, chosen.conflict, chosen.take);
    });
    return change.after === undefined
      ? { id, ...(!saved && { saved }) }
      : editor.resultOf(item.uri, id, saved);
  });
}

/** Asks which value of which field is right. */
async function askVersion(
  { labels }: Needs,
  annotation: Annotation,
): Promise<{ conflict: number; take: 'ours' | 'theirs' } | undefined> {
  const conflicts = conflictValues(annotation);
  if (conflicts.length === 0)
    throw new RefusedError(vscode.l10n.t('This annotation has no conflict to decide.'));
  const answer = await askChoice({
    title: vscode.l10n.t('Two versions of “{0}”', excerpt(quoteOf(annotation), 50)),
    placeholder: vscode.l10n.t('Which one is right? Esc leaves it open'),
    choices: conflicts.flatMap((one, conflict) =>
      (['ours', 'theirs'] as const).map((take) => ({
        label: conflictText(labels, one)[take],
        description: conflictText(labels, one).field,
        value: { conflict, take },
      })),
    ),
  });
  return answer === BACK ? undefined : answer;
}
