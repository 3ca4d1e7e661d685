import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { linkArgument } from '../../ui/commands';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { findPlaced, type Found } from '../../ui/passages/findPlaced';
import type { PlaceServices } from './needs';

/** How much of the words is shown, in columns. */
const WORDS = 90;

type Decision = 'accept' | 'detach' | 'skip';

/**
 * Goes through the annotations whose words changed, one after the other: shows each in its article,
 * with its old and new words, and asks what to do.
 *
 * @throws RefusedError if there are none
 */
export async function reviewChanges(
  services: PlaceServices & Pick<Services, 'index'>,
): Promise<void> {
  await services.index.loadWorkspace();
  const items = [...services.index.corpus.changed.items()];
  if (items.length === 0)
    throw new RefusedError(
      vscode.l10n.t('No quoted words have changed, as far as the articles were looked into.'),
    );
  for (const [number, item] of items.entries()) {
    const ref = { id: item.annotation.id, uri: item.uri };
    const found = await findPlaced(services, ref);
    const change = found && changeOf(found);
    // It was decided elsewhere meanwhile.
    if (change === undefined) continue;
    await vscode.commands.executeCommand(COMMANDS.goTo, {
      ...linkArgument(ref),
      keepFocus: true,
    });
    const answer = await ask(change, item, [number + 1, items.length]);
    if (answer === undefined || answer === BACK) return;
    if (answer !== 'skip')
      await vscode.commands.executeCommand(
        answer === 'accept' ? COMMANDS.acceptChange : COMMANDS.detach,
        linkArgument(ref),
      );
  }
}

interface Change {
  readonly before: string;
  readonly now: string;
}

/** The first passage that was found with other words. */
function changeOf({ placed, article }: Found): Change | undefined {
  for (const [i, { state, range }] of placed.passages.entries())
    if (state === 'changed' && range !== undefined)
      return {
        before: placed.annotation.passages[i]?.exact ?? '',
        now: article.text.slice(range.start, range.end),
      };
  return undefined;
}

function ask(
  { before, now }: Change,
  { annotation }: IndexedAnnotation,
  step: readonly [number, number],
): Promise<Decision | typeof BACK | undefined> {
  const row = (
    value: Decision,
    icon: string,
    label: string,
    detail?: string,
  ): Choice<Decision> => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    value,
    ...(detail !== undefined && { detail }),
  });
  const { speaker } = annotation;
  return askChoice<Decision>({
    title: vscode.l10n.t(
      'Changed words{0}',
      speaker === undefined ? '' : ` · ${excerpt(speaker, 30)}`,
    ),
    placeholder: vscode.l10n.t('Quoted as “{0}”', excerpt(before, WORDS)),
    step,
    choices: [
      row('accept', 'check', vscode.l10n.t('Accept the present words'), `“${excerpt(now, WORDS)}”`),
      row('detach', 'x', vscode.l10n.t('Not this place: keep the annotation without one')),
      row('skip', 'arrow-right', vscode.l10n.t('Decide later')),
    ],
  });
}
