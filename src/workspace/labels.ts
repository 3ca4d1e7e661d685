import * as vscode from 'vscode';
import type { CodebookEntry, State, Topic } from '../core/model/types';
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

/** What a passage's state is called in a row. */
export function stateName(state: State): string {
  return {
    anchored: '',
    changed: vscode.l10n.t('changed'),
    ambiguous: vscode.l10n.t('several places'),
    orphaned: vscode.l10n.t('not found'),
  }[state];
}

/** Icons of the default roles; others get one for all. */
export function roleIcon(role: string): string {
  return ({ claim: 'megaphone', evidence: 'beaker', rebuttal: 'reply' } as Record<string, string>)[role] ?? 'tag';
}

let segmenter: Intl.Segmenter | undefined;

/** What a person takes for single characters. Making a segmenter, and segmenting, is dear: only texts that need it pay. */
function graphemes(text: string): string[] {
  if (!/[\p{M}\u200d\ufe0f\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(text)) return Array.from(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * A quotation on one line, cut to what a row can show.
 *
 * @param columns how many columns it may take; Han characters and the like take two
 */
export function excerpt(text: string, columns = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  let shown = '';
  let width = 0;
  for (const segment of graphemes(line.slice(0, columns * 4))) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(segment) ? 2 : 1;
    if (width > columns) break;
    shown += segment;
  }
  return shown.length < line.length ? `${shown.trimEnd()}…` : shown;
}
