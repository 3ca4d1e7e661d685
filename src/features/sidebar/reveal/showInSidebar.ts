import * as vscode from 'vscode';
import { COMMANDS } from '../../../contributions';
import { annotationArguments, registerCommand } from '../../../ui/commands';
import { notify } from '../../../ui/notify';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import type { Registration, Services } from '../../services';
import type { AnnotationTree } from '../annotationTree';
import type { Row } from '../row';

/** The command that shows an annotation's row, and puts the focus there. */
export function registerShowInSidebar(
  services: Pick<Services, 'target' | 'view'>,
  tree: AnnotationTree,
  treeView: vscode.TreeView<Row>,
): Registration {
  return registerCommand(COMMANDS.showInSidebar, annotationArguments, async (args) => {
    const item = await services.target.resolve(args);
    if (item === undefined) return;
    const row = (await tree.rowOf(item)) ?? (await withoutFilter(services, tree, item));
    if (row !== undefined) await treeView.reveal(row, { select: true, focus: true, expand: true });
  });
}

/** The row of an annotation that the filter leaves out, if the analyst has it cleared. */
async function withoutFilter(
  { view }: Pick<Services, 'view'>,
  tree: AnnotationTree,
  item: IndexedAnnotation,
): Promise<Row | undefined> {
  const clear = vscode.l10n.t('Clear Filter');
  const message = vscode.l10n.t('The sidebar’s filter leaves this annotation out.');
  if ((await notify.info(message, clear)) !== clear) return undefined;
  view.set({ filter: {} });
  return tree.rowOf(item);
}
