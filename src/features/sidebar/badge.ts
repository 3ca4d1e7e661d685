import * as vscode from 'vscode';
import type { Services } from '../services';

/** How much waits for the analyst: annotations, and sidecars without article as one each. */
export function badgeFor({ index }: Pick<Services, 'index'>): vscode.ViewBadge | undefined {
  const { corpus } = index;
  const [undecided, changed, lost] = [
    corpus.undecided.count,
    corpus.changed.count,
    corpus.missingCount,
  ];
  const value = undecided + changed + lost;
  if (value === 0) return undefined;
  const facts = [
    undecided > 0 && vscode.l10n.t('Annotations that wait for your decision: {0}', undecided),
    changed > 0 && vscode.l10n.t('Annotations whose words changed in the article: {0}', changed),
    lost > 0 && vscode.l10n.t('Sidecars without article: {0}', lost),
  ];
  return { value, tooltip: facts.filter((fact) => fact !== false).join('\n') };
}
