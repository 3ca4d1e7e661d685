import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { splitList, type Value } from '../../ui/asking/fieldValues';
import { fieldName } from '../../ui/labels';

/** What else the answer may be: no value at all, or one that isn't in the list. */
interface Freedom {
  readonly canBeOpen?: boolean;
  readonly canBeNew?: boolean;
}

/**
 * Asks for the value of a field.
 *
 * @returns null if it shall be left open; undefined if the question was closed
 */
export async function askValue(
  field: string,
  values: readonly Value[],
  present: string | undefined,
  { canBeOpen = false, canBeNew = false }: Freedom = {},
): Promise<string | null | undefined> {
  const rows: Choice<string | null>[] = values.map(
    ({ value, label, description = value === label ? '' : value }) => ({
      label,
      ...(description !== '' && { description }),
      value,
    }),
  );
  const openRow: Choice<string | null> = {
    label: vscode.l10n.t('Leave open'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    value: null,
  };
  const newRow = (text: string): Choice<string | null> | undefined =>
    values.some(({ value }) => value === text)
      ? undefined
      : {
          label: vscode.l10n.t('New: {0}', text),
          iconPath: new vscode.ThemeIcon('add'),
          value: text,
        };
  const answer = await askChoice<string | null>({
    title: fieldName(field),
    placeholder: canBeNew
      ? vscode.l10n.t('Choose, or type something new')
      : vscode.l10n.t('Choose'),
    choices: rows,
    active: rows.find(({ value }) => value === present),
    ...(canBeNew && { newRow }),
    ...(canBeOpen && { openRow }),
  });
  return answer === BACK ? undefined : answer;
}

/**
 * Asks for a note. One of several lines doesn't fit into an input box, which would lose the line
 * ends: that is edited in the sidecar.
 *
 * @throws RefusedError if it has several lines
 */
export async function askNote(note = ''): Promise<string | null | undefined> {
  if (note.includes('\n'))
    throw new RefusedError(
      vscode.l10n.t('This note has several lines: edit it in the sidecar, beside the article.'),
    );
  return askText(vscode.l10n.t('Note; empty removes it.'), note);
}

/** Asks for tags, with commas between them. */
export async function askTags(
  tags: readonly string[] = [],
): Promise<readonly string[] | null | undefined> {
  return askList(vscode.l10n.t('Tags, with commas between them; empty removes them.'), tags);
}

async function askList(
  prompt: string,
  values: readonly string[],
): Promise<readonly string[] | null | undefined> {
  const typed = await askText(prompt, values.join(', '));
  if (typed === undefined || typed === null) return typed;
  return splitList(typed);
}

/** Asks for a text; the empty one removes the field. */
async function askText(prompt: string, value: string): Promise<string | null | undefined> {
  const typed = await vscode.window.showInputBox({ prompt, value, ignoreFocusOut: true });
  return typed === undefined ? undefined : typed.trim() || null;
}
