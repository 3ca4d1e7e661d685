import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { RENAMED_FIELDS, type RenamedField } from '../../core/rename/renaming';
import { registerCommand } from '../../ui/commands';
import { groupArgument } from '../../ui/sidebar/groupRef';
import { notify } from '../../ui/notify';
import { tellBulk, withProgress } from '../../ui/bulk';
import type { Registration, Services } from '../services';
import { askName, askNewName, askRenamedField, confirmRenaming } from './askRenaming';
import { planRenaming, renameEverywhere, type RenameServices } from './renameEverywhere';

const renameArguments = v.looseObject({
  ...groupArgument.entries,
  from: v.exactOptional(v.string()),
  to: v.exactOptional(v.string()),
  /** The new name was typed where the old one stands: only a merge is asked about once more. */
  inPlace: v.exactOptional(v.boolean()),
});
type RenameArguments = v.InferOutput<typeof renameArguments>;

type Needs = RenameServices & Pick<Services, 'history' | 'labels' | 'logError'>;

/** Renames speakers, topics and tags everywhere, and makes two of them one. */
export function register(services: Needs): Registration {
  const run = (
    args: RenameArguments,
    byHand: boolean,
    askTo: (field: RenamedField, from: string) => Promise<string | undefined>,
  ) => renameByArguments(services, args, byHand, askTo);
  const newName = (_: RenamedField, from: string) => askNewName(from);
  const otherName = (field: RenamedField, from: string) =>
    askName(services, field, vscode.l10n.t('Merge “{0}” into', from), from);
  return vscode.Disposable.from(
    registerCommand(COMMANDS.rename, renameArguments, (args, { byHand }) =>
      run(args, byHand, newName),
    ),
    registerCommand(COMMANDS.renameSpeaker, renameArguments, (args, { byHand }) =>
      run({ ...args, field: 'speaker' }, byHand, newName),
    ),
    registerCommand(COMMANDS.mergeInto, renameArguments, (args, { byHand }) =>
      run(args, byHand, otherName),
    ),
  );
}

async function renameByArguments(
  services: Needs,
  args: RenameArguments,
  byHand: boolean,
  askTo: (field: RenamedField, from: string) => Promise<string | undefined>,
): Promise<{ annotations: number; articles: number } | undefined> {
  const field = args.field === undefined ? await askRenamedField() : renamedField(args.field);
  if (field === undefined) return undefined;
  const from =
    args.from ??
    args.value ??
    (await askName(services, field, vscode.l10n.t('Which one?'), undefined));
  if (from === undefined) return undefined;
  const to = args.to ?? (await askTo(field, from));
  if (to === undefined) return undefined;
  const plan = await planRenaming(services, { field, from, to });
  const isKnown = plan.annotations.length > 0 || plan.codebooks.length > 0;
  if (!isKnown) throw new RefusedError(vscode.l10n.t('There is no “{0}” to rename.', from));
  const isAsked = byHand && (args.inPlace !== true || plan.isMerge);
  if (isAsked && !(await confirmRenaming(services, plan))) return undefined;
  const articles = new Set(plan.annotations.map(({ article }) => article)).size;
  const result = await withProgress(byHand, vscode.l10n.t('Renaming …'), articles, (options) =>
    renameEverywhere(services, plan, options),
  );
  if (byHand) tellBulk(services, result);
  else if (result.failures.length > 0) void notify.warning(result.failures.join(' '));
  return { annotations: result.annotations, articles: result.articles };
}

function renamedField(given: string): RenamedField {
  const field = RENAMED_FIELDS.find((one) => one === given);
  if (field === undefined)
    throw new RefusedError(
      vscode.l10n.t(
        '“{0}” must be {1}.',
        'field',
        RENAMED_FIELDS.map((one) => `"${one}"`).join(' | '),
      ),
    );
  return field;
}
