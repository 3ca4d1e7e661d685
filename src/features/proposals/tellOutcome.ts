import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { failureOf, type Failure } from '../../core/proposals/failure';
import { dropReasons, type DropReason } from '../../core/proposals/proposal';

/** What became of a model's proposals. */
export interface Outcome {
  readonly model: string;
  readonly accepted: number;
  readonly rejected: number;
  /** How many were left out, by why. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Esc ended it before the last one. */
  readonly wasEnded: boolean;
  /** Why the model gave no answer, or none to the end; it was told. */
  readonly failure?: string;
}

/** Whether there is something to say about it that wasn't said, or done, by the analyst himself. */
export function isWorthTelling({
  accepted,
  rejected,
  dropped,
  wasEnded,
  failure,
}: Outcome): boolean {
  const isEmpty = accepted + rejected === 0 && Object.keys(dropped).length === 0;
  return !isEmpty || (!wasEnded && failure === undefined);
}

/** How it went, in a sentence or two. */
export function outcomeText({ model, accepted, rejected, dropped }: Outcome): string {
  const looked =
    accepted + rejected > 0
      ? vscode.l10n.t('Proposals of {0}: {1} accepted, {2} rejected.', model, accepted, rejected)
      : vscode.l10n.t('Nothing that {0} proposed was accepted or rejected.', model);
  const reasons = dropReasons.flatMap((reason) => {
    const count = dropped[reason];
    return count === undefined ? [] : [dropText(reason, count)];
  });
  if (reasons.length === 0) return looked;
  return `${looked} ${vscode.l10n.t('Left out: {0}.', reasons.join('; '))}`;
}

function dropText(reason: DropReason, count: number): string {
  return {
    unreadable: vscode.l10n.t('{0} that could not be read', count),
    notInArticle: vscode.l10n.t('{0} whose words don’t stand in the article', count),
    ambiguous: vscode.l10n.t('{0} whose words stand at several places', count),
    speaker: vscode.l10n.t('{0} whose speaker the article doesn’t name', count),
    annotated: vscode.l10n.t('{0} of passages that are annotated', count),
    repeated: vscode.l10n.t('{0} that were proposed twice', count),
    rejected: vscode.l10n.t('{0} that you rejected before', count),
  }[reason];
}

/** Why the model gave no (more) answer, and what can be done. */
export function failureText(model: string, error: unknown): string {
  if (error instanceof RefusedError) return error.message;
  const { kind, message } = failureOf(error);
  const texts: Readonly<Record<Failure, string>> = {
    permission: vscode.l10n.t(
      '{0} was not sent the article: VS Code has no permission for it.',
      model,
    ),
    quota: vscode.l10n.t(
      '{0} gives no more answers for now: what may be asked of it is used up.',
      model,
    ),
    blocked: vscode.l10n.t('{0} refused to answer this.', model),
    gone: vscode.l10n.t('{0} is not there any more: choose another model.', model),
    offTopic: vscode.l10n.t('{0} refused to answer: it takes this for off topic.', model),
    network: vscode.l10n.t('{0} could not be reached: check the network, and try again.', model),
    other: vscode.l10n.t('{0} gave no answer.', model),
  };
  return vscode.l10n.t('{0} ({1}) What you accepted is kept.', texts[kind], message);
}
