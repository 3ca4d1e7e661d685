import * as vscode from 'vscode';
import { askChoice, type Choice } from '../../ui/ask';
import { stanceMark } from '../../ui/labels';
import { detail, type Answer, type Memory, type Step } from './question';

/** Asks for the speaker's stance; the one remembered from before is in focus. */
export function askStance(
  step: Step,
  memory: Memory,
  speaker: string | null,
): Answer<{ stance: string | null }> {
  const { codebooks, labels } = memory;
  const rows: Choice<{ stance: string | null }>[] = codebooks.vocabulary.stances.map(
    ({ id, description }) => ({
      label: labels.stance(id),
      description: stanceMark(id),
      ...detail(description),
      value: { stance: id },
    }),
  );
  const openRow = {
    label: vscode.l10n.t('Leave the stance open'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    value: { stance: null },
  };
  const last = memory.uses().find((use) => use.speaker === speaker)?.stance;
  return askChoice({
    ...step,
    placeholder:
      speaker === null
        ? vscode.l10n.t('Which stance does the passage take?')
        : vscode.l10n.t('Which stance does {0} take?', speaker),
    choices: rows,
    openRow,
    active: rows.find(({ value }) => value.stance === last),
  });
}
