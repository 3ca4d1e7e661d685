import * as v from 'valibot';
import * as vscode from 'vscode';
import { isMapping } from '../../core/model/sameValue';
import { codebookEntrySchema } from '../../core/model/schema';
import type { Section } from '../../core/codebook/sections';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';

/** The lists whose entries are edited by hand. */
export const EDITED_SECTIONS = [
  'topics',
  'speakers',
  'roles',
  'stances',
  'links',
  'views',
] as const satisfies readonly Section[];

export type EditedSection = (typeof EDITED_SECTIONS)[number];

/** The fields that are asked for, in the order of the list. */
export const FIELDS: Readonly<Record<EditedSection, readonly EntryField[]>> = {
  topics: ['statement', 'label', 'description', 'color'],
  speakers: ['label', 'aliases', 'type', 'affiliation', 'description', 'color', 'sameAs'],
  roles: ['label', 'description', 'color'],
  stances: ['label', 'description', 'color'],
  links: ['label', 'description', 'color'],
  views: ['name', 'description'],
};

export type EntryField =
  | 'statement'
  | 'label'
  | 'aliases'
  | 'type'
  | 'affiliation'
  | 'description'
  | 'color'
  | 'sameAs'
  | 'name';

/** What lists are called on the screen. */
export function sectionName(section: EditedSection): string {
  return {
    topics: vscode.l10n.t('Topics'),
    speakers: vscode.l10n.t('Speakers'),
    roles: vscode.l10n.t('Roles'),
    stances: vscode.l10n.t('Stances'),
    links: vscode.l10n.t('Link types'),
    views: vscode.l10n.t('Saved views'),
  }[section];
}

/** What fields of entries are called on the screen. */
export function entryFieldName(field: EntryField): string {
  return {
    statement: vscode.l10n.t('Statement'),
    label: vscode.l10n.t('Label'),
    aliases: vscode.l10n.t('Other names'),
    type: vscode.l10n.t('Person or organization'),
    affiliation: vscode.l10n.t('Affiliation'),
    description: vscode.l10n.t('Description'),
    color: vscode.l10n.t('Colour'),
    sameAs: vscode.l10n.t('Address of the same one elsewhere'),
    name: vscode.l10n.t('Name'),
  }[field];
}

/** A field's value for the screen. */
export function shownValue(field: EntryField, entry: unknown): string {
  const value = isMapping(entry) ? entry[field] : undefined;
  if (Array.isArray(value)) return value.map(String).join(' · ');
  if (field === 'type' && typeof value === 'string') return typeNames()[value] ?? value;
  return typeof value === 'string' ? value : '';
}

/**
 * Asks for another value of a field.
 *
 * @returns null removes it; undefined: the question was closed
 */
export async function askEntryField(
  field: EntryField,
  entry: unknown,
): Promise<string | readonly string[] | null | undefined> {
  const present = isMapping(entry) ? entry[field] : undefined;
  switch (field) {
    case 'type':
      return askType(present);
    case 'aliases':
      return askAliases(Array.isArray(present) ? present.map(String) : []);
    default:
      return askLine(field, typeof present === 'string' ? present : '');
  }
}

const typeNames = (): Readonly<Record<string, string>> => ({
  person: vscode.l10n.t('person'),
  organization: vscode.l10n.t('organization'),
});

async function askType(present: unknown): Promise<string | null | undefined> {
  const choices = Object.entries(typeNames()).map(([value, label]): Choice<string | null> => ({
    label,
    value,
  }));
  const answer = await askChoice<string | null>({
    title: entryFieldName('type'),
    placeholder: vscode.l10n.t('Choose'),
    choices,
    active: choices.find(({ value }) => value === present),
    openRow: { label: vscode.l10n.t('Leave open'), value: null },
  });
  return answer === BACK ? undefined : answer;
}

/** One name at a time: a comma may be part of one. */
async function askAliases(
  present: readonly string[],
): Promise<readonly string[] | null | undefined> {
  const answer = await askChoice<{ readonly added?: string; readonly removed?: string }>({
    title: entryFieldName('aliases'),
    placeholder: vscode.l10n.t('Type another name; choose one to take it away'),
    choices: present.map((name) => ({
      label: name,
      description: vscode.l10n.t('take away'),
      iconPath: new vscode.ThemeIcon('trash'),
      value: { removed: name },
    })),
    newRow: (typed) => ({
      label: vscode.l10n.t('Add: {0}', typed),
      iconPath: new vscode.ThemeIcon('add'),
      value: { added: typed },
    }),
  });
  if (answer === undefined || answer === BACK) return undefined;
  const { added, removed } = answer;
  return [...present.filter((name) => name !== removed), ...(added === undefined ? [] : [added])];
}

async function askLine(field: EntryField, present: string): Promise<string | null | undefined> {
  // A box of one line would lose the line ends.
  const isLong = present.includes('\n');
  const typed = await vscode.window.showInputBox({
    title: entryFieldName(field),
    prompt: isLong
      ? vscode.l10n.t('This has several lines: edit it in the codebook.')
      : promptFor(field),
    value: isLong ? '' : present,
    ignoreFocusOut: true,
    validateInput: (text) => whyWrong(field, isLong, text.trim()),
  });
  if (typed === undefined || isLong) return undefined;
  return typed.trim() || null;
}

function promptFor(field: EntryField): string {
  if (field === 'name') return vscode.l10n.t('The name of the view');
  return field === 'color'
    ? vscode.l10n.t('#rgb, #rrggbb or #rrggbbaa; empty removes it')
    : vscode.l10n.t('Empty removes it');
}

function whyWrong(field: EntryField, isLong: boolean, text: string): string | undefined {
  if (isLong) return vscode.l10n.t('This has several lines: edit it in the codebook.');
  if (field === 'name' && text === '') return vscode.l10n.t('A name must not be empty.');
  const isColor = text === '' || v.is(codebookEntrySchema.entries.color.wrapped, text);
  return field === 'color' && !isColor
    ? vscode.l10n.t('A colour is #rgb, #rrggbb or #rrggbbaa.')
    : undefined;
}
