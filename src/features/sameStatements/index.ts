import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { addEntry } from '../../core/codebook/edit/editCodebook';
import { timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import { quoteOf } from '../../core/model/quote';
import { pairsWith, refusedPairs, SAME } from '../../core/corpus/findings/refusedSame';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK } from '../../ui/asking/ask';
import { tellBulk, withProgress } from '../../ui/bulk';
import { registerCommand } from '../../ui/commands';
import { creatorOf } from '../../workspace/annotations/creator';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Registration, Services } from '../services';

const groupArguments = v.looseObject({
  ids: v.exactOptional(v.array(v.string())),
  id: v.exactOptional(v.string()),
});

type Needs = Pick<
  Services,
  'bulk' | 'codebookEditor' | 'codebooks' | 'history' | 'index' | 'logError'
>;

/** What becomes of a proposed group of same statements. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerCommand(COMMANDS.acceptSame, groupArguments, ({ ids }, { byHand }) =>
      accept(services, itemsOf(services, ids), byHand),
    ),
    registerCommand(COMMANDS.splitSame, groupArguments, async ({ ids, id }) => {
      const items = itemsOf(services, ids);
      const parted = id ?? (await askOne(items));
      if (parted === undefined) return;
      await refuse(services, items, pairsWith(parted, items.map(idOf)));
    }),
    registerCommand(COMMANDS.refuseSame, groupArguments, ({ ids }) => {
      const items = itemsOf(services, ids);
      return refuse(services, items, [items.map(idOf)]);
    }),
  );
}

function itemsOf({ index }: Needs, ids: readonly string[] | undefined): IndexedAnnotation[] {
  const items = (ids ?? []).flatMap((id) => index.corpus.withId(id)[0] ?? []);
  if (items.length < 2)
    throw new RefusedError(
      vscode.l10n.t('Choose a group of same statements in the view Findings first.'),
    );
  return items;
}

/** Links each of a group to the first one, as one step that can be taken back. */
async function accept(
  services: Needs,
  [first, ...others]: readonly IndexedAnnotation[],
  byHand: boolean,
): Promise<{ annotations: number; articles: number } | undefined> {
  if (first === undefined) return undefined;
  const link = { type: 'restates', target: first.annotation.id };
  const refs = others.map(({ uri, annotation }) => ({ uri, id: annotation.id }));
  const title = vscode.l10n.t('Linking annotations …');
  const result = await withProgress(byHand, title, refs.length, (options) =>
    services.bulk.changeFields(
      refs,
      ({ links = [] }) => ({
        links: links.some(({ type, target }) => type === link.type && target === link.target)
          ? links
          : [...links, link],
      }),
      options,
    ),
  );
  if (byHand) tellBulk(services, result);
  return { annotations: result.annotations, articles: result.articles };
}

async function askOne(items: readonly IndexedAnnotation[]): Promise<string | undefined> {
  const answer = await askChoice({
    title: vscode.l10n.t('Which one says something else?'),
    placeholder: vscode.l10n.t(
      'It is taken out of the group, and that is remembered in the codebook.',
    ),
    choices: items.map(({ annotation }) => ({
      label: excerpt(quoteOf(annotation), 80),
      description: annotation.speaker ?? '',
      value: annotation.id,
    })),
  });
  return answer === BACK ? undefined : answer;
}

/** Remembers in the codebook that some don't say the same; that can be taken back. */
async function refuse(
  { codebooks, codebookEditor }: Needs,
  items: readonly IndexedAnnotation[],
  lists: readonly (readonly string[])[],
): Promise<void> {
  const [first] = items;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const codebook = codebookEditor.codebookOf(first?.uri) ?? codebookEditor.codebookOf(folder?.uri);
  if (codebook === undefined || first === undefined) return;
  await codebooks.loadCodebooks();
  const isRefused = refusedPairs(codebooks.all().flatMap(({ findings }) => findings));
  const by = await creatorOf(first.uri);
  const fresh = lists.filter((ids) =>
    ids.some((id, i) => ids.slice(0, i).some((other) => !isRefused(id, other))),
  );
  await codebookEditor.change(codebook, (text) =>
    fresh.reduce(
      (before, ids) =>
        addEntry(before, 'findings', {
          kind: SAME,
          ids,
          reason: vscode.l10n.t('Not the same statement.'),
          ...(by !== undefined && { by }),
          at: timestamp(new Date()),
        }),
      text,
    ),
  );
}

function idOf({ annotation }: IndexedAnnotation): string {
  return annotation.id;
}
