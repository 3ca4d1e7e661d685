import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { registerCommand, uriArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { articleToTag } from '../../ui/tagging/articleToTag';
import type { Registration } from '../services';
import { ModelWatch } from './modelWatch';
import { Proposing, type ProposingSources } from './proposing';
import { isWorthTelling, outcomeText, type Outcome } from './tellOutcome';

const proposalArguments = v.looseObject({ uri: v.exactOptional(uriArgument) });

/** With a language model of the user's own: it proposes annotations, he accepts or rejects them. */
export function register(services: ProposingSources): Registration {
  const proposing = new Proposing(services);
  return vscode.Disposable.from(
    new ModelWatch(),
    registerCommand(COMMANDS.proposeAnnotations, proposalArguments, ({ uri }) =>
      propose(services, proposing, uri),
    ),
  );
}

async function propose(
  services: ProposingSources,
  proposing: Proposing,
  uri: vscode.Uri | undefined,
): Promise<Outcome | undefined> {
  const document = await articleToTag(services, uri, true);
  if (document === undefined) return undefined;
  const models = await vscode.lm.selectChatModels();
  if (models.length === 0)
    throw new RefusedError(
      vscode.l10n.t(
        'There is no language model in this VS Code. Install an extension that brings one, such as one for chat, and sign in there.',
      ),
    );
  const outcome = await proposing.run(document, models);
  if (outcome !== undefined && isWorthTelling(outcome)) void notify.info(outcomeText(outcome));
  return outcome;
}
