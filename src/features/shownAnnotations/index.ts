import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import { requireFilter } from '../../core/corpus/query/filter';
import { RefusedError } from '../../core/model/problem';
import { SIDEBAR_GROUPINGS, VIEW_ORDERS } from '../../core/corpus/view/viewSettings';
import { registerCommand } from '../../ui/commands';
import { setContext } from '../../ui/context';
import { FilterWords } from '../../ui/sidebar/filterWords';
import type { Registration, Services } from '../services';
import { askFilter } from './askFilter';
import { askGrouping, askOrder } from './askGrouping';

const byArguments = v.looseObject({ by: v.exactOptional(v.string()) });
const filterArguments = v.looseObject({ filter: v.exactOptional(v.unknown()) });

/** What the sidebar shows: its groups, their order, and the filter. */
export function register(
  services: Pick<Services, 'codebooks' | 'index' | 'labels' | 'view'>,
): Registration {
  const { view, labels } = services;
  const tell = () => setContext(CONTEXT_KEYS.isFiltered, view.isFiltered);
  tell();
  return vscode.Disposable.from(
    view.onDidChange(tell),
    registerCommand(COMMANDS.groupBy, byArguments, async ({ by }) => {
      const groupBy =
        by === undefined ? await askGrouping(view.settings.groupBy) : oneOf(by, SIDEBAR_GROUPINGS);
      if (groupBy !== undefined) view.set({ groupBy });
    }),
    registerCommand(COMMANDS.sortBy, byArguments, async ({ by }) => {
      const sortBy =
        by === undefined ? await askOrder(view.settings.sortBy) : oneOf(by, VIEW_ORDERS);
      if (sortBy !== undefined) view.set({ sortBy });
    }),
    registerCommand(COMMANDS.filter, filterArguments, async ({ filter }) => {
      if (filter !== undefined) {
        view.set({ filter: requireFilter(filter ?? {}) });
        return;
      }
      services.index.startLoading();
      const before = view.settings.filter;
      const asked = await askFilter(services, new FilterWords(labels), before, (shown) =>
        view.set({ filter: shown }),
      );
      view.set({ filter: asked ?? before });
    }),
    registerCommand(COMMANDS.clearFilter, v.looseObject({}), () => {
      view.set({ filter: {} });
      return Promise.resolve();
    }),
  );
}

function oneOf<T extends string>(given: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given);
  if (found === undefined)
    throw new RefusedError(
      vscode.l10n.t('“{0}” must be {1}.', 'by', allowed.map((one) => `"${one}"`).join(' | ')),
    );
  return found;
}
