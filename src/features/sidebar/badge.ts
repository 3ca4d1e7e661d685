import * as vscode from 'vscode';
import type { Services } from '../services';

/** How much waits for the analyst: annotations, and sidecars without article as one each. */
export function badgeFor({ index }: Pick<Services, 'index'>): vscode.ViewBadge | undefined {
  const { corpus } = index;
  const [undecided, lost] = [corpus.needingDecision().length, corpus.missingArticles().length];
  if (undecided + lost === 0) return undefined;
  const facts = [
    undecided > 0 && vscode.l10n.t('Annotations that wait for your decision: {0}', undecided),
    lost > 0 && vscode.l10n.t('Sidecars without article: {0}', lost),
  ];
  return { value: undecided + lost, tooltip: facts.filter((fact) => fact !== false).join('\n') };
}
