import * as vscode from 'vscode';
import type { CodebookEntry, Topic } from '../core/model/types';
import type { CodebookStore } from './codebookStore';

/** How roles, stances, link types and topics are called on the screen: the codebook's label, else a localised name. */
export class Labels {
  constructor(private readonly codebooks: CodebookStore) {}

  role(id: string): string {
    return ofCodebook(this.codebooks.codebook?.roles, id) ?? defaultRoles()[id] ?? id;
  }

  stance(id: string): string {
    return ofCodebook(this.codebooks.codebook?.stances, id) ?? defaultStances()[id] ?? id;
  }

  link(type: string): string {
    return ofCodebook(this.codebooks.codebook?.links, type) ?? defaultLinks()[type] ?? type;
  }

  topic(id: string): string {
    const topic: Topic | undefined = this.codebooks.codebook?.topics.find((one) => one.id === id);
    return topic?.label ?? topic?.statement ?? id;
  }

  /** The row of annotations without a speaker. */
  readonly noSpeaker = vscode.l10n.t('No speaker');
}

function ofCodebook(entries: readonly CodebookEntry[] | undefined, id: string): string | undefined {
  return entries?.find((entry) => entry.id === id)?.label;
}

const defaultRoles = (): Record<string, string> => ({
  claim: vscode.l10n.t('claim'),
  evidence: vscode.l10n.t('evidence'),
  rebuttal: vscode.l10n.t('rebuttal'),
});

const defaultStances = (): Record<string, string> => ({
  favor: vscode.l10n.t('favor'),
  against: vscode.l10n.t('against'),
  neutral: vscode.l10n.t('neutral'),
});

const defaultLinks = (): Record<string, string> => ({
  supports: vscode.l10n.t('supports'),
  rebuts: vscode.l10n.t('rebuts'),
  restates: vscode.l10n.t('restates'),
});

/** The mark of a stance, which doesn't rely on colour. */
export function stanceMark(stance: string): string {
  return ({ favor: '▲', against: '▼', neutral: '◆' } as Record<string, string>)[stance] ?? '●';
}

/** Icons of the default roles; others get one for all. */
export function roleIcon(role: string): string {
  return ({ claim: 'megaphone', evidence: 'beaker', rebuttal: 'reply' } as Record<string, string>)[role] ?? 'tag';
}

/** A quotation on one line, cut to a length that a row can show. */
export function excerpt(text: string, length = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
}
