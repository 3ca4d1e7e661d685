import * as vscode from 'vscode';
import {
  SIDEBAR_GROUPINGS,
  VIEW_ORDERS,
  type SidebarGrouping,
  type ViewOrder,
} from '../../core/corpus/view/viewSettings';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';

/** Asks what the sidebar is grouped by; undefined if it was closed. */
export async function askGrouping(present: SidebarGrouping): Promise<SidebarGrouping | undefined> {
  const names = groupingNames();
  return askOne(
    vscode.l10n.t('Group annotations by'),
    SIDEBAR_GROUPINGS.map((value) => ({ label: names[value], value })),
    present,
  );
}

/** Asks for the order of the sidebar; undefined if it was closed. */
export async function askOrder(present: ViewOrder): Promise<ViewOrder | undefined> {
  const names: Readonly<Record<ViewOrder, string>> = {
    position: vscode.l10n.t('Position in the articles'),
    title: vscode.l10n.t('Title of the article'),
    date: vscode.l10n.t('Date of the statement'),
    count: vscode.l10n.t('Number of annotations (large groups first)'),
    name: vscode.l10n.t('Name of the group'),
  };
  return askOne(
    vscode.l10n.t('Sort annotations by'),
    VIEW_ORDERS.map((value) => ({ label: names[value], value })),
    present,
  );
}

/** What groupings are called on the screen. */
export function groupingNames(): Readonly<Record<SidebarGrouping, string>> {
  return {
    speaker: vscode.l10n.t('Speaker'),
    article: vscode.l10n.t('Article'),
    role: vscode.l10n.t('Role'),
    stance: vscode.l10n.t('Stance'),
    topic: vscode.l10n.t('Topic'),
    tag: vscode.l10n.t('Tag'),
    year: vscode.l10n.t('Date: year'),
    date: vscode.l10n.t('Date: month'),
    day: vscode.l10n.t('Date: day'),
    creator: vscode.l10n.t('Creator'),
    argument: vscode.l10n.t('Argument (evidence and rebuttals under their claims)'),
  };
}

async function askOne<T>(
  title: string,
  choices: readonly Choice<T>[],
  present: T,
): Promise<T | undefined> {
  const answer = await askChoice({
    title,
    placeholder: vscode.l10n.t('Choose'),
    choices,
    active: choices.find(({ value }) => value === present),
  });
  return answer === BACK ? undefined : answer;
}
