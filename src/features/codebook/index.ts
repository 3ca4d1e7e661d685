import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import { shiftEntry } from '../../core/codebook/edit/arrange';
import { addAlias, removeEntry, setEntry } from '../../core/codebook/edit/editCodebook';
import { RefusedError } from '../../core/model/problem';
import { shownText } from '../../core/text/shownText';
import { SECTION_OF } from '../../core/rename/renamedCodebook';
import { BACK } from '../../ui/asking/ask';
import { askCodebook, codebookListing } from '../../ui/codebook/askCodebook';
import { registerCommand, uriArgument } from '../../ui/commands';
import { setContext } from '../../ui/context';
import { groupArgument } from '../../ui/sidebar/groupRef';
import { articlePath } from '../../workspace/platform/uris';
import type { Registration } from '../services';
import { askEntry, askSection, type CodebookSources } from './askEntry';
import { editEntry, type EntryPlace } from './editEntry';
import { EDITED_SECTIONS, type EditedSection } from './entryFields';
import { makeCodebook } from './makeCodebook';

const inFolder = v.looseObject({ uri: v.exactOptional(uriArgument) });

const entryArguments = v.looseObject({
  ...groupArgument.entries,
  ...inFolder.entries,
  section: v.exactOptional(v.picklist(EDITED_SECTIONS)),
  name: v.exactOptional(v.string()),
  /** Fields with their new values, null removes one; null for all: the entry is taken out. */
  changes: v.exactOptional(v.nullable(v.record(v.string(), v.unknown()))),
});

const aliasArguments = v.looseObject({
  ...groupArgument.entries,
  ...inFolder.entries,
  name: v.exactOptional(v.string()),
  alias: v.exactOptional(v.string()),
});

type EntryArguments = v.InferOutput<typeof entryArguments>;

/** What a command on a codebook returns. */
type Written = { readonly codebook: string; readonly changed: boolean } | undefined;

/** Making and editing codebooks. */
export function register(services: CodebookSources): Registration {
  const { codebooks } = services;
  const tell = () => setContext(CONTEXT_KEYS.hasCodebook, codebooks.codebook !== undefined);
  tell();
  return vscode.Disposable.from(
    codebooks.onDidChange(tell),
    registerCommand(COMMANDS.makeCodebook, inFolder, async ({ uri }, { byHand }) => {
      const made = await makeCodebook(services, uri, byHand);
      if (made !== undefined && byHand) await vscode.window.showTextDocument(made);
      return made && { codebook: articlePath(made) };
    }),
    registerCommand(COMMANDS.editCodebook, entryArguments, (args, { byHand }) =>
      editCodebook(services, args, byHand),
    ),
    registerMove(services, COMMANDS.moveUp, -1),
    registerMove(services, COMMANDS.moveDown, 1),
    registerCommand(COMMANDS.addAlias, aliasArguments, async (args, { byHand }) => {
      const { name = args.value ?? undefined, alias } = args;
      if (name === undefined)
        throw new RefusedError(vscode.l10n.t('Say whose name it is: “{0}” is missing.', 'name'));
      const place = await placeOf(services, { ...args, section: 'speakers', name }, byHand);
      const added = alias ?? (place && (await askAlias(name)));
      if (place === undefined || added === undefined) return undefined;
      return write(services, place, (text) =>
        addAlias(setEntry(text, 'speakers', name, {}), name, added),
      );
    }),
  );
}

function registerMove(
  services: CodebookSources,
  command: typeof COMMANDS.moveUp | typeof COMMANDS.moveDown,
  by: 1 | -1,
): vscode.Disposable {
  return registerCommand(command, entryArguments, async (args, { byHand }) => {
    const place = await placeOf(services, args, byHand);
    if (place === undefined) return undefined;
    const { section, name } = place;
    return write(services, place, (text) => shiftEntry(text, section, name, by));
  });
}

async function editCodebook(
  services: CodebookSources,
  args: EntryArguments,
  byHand: boolean,
): Promise<Written> {
  const { changes } = args;
  if (changes === undefined) {
    await askEdits(services, args);
    return undefined;
  }
  const place = await placeOf(services, args, byHand);
  if (place === undefined) return undefined;
  const { section, name } = place;
  return write(services, place, (text) =>
    changes === null ? removeEntry(text, section, name) : setEntry(text, section, name, changes),
  );
}

/** Lets the analyst edit entries, from the list that he comes from on. */
async function askEdits(services: CodebookSources, args: EntryArguments): Promise<void> {
  await services.codebooks.loadCodebooks();
  if (sectionOf(args) !== undefined && nameOf(args) !== undefined) {
    const place = await placeOf(services, args, true);
    if (place !== undefined) await editEntry(services, place);
    return;
  }
  const codebook = await askCodebook(services.codebookEditor, { uri: args.uri, byHand: true });
  if (codebook === undefined) return;
  let section = sectionOf(args);
  for (;;) {
    section = await askSection(services, codebook, section);
    if (section === undefined) return;
    if ((await editList(services, codebook, section)) !== BACK) return;
  }
}

/** @returns `BACK` for the choice of a list */
async function editList(
  services: CodebookSources,
  codebook: vscode.Uri,
  section: EditedSection,
): Promise<typeof BACK | undefined> {
  for (;;) {
    const entry = await askEntry(services, codebook, section);
    if (entry === undefined || entry === BACK) return entry;
    const { name, isNew } = entry;
    const place = { codebook, section, name };
    if (isNew) await write(services, place, (text) => setEntry(text, section, name, {}));
    if ((await editEntry(services, place)) === undefined) return undefined;
  }
}

/** The entry that a command is about, and the codebook in which it is, or is to be. */
async function placeOf(
  { codebooks, codebookEditor }: CodebookSources,
  args: EntryArguments,
  byHand: boolean,
): Promise<EntryPlace | undefined> {
  const [section, name] = [sectionOf(args), nameOf(args)];
  if (section === undefined || name === undefined)
    throw new RefusedError(
      vscode.l10n.t('Say which entry it is: “{0}” and “{1}” are missing.', 'section', 'name'),
    );
  await codebooks.loadCodebooks();
  const codebook =
    (args.uri === undefined ? codebookListing(codebooks.all(), section, name) : undefined) ??
    (await askCodebook(codebookEditor, { uri: args.uri, byHand }));
  return codebook && { codebook, section, name };
}

function sectionOf({ section, field }: EntryArguments): EditedSection | undefined {
  const fields: Readonly<Record<string, EditedSection>> = SECTION_OF;
  return section ?? (field === undefined ? undefined : fields[field]);
}

function nameOf({ name, value }: EntryArguments): string | undefined {
  return name ?? value ?? undefined;
}

async function write(
  { codebookEditor }: CodebookSources,
  { codebook }: Pick<EntryPlace, 'codebook'>,
  edit: (text: string) => string,
): Promise<Written> {
  const changed = await codebookEditor.change(codebook, edit);
  return { codebook: articlePath(codebook), changed };
}

async function askAlias(name: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    // Not the prompt: VS Code makes links and icons of what stands there.
    title: shownText(vscode.l10n.t('Another name of “{0}”', name)),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('A name must not be empty.') : undefined,
  });
  return typed?.trim();
}
