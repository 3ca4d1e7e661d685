import * as v from 'valibot';
import { COMMANDS } from '../../contributions';
import { renewIds } from '../../core/merge/changes/renewIds';
import { registerCommand, uriArgument } from '../../ui/commands';
import type { Registration, Services } from '../services';

const fileArguments = v.object({ uri: uriArgument });

/** Giving the annotations of a copied article new ids. */
export function registerRenewIds({
  index,
  sidecars,
}: Pick<Services, 'index' | 'sidecars'>): Registration {
  return registerCommand(COMMANDS.renewIds, fileArguments, async ({ uri }) => {
    await index.loadWorkspace();
    const isTaken = (id: string) => index.corpus.withId(id).length > 0;
    const isElsewhere = (id: string) =>
      index.corpus.withId(id).some(({ article }) => article !== uri.toString());
    let ids = new Map<string, string>();
    const { saved } = await sidecars.editSidecar(uri, (present) => {
      const all = present.entries.flatMap(({ id }) => id ?? []);
      const renewed = renewIds(present, { has: isTaken }, new Set(all.filter(isElsewhere)));
      ids = new Map(renewed.ids);
      return renewed.file;
    });
    return { ids: Object.fromEntries(ids), ...(!saved && { saved }) };
  });
}
