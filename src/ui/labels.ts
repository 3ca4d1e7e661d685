import * as vscode from 'vscode';
import {
  conflictText as textOfConflict,
  type ConflictText,
  type FieldWords,
} from '../core/check/conflictText';
import type { ConflictValues } from '../core/merge/annotation/settleConflict';
import type { CodebookEntry, State, Topic } from '../core/model/types';
import type { CodebookStore } from '../workspace/codebooks/codebookStore';

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

  /** How the words were quoted. */
  quoteType(type: string): string {
    return quoteTypeNames()[type] ?? type;
  }

  /** The other names of a speaker. */
  aliasesOf(speaker: string): readonly string[] {
    const known = this.codebooks.vocabulary.speakers.find(({ name }) => name === speaker);
    return known?.aliases ?? [];
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

const quoteTypeNames = (): Record<string, string> => ({
  direct: vscode.l10n.t('direct'),
  indirect: vscode.l10n.t('indirect'),
  mixed: vscode.l10n.t('mixed'),
});

const defaultLinks = (): Record<string, string> => ({
  supports: vscode.l10n.t('supports'),
  rebuts: vscode.l10n.t('rebuts'),
  restates: vscode.l10n.t('restates'),
});

/** How fields and values are called on the screen. */
export function fieldWords(labels: Labels): FieldWords {
  return {
    field: fieldName,
    value: (field, value) => {
      switch (field) {
        case 'role':
        case 'stance':
        case 'topic':
          return labels[field](value);
        default:
          return value;
      }
    },
  };
}

/** A conflict for the screen: what it is to keep the one version, or to take the other. */
export function conflictText(labels: Labels, conflict: ConflictValues): ConflictText {
  if (conflict.field !== 'id') return textOfConflict(conflict, fieldWords(labels));
  return {
    field: vscode.l10n.t('deleted in one version, changed in the other'),
    ours: vscode.l10n.t('Keep the annotation'),
    theirs: vscode.l10n.t('Delete it'),
  };
}

/** What a field is called on the screen; a field that the format doesn't know by its key. */
export function fieldName(field: string): string {
  const names = new Map([
    ['role', vscode.l10n.t('Role')],
    ['speaker', vscode.l10n.t('Speaker')],
    ['stance', vscode.l10n.t('Stance')],
    ['topic', vscode.l10n.t('Topic')],
    ['date', vscode.l10n.t('Date')],
    ['note', vscode.l10n.t('Note')],
    ['tags', vscode.l10n.t('Tags')],
    ['passages', vscode.l10n.t('Passages')],
    ['reportedBy', vscode.l10n.t('Reported by')],
    ['quoteType', vscode.l10n.t('Kind of quotation')],
    ['cue', vscode.l10n.t('Cue')],
    ['origin', vscode.l10n.t('Proposed by')],
  ]);
  return names.get(field) ?? field;
}

/** A row's name with how many annotations stand below it, for screen readers. */
export function spokenCount(name: string, count: number): string {
  return count === 1
    ? vscode.l10n.t('{0}, 1 annotation', name)
    : vscode.l10n.t('{0}, {1} annotations', name, count);
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

/** A type of links with where they lead: from here, or to here. */
export function linkArrow(type: string, isFromHere: boolean): string {
  return isFromHere ? `→ ${type}` : `← ${type}`;
}

/** Icons of the default roles; others get one for all. */
export function roleIcon(role: string): string {
  return (
    ({ claim: 'megaphone', evidence: 'beaker', rebuttal: 'reply' } as Record<string, string>)[
      role
    ] ?? 'tag'
  );
}
