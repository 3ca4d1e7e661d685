import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import { annotationArguments, registerCommand } from '../../ui/commands';
import type { Registration, Services } from '../services';
import { AnnotationRow } from './annotationRow';
import { AnnotationTree } from './annotationTree';
import { badgeFor } from './badge';
import { MoreRow } from './pages';
import { Progress } from './progress';
import type { Row } from './row';

/** The sidebar: speakers with the number of their annotations, below each its annotations. */
export function register(
  services: Pick<Services, 'index' | 'labels' | 'selection' | 'target'>,
): Registration {
  const { index, selection, target } = services;
  const tree = new AnnotationTree(services);
  const view = vscode.window.createTreeView<Row>(VIEWS.annotations, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  return vscode.Disposable.from(
    tree,
    view,
    new Progress(view, index),
    view.onDidChangeSelection(({ selection: rows }) => {
      for (const row of rows) if (row instanceof MoreRow) tree.showMore(row);
      selection.annotations = rows.flatMap((row) => (row instanceof AnnotationRow ? row.item : []));
    }),
    index.onDidChange(() => showBadge(view, badgeFor(services))),
    registerCommand(COMMANDS.showInSidebar, annotationArguments, async (args) => {
      const item = await target.resolve(args);
      if (item === undefined) return;
      await view.reveal(tree.rowOf(item), { select: true, focus: true, expand: true });
    }),
    registerCommand(COMMANDS.copyQuote, annotationArguments, async (args) => {
      const item = await target.resolve(args);
      if (item !== undefined) await vscode.env.clipboard.writeText(quoteOf(item.annotation));
    }),
  );
}

/** Shows a badge, unless the same one is shown already. */
function showBadge(view: vscode.TreeView<Row>, badge: vscode.ViewBadge | undefined): void {
  const { badge: shown } = view;
  if (shown?.value !== badge?.value || shown?.tooltip !== badge?.tooltip) view.badge = badge;
}
