import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { shiftEntry } from '../../core/codebook/edit/arrange';
import { addAlias, removeEntry, setEntry } from '../../core/codebook/edit/editCodebook';
import { entriesOf, readCodebook } from '../../core/codebook/readCodebook';
import { entryName } from '../../core/codebook/sections';
import { SECTION_OF } from '../../core/rename/renamedCodebook';
import { RefusedError } from '../../core/model/problem';
import { RENAMED_FIELDS, type RenamedField } from '../../core/rename/renaming';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { notify } from '../../ui/notify';
import type { CodebookSources } from './askEntry';
import {
  askEntryField,
  entryFieldName,
  FIELDS,
  shownValue,
  type EditedSection,
  type EntryField,
} from './entryFields';

/** An entry of a codebook. */
export interface EntryPlace {
  readonly codebook: vscode.Uri;
  readonly section: EditedSection;
  readonly name: string;
}

/**
 * What a row of an entry's list does; tells what the entry is called afterwards, null ends the
 * list.
 */
type Act = () => Promise<string | null>;

/**
 * Lets the analyst change one field of an entry after the other, each written at once, until he
 * closes the list.
 *
 * @returns `BACK` for the list that the entry stands in
 */
export async function editEntry(
  sources: CodebookSources,
  { codebook, section, name }: EntryPlace,
): Promise<typeof BACK | undefined> {
  let place = { codebook, section, name };
  let last: string | undefined;
  for (;;) {
    const rows = rowsFor(sources, place);
    const act = await askChoice({
      title: place.name,
      placeholder: vscode.l10n.t('What do you want to change? Esc when you are done.'),
      choices: rows,
      active: rows.find(({ label }) => label === last),
      canGoBack: true,
    });
    if (act === undefined || act === BACK) return act;
    last = rows.find(({ value }) => value === act)?.label;
    const next = await refusalsShown(act, place.name);
    if (next === null) return undefined;
    place = { ...place, name: next };
  }
}

/** What can't be done is said, and the list goes on. */
async function refusalsShown(act: Act, name: string): Promise<string | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    void notify.error(error.message);
    return name;
  }
}

function rowsFor(sources: CodebookSources, place: EntryPlace): Choice<Act>[] {
  const { section } = place;
  return [
    ...FIELDS[section].map((field) => fieldRow(sources, place, field)),
    ...(section === 'views' ? [] : everywhereRows(place)),
    moveRow(sources, place, -1),
    moveRow(sources, place, 1),
    removeRow(sources, place),
  ];
}

function fieldRow(sources: CodebookSources, place: EntryPlace, field: EntryField): Choice<Act> {
  const { codebook, name } = place;
  const entry = entryAt(sources, place);
  return {
    label: entryFieldName(field),
    description: field === 'name' ? name : shownValue(field, entry),
    iconPath: new vscode.ThemeIcon('edit'),
    value: async () => {
      const answer = await askEntryField(field, entry);
      if (answer === undefined) return name;
      await sources.codebookEditor.change(codebook, (text) =>
        withField(text, place, field, answer),
      );
      return field === 'name' && typeof answer === 'string' ? answer : name;
    },
  };
}

/** The text with a field's new value; no name may be another speaker's. */
function withField(
  text: string,
  { section, name }: EntryPlace,
  field: EntryField,
  value: string | readonly string[] | null,
): string {
  if (field !== 'aliases' || !Array.isArray(value))
    return setEntry(text, section, name, { [field]: value });
  const known = readCodebook(text).codebook.speakers.find((one) => one.name === name);
  const { aliases = [] } = known ?? {};
  const kept = aliases.filter((alias) => value.includes(alias));
  const added = (value as readonly string[]).filter((alias) => !aliases.includes(alias));
  return added.reduce(
    (before, alias) => addAlias(before, name, alias),
    setEntry(text, section, name, kept.length === aliases.length ? {} : { aliases: kept }),
  );
}

/** What changes the annotations too. */
function everywhereRows({ section, name }: EntryPlace): Choice<Act>[] {
  const field = fieldOf(section);
  const run = (command: CommandId) => async () => {
    await vscode.commands.executeCommand(command, { field, from: name, byHand: true });
    return null;
  };
  return [
    {
      label: vscode.l10n.t('Rename everywhere…'),
      iconPath: new vscode.ThemeIcon('replace-all'),
      value: run(COMMANDS.rename),
    },
    {
      label: vscode.l10n.t('Merge into another one…'),
      iconPath: new vscode.ThemeIcon('merge'),
      value: run(COMMANDS.mergeInto),
    },
  ];
}

function moveRow(
  { codebookEditor }: CodebookSources,
  { codebook, section, name }: EntryPlace,
  by: 1 | -1,
): Choice<Act> {
  return {
    label: by < 0 ? vscode.l10n.t('Move up') : vscode.l10n.t('Move down'),
    iconPath: new vscode.ThemeIcon(by < 0 ? 'arrow-up' : 'arrow-down'),
    value: async () => {
      await codebookEditor.change(codebook, (text) => shiftEntry(text, section, name, by));
      return name;
    },
  };
}

function removeRow(sources: CodebookSources, { codebook, section, name }: EntryPlace): Choice<Act> {
  return {
    label: vscode.l10n.t('Take out of the codebook'),
    description:
      section === 'views' ? '' : vscode.l10n.t('annotations keep it, and Problems tells of them'),
    iconPath: new vscode.ThemeIcon('trash'),
    value: async () => {
      await sources.codebookEditor.change(codebook, (text) => removeEntry(text, section, name));
      return null;
    },
  };
}

function entryAt(
  { codebookEditor }: CodebookSources,
  { codebook, section, name }: EntryPlace,
): object | undefined {
  const file = codebookEditor.read(codebook);
  if (file === undefined) return undefined;
  return entriesOf(file, section).find((entry) => entryName(section, entry) === name);
}

/** What annotations have of a list. */
function fieldOf(section: EditedSection): RenamedField | undefined {
  return RENAMED_FIELDS.find((field) => field !== 'tag' && SECTION_OF[field] === section);
}
