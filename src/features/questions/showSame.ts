import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import { annotationChoice } from '../../ui/asking/annotationChoice';
import { askChoice, BACK } from '../../ui/asking/ask';
import { linkArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';

type Needs = Pick<Services, 'index' | 'labels' | 'same'>;

/** Lists the annotations that say the same as one, the likeliest first, and goes to the chosen. */
export async function showSame(services: Needs, item: IndexedAnnotation): Promise<void> {
  const { index, same } = services;
  const { id } = item.annotation;
  const found = await vscode.window.withProgress(
    { location: { viewId: VIEWS.annotations } },
    async () => same.same({ id }),
  );
  const items = found.flatMap((one) => index.corpus.withId(one.id));
  const quote = excerpt(quoteOf(item.annotation), 40);
  if (items.length === 0) {
    void notify.info(vscode.l10n.t('No other annotation says the same as “{0}”.', quote));
    return;
  }
  const chosen = await askChoice({
    title: vscode.l10n.t('The same as “{0}”', quote),
    placeholder: vscode.l10n.t('Go to which annotation?'),
    choices: items.map((one) => annotationChoice(services, one)),
  });
  if (chosen === undefined || chosen === BACK) return;
  const { uri, annotation } = chosen;
  await vscode.commands.executeCommand(COMMANDS.goTo, linkArgument({ id: annotation.id, uri }));
}
