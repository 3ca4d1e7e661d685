import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { notify } from '../../ui/notify';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Registration, Services } from '../services';
import { AnnotationRow } from './annotationRow';
import { AnnotationTree } from './annotationTree';
import { badgeFor } from './badge';
import { DragRows } from './dragRows';
import { FindingsTree } from './findings/findingsTree';
import { MoreRow } from './pages';
import { registerStanceBadges } from './stanceBadges';
import { Progress } from './progress';
import type { Row, RowSources } from './row';

/** The sidebar: speakers with the number of their annotations, below each its annotations. */
export function register(
  services: RowSources &
    Pick<Services, 'bulk' | 'history' | 'logError' | 'reader' | 'selection' | 'target'>,
): Registration {
  const { index, selection, target } = services;
  const tree = new AnnotationTree(services);
  const view = vscode.window.createTreeView<Row>(VIEWS.annotations, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: new DragRows(services),
  });
  const findings = new FindingsTree(services);
  return vscode.Disposable.from(
    findings,
    vscode.window.createTreeView<Row>(VIEWS.findings, {
      treeDataProvider: findings,
      showCollapseAll: true,
    }),
    tree,
    view,
    new Progress(view, index),
    registerStanceBadges(services.labels),
    view.onDidChangeSelection(({ selection: rows }) => {
      for (const row of rows) if (row instanceof MoreRow) tree.showMore(row);
      selection.annotations = rows.flatMap((row) => (row instanceof AnnotationRow ? row.item : []));
    }),
    index.onDidChange(() => showBadge(view, badgeFor(services))),
    registerCommand(COMMANDS.showInSidebar, annotationArguments, async (args) => {
      const item = await target.resolve(args);
      if (item === undefined) return;
      const row = (await tree.rowOf(item)) ?? (await withoutFilter(services, tree, item));
      if (row !== undefined) await view.reveal(row, { select: true, focus: true, expand: true });
    }),
    registerCommand(COMMANDS.copyQuote, annotationArguments, async (args) => {
      const item = await target.resolve(args);
      if (item !== undefined) await vscode.env.clipboard.writeText(quoteOf(item.annotation));
    }),
  );
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

/** Shows a badge, unless the same one is shown already. */
function showBadge(view: vscode.TreeView<Row>, badge: vscode.ViewBadge | undefined): void {
  const { badge: shown } = view;
  if (shown?.value !== badge?.value || shown?.tooltip !== badge?.tooltip) view.badge = badge;
}
