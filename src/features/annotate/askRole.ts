import * as vscode from 'vscode';
import { askChoice } from '../../ui/asking/ask';
import { roleIcon } from '../../ui/labels';
import { detail, type Answer, type Memory, type Step } from '../../ui/tagging/question';

/** Asks what a passage is. */
export function askRole(step: Step, { codebooks, labels }: Memory): Answer<{ role: string }> {
  return askChoice({
    ...step,
    placeholder: vscode.l10n.t('What is this passage?'),
    choices: codebooks.vocabulary.roles.map(({ id, description }) => ({
      label: labels.role(id),
      iconPath: new vscode.ThemeIcon(roleIcon(id)),
      ...detail(description),
      value: { role: id },
    })),
  });
}
