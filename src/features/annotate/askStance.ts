import * as vscode from 'vscode';
import { askChoice, type Choice } from '../../ui/asking/ask';
import { stanceMark } from '../../ui/labels';
import { detail, type Answer, type Memory, type Step } from '../../ui/tagging/question';

/** The question: a stance is one toward a topic. */
function question({ labels, topic }: Memory, speaker: string | null): string {
  const about = topic === undefined ? undefined : labels.topic(topic);
  if (about === undefined)
    return speaker === null
      ? vscode.l10n.t('Which stance does the passage take? (No topic is chosen)')
      : vscode.l10n.t('Which stance does {0} take? (No topic is chosen)', speaker);
  return speaker === null
    ? vscode.l10n.t('Which stance on “{0}”?', about)
    : vscode.l10n.t('{0} on “{1}”?', speaker, about);
}

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
  const last = memory.uses().find((use) => use.speaker === speaker)?.stances[0]?.stance;
  return askChoice({
    ...step,
    placeholder: question(memory, speaker),
    choices: rows,
    openRow,
    active: rows.find(({ value }) => value.stance === last),
  });
}
