import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { addEntries, changeEntry, removeEntry } from '../../core/codebook/edit/editCodebook';
import { readCodebook } from '../../core/codebook/readCodebook';
import { entryName } from '../../core/codebook/sections';
import type { FindingRef } from '../../core/corpus/findings/allFindings';
import { timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import { askCodebook, codebookListing } from '../../ui/codebook/askCodebook';
import { registerCommand, uriArgument } from '../../ui/commands';
import { creatorOf } from '../../workspace/annotations/creator';
import { uriOfKey } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';

const findingSchema = v.looseObject({ kind: v.string(), ids: v.array(v.string()) });

const findingArguments = v.looseObject({
  finding: v.exactOptional(findingSchema),
  /** Several, whose rows were selected together. */
  findings: v.exactOptional(v.array(findingSchema)),
  reason: v.exactOptional(v.string()),
  uri: v.exactOptional(uriArgument),
});

type FindingArguments = v.InferOutput<typeof findingArguments>;
type Needs = Pick<Services, 'codebookEditor' | 'codebooks' | 'index'>;

/** Findings that an analyst looked at: set aside with a reason, or taken back. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerCommand(COMMANDS.setAside, findingArguments, async (args, { byHand }) => {
      const findings = requireFindings(args);
      const reason = (args.reason ?? (await askReason(findings.length)))?.trim();
      if (reason === undefined) return undefined;
      return setAside(services, findings, reason, byHand);
    }),
    registerCommand(COMMANDS.bringBack, findingArguments, (args) =>
      bringBack(services, requireFindings(args)),
    ),
  );
}

function requireFindings({ finding, findings }: FindingArguments): readonly FindingRef[] {
  const meant = findings ?? (finding === undefined ? [] : [finding]);
  if (meant.length > 0) return meant;
  throw new RefusedError(vscode.l10n.t('Say which finding it is: “{0}” is missing.', 'finding'));
}

/**
 * Notes in the codebook of the folder that findings are none, for a reason.
 *
 * @returns how many there were
 */
async function setAside(
  { codebookEditor, codebooks, index }: Needs,
  findings: readonly FindingRef[],
  reason: string,
  byHand: boolean,
): Promise<{ readonly findings: number } | undefined> {
  await codebooks.loadCodebooks();
  await index.loadWorkspace();
  // Of one folder all at once: it is one step to undo.
  const [key] = findings.flatMap(({ ids }) =>
    ids.flatMap((id) => [...index.corpus.articlesWithId(id)]),
  );
  const uri = key === undefined ? undefined : uriOfKey(key);
  const isInFolder = codebookEditor.codebookOf(uri) !== undefined;
  const codebook = await askCodebook(codebookEditor, {
    uri: isInFolder ? uri : undefined,
    byHand,
  });
  if (codebook === undefined) return undefined;
  const by = await creatorOf(codebook);
  const decided = { reason, ...(by !== undefined && { by }), at: timestamp(new Date()) };
  await codebookEditor.change(codebook, (text) => {
    const nameOf = (one: FindingRef) => entryName('findings', one) ?? '';
    const known = new Set(readCodebook(text).findings.map(nameOf));
    const entries = new Map(
      findings.map(({ kind, ids }) => [nameOf({ kind, ids }), { kind, ids, ...decided }]),
    );
    const others = [...entries].flatMap(([name, entry]) => (known.has(name) ? [] : [entry]));
    // What was set aside before gets the new reason.
    return [...entries.keys()]
      .filter((name) => known.has(name))
      .reduce(
        (before, name) => changeEntry(before, 'findings', name, decided),
        addEntries(text, 'findings', others),
      );
  });
  return { findings: findings.length };
}

/** Takes findings that were set aside back. */
async function bringBack(
  { codebookEditor, codebooks }: Needs,
  findings: readonly FindingRef[],
): Promise<{ readonly findings: number }> {
  await codebooks.loadCodebooks();
  const byCodebook = new Map<string, string[]>();
  for (const finding of findings) {
    const name = entryName('findings', finding) ?? '';
    const codebook = codebookListing(codebooks.all(), 'findings', name);
    if (codebook === undefined)
      throw new RefusedError(vscode.l10n.t('This finding was not set aside.'));
    const key = codebook.toString();
    byCodebook.set(key, [...(byCodebook.get(key) ?? []), name]);
  }
  for (const [key, names] of byCodebook)
    await codebookEditor.change(uriOfKey(key), (text) =>
      names.reduce((before, name) => removeEntry(before, 'findings', name), text),
    );
  return { findings: findings.length };
}

async function askReason(count: number): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title:
      count === 1
        ? vscode.l10n.t('Set the finding aside')
        : vscode.l10n.t('Set {0} findings aside', count),
    prompt: vscode.l10n.t('Why is it none? The reason is kept in the codebook'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('Give a reason in a few words.') : undefined,
  });
}
