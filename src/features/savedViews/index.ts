import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../../contributions';
import { removeEntry, setEntry } from '../../core/codebook/edit/editCodebook';
import { requireFilter } from '../../core/corpus/query/filter';
import { RefusedError } from '../../core/model/problem';
import type { SavedView } from '../../core/model/types';
import { askCodebook, codebookListing } from '../../ui/codebook/askCodebook';
import { registerCommand, uriArgument } from '../../ui/commands';
import { DEFAULTS, type SidebarSettings } from '../../ui/sidebar/sidebarView';
import { articlePath } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';
import { askNameToSave, askView, confirmOverwriting } from './askView';

const viewArguments = v.looseObject({
  name: v.exactOptional(v.string()),
  uri: v.exactOptional(uriArgument),
});

type ViewArguments = v.InferOutput<typeof viewArguments>;

type Needs = Pick<Services, 'codebookEditor' | 'codebooks' | 'labels' | 'view'>;

/** Views of the sidebar (filter, groups, order), saved by name in the codebook. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerCommand(COMMANDS.saveView, viewArguments, (args, { byHand }) =>
      saveView(services, args, byHand),
    ),
    registerCommand(COMMANDS.openView, viewArguments, async ({ name }, { byHand }) => {
      const saved = await findView(services, name, vscode.l10n.t('Open which view?'));
      if (saved === undefined) return undefined;
      services.view.set(settingsOf(saved));
      if (byHand) await vscode.commands.executeCommand(`${VIEWS.annotations}.focus`);
      return saved;
    }),
    registerCommand(COMMANDS.removeView, viewArguments, async ({ name }) => {
      const saved = await findView(services, name, vscode.l10n.t('Remove which view?'));
      const codebook = saved && codebookListing(services.codebooks.all(), 'views', saved.name);
      if (codebook === undefined) return undefined;
      await services.codebookEditor.change(codebook, (text) =>
        removeEntry(text, 'views', saved?.name ?? ''),
      );
      return { codebook: articlePath(codebook) };
    }),
  );
}

/** The views that are saved; of two of the same name, the first folder's. */
function savedViews({ codebooks }: Pick<Services, 'codebooks'>): SavedView[] {
  const views = new Map<string, SavedView>();
  for (const file of codebooks.all())
    for (const view of file.views) if (!views.has(view.name)) views.set(view.name, view);
  return [...views.values()];
}

async function saveView(
  services: Needs,
  { name: given, uri }: ViewArguments,
  byHand: boolean,
): Promise<{ readonly codebook: string } | undefined> {
  const { codebooks, codebookEditor, view } = services;
  await codebooks.loadCodebooks();
  const saved = savedViews(services);
  const name = (given ?? (await askNameToSave(services, saved)))?.trim();
  if (name === undefined) return undefined;
  if (name === '') throw new RefusedError(vscode.l10n.t('A name must not be empty.'));
  const isThere = saved.some((one) => one.name === name);
  if (isThere && byHand && !(await confirmOverwriting(name))) return undefined;
  const codebook =
    (uri === undefined ? codebookListing(codebooks.all(), 'views', name) : undefined) ??
    (await askCodebook(codebookEditor, { uri, byHand }));
  if (codebook === undefined) return undefined;
  const { filter, groupBy, sortBy } = view.settings;
  const content = { filter: view.isFiltered ? filter : null, groupBy, sortBy };
  await codebookEditor.change(codebook, (text) => setEntry(text, 'views', name, content));
  return { codebook: articlePath(codebook) };
}

/**
 * The saved view of a name, or the one that is chosen.
 *
 * @throws RefusedError if there is none, with the names of those that there are
 */
async function findView(
  services: Needs,
  name: string | undefined,
  title: string,
): Promise<SavedView | undefined> {
  await services.codebooks.loadCodebooks();
  const saved = savedViews(services);
  if (saved.length === 0)
    throw new RefusedError(
      vscode.l10n.t('No view is saved yet: “Save View…” keeps what the sidebar shows now.'),
    );
  if (name === undefined) return askView(services, saved, title);
  const found = saved.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = saved.map((one) => one.name).join(', ');
  throw new RefusedError(
    vscode.l10n.t('There is no saved view “{0}”. There are: {1}.', name, names),
  );
}

/** What a saved view shows; what it doesn't say is as in a new workspace. */
function settingsOf({ filter, groupBy, sortBy }: SavedView): SidebarSettings {
  return {
    filter: requireFilter(filter ?? {}),
    groupBy: groupBy ?? DEFAULTS.groupBy,
    sortBy: sortBy ?? DEFAULTS.sortBy,
  };
}
