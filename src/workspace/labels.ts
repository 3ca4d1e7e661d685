import * as vscode from 'vscode';
import type { CodebookEntry, State, Topic } from '../core/model/types';
import type { CodebookStore } from './codebookStore';

/**
 * How roles, stances, link types and topics are called on the screen: the codebook's label, else a
 * localised name.
 */
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

/** A field in two versions, for the screen. */
export interface ConflictText {
  readonly field: string;
  /** What it is to keep the one version, or to take the other. */
  readonly ours: string;
  readonly theirs: string;
}

/** A conflict in words; values that aren't text are shown as they are written in the file. */
export function conflictText(
  labels: Labels,
  { field, ours, theirs }: { field: string; ours?: unknown; theirs?: unknown },
): ConflictText {
  if (field === 'id') {
    return {
      field: vscode.l10n.t('deleted in one version, changed in the other'),
      ours: vscode.l10n.t('Keep the annotation'),
      theirs: vscode.l10n.t('Delete it'),
    };
  }
  const shown = (value: unknown): string => {
    if (value === undefined || value === null) return vscode.l10n.t('(none)');
    if (typeof value !== 'string')
      return field === 'passages' && Array.isArray(value)
        ? value.map((passage: { exact?: string }) => passage.exact ?? '').join(' … ')
        : JSON.stringify(value);
    return (
      (
        {
          role: () => labels.role(value),
          stance: () => labels.stance(value),
          topic: () => labels.topic(value),
        } as Record<string, () => string>
      )[field]?.() ?? value
    );
  };
  return {
    field: fieldName(field),
    ours: excerpt(shown(ours), 60),
    theirs: excerpt(shown(theirs), 60),
  };
}

/** What a field is called on the screen; a field that the format doesn't know by its key. */
export function fieldName(field: string): string {
  const names = new Map([
    ['role', vscode.l10n.t('Role')],
    ['speaker', vscode.l10n.t('Speaker')],
    ['stance', vscode.l10n.t('Stance')],
    ['topic', vscode.l10n.t('Topic')],
    ['date', vscode.l10n.t('Said on')],
    ['note', vscode.l10n.t('Note')],
    ['passages', vscode.l10n.t('Passages')],
    ['reportedBy', vscode.l10n.t('Reported by')],
  ]);
  return names.get(field) ?? field;
}

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
  return (
    ({ claim: 'megaphone', evidence: 'beaker', rebuttal: 'reply' } as Record<string, string>)[
      role
    ] ?? 'tag'
  );
}

let segmenter: Intl.Segmenter | undefined;

/**
 * What a person takes for single characters. Making a segmenter, and segmenting, is dear: only
 * texts that need it pay.
 */
function graphemes(text: string): string[] {
  if (!/[\p{M}\u200d\ufe0f\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(text))
    return Array.from(text);
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
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        segment,
      )
        ? 2
        : 1;
    if (width > columns) break;
    shown += segment;
  }
  return shown.length < line.length ? `${shown.trimEnd()}…` : shown;
}
