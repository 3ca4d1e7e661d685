import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { ArticleText } from '../../core/text/articleText';
import { registerCommand, uriArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { articleToTag } from '../../ui/tagging/articleToTag';
import { PassageWalk, type WalkResult } from '../../ui/walk/passageWalk';
import { registerWalkKeys } from '../../ui/walk/walkKeys';
import { textOf, toOffset } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import type { Registration, Services } from '../services';
import { Reading, type ReadingSources } from './reading';
import { Underlines } from './underlines';

type Needs = ReadingSources & Pick<Services, 'sidecars'>;

const readingArguments = v.looseObject({ uri: v.exactOptional(uriArgument) });

/** Reading with the tool: it goes from passage to passage, and lines show what it would offer. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerWalkKeys(),
    new Underlines(services),
    registerCommand(COMMANDS.tagWhileReading, readingArguments, ({ uri }) => read(services, uri)),
    registerCommand(COMMANDS.toggleSuggestedPassages, v.looseObject({}), () =>
      settings.setSuggestedPassages(!settings.suggestedPassages()),
    ),
  );
}

/** Walks from the cursor to the article's end; from its beginning, if nothing is found there. */
async function read(services: Needs, uri: vscode.Uri | undefined): Promise<WalkResult | undefined> {
  const document = await articleToTag(services, uri, true);
  if (document === undefined) return undefined;
  const editor = await vscode.window.showTextDocument(document);
  await services.codebooks.loadCodebooks();
  const article = new ArticleText(textOf(document));
  const from = toOffset(document, editor.selection.active);
  const course = new Reading(services, document, article, from);
  const result = await new PassageWalk(services, document, article, course).run();
  const { tagged, skipped, wasEnded } = result;
  if (wasEnded) return result;
  const said =
    tagged + skipped > 0
      ? vscode.l10n.t('Read to the end: {0} tagged, {1} skipped.', tagged, skipped)
      : vscode.l10n.t('From here to the end there is nothing more to offer.');
  const again = vscode.l10n.t('From the Beginning');
  const fromStart = async () => {
    if (from === 0 || (await notify.info(said, again)) !== again) return;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await read(services, document.uri);
  };
  if (from === 0) void notify.info(said);
  else fromStart().catch(services.logError);
  return result;
}
