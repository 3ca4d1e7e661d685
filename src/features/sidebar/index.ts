import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import { annotationArguments, registerCommand } from '../../ui/commands';
import type { Registration, Services } from '../services';
import { AnnotationRow } from './annotationRow';
import { AnnotationTree } from './annotationTree';
import { badgeFor } from './badge';
import { DragRows } from './dragRows';
import { FindingsTree } from './findings/findingsTree';
import { MoreRow } from './pages';
import { FollowCursor } from './reveal/followCursor';
import { registerShowInSidebar } from './reveal/showInSidebar';
import { registerStanceBadges } from './stanceBadges';
import { Progress } from './progress';
import type { Row, RowSources } from './row';

/** The sidebar: speakers with the number of their annotations, below each its annotations. */
export function register(
  services: RowSources &
    Pick<Services, 'bulk' | 'history' | 'logError' | 'reader' | 'same' | 'selection' | 'target'>,
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
  const findingsView = vscode.window.createTreeView<Row>(VIEWS.findings, {
    treeDataProvider: findings,
    showCollapseAll: true,
    canSelectMany: true,
  });
  return vscode.Disposable.from(
    findings,
    findingsView,
    findingsView.onDidChangeSelection(({ selection: rows }) => {
      for (const row of rows) if (row instanceof MoreRow) findings.showMore(row);
    }),
    tree,
    view,
    new Progress(view, index),
    new FollowCursor(services, tree, view),
    registerStanceBadges(services.labels),
    view.onDidChangeSelection(({ selection: rows }) => {
      for (const row of rows) if (row instanceof MoreRow) tree.showMore(row);
      selection.annotations = rows.flatMap((row) => (row instanceof AnnotationRow ? row.item : []));
    }),
    index.onDidChange(() => showBadge(view, badgeFor(services))),
    registerShowInSidebar(services, tree, view),
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
