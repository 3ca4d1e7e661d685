import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { unknownValues, type UnknownValue } from '../../core/codebook/unknownValues';
import type { Vocabulary } from '../../core/codebook/vocabulary';
import type { Annotation } from '../../core/model/types';
import { SECTION_OF } from '../../core/rename/renamedCodebook';
import { excerpt } from '../../core/text/excerpt';
import { shownText } from '../../core/text/shownText';
import { linkArgument } from '../../ui/commands';

/** A command that does something about a row of Problems. */
export interface ValueFix {
  readonly title: string;
  readonly command: CommandId;
  readonly argument: object;
}

/** How much of a value a title shows, in columns. */
const SHOWN = 40;

/**
 * What can be done about values that the codebook doesn't have: add them, replace them by the one
 * that was probably meant, here or everywhere, or by another one.
 *
 * @param code of the row, such as `unknown-role`
 * @param message which names the value: an annotation may have links of several unknown types
 */
export function valueFixes(
  code: string,
  message: string,
  { annotation, uri }: { readonly annotation: Annotation; readonly uri: vscode.Uri },
  vocabulary: Vocabulary,
): ValueFix[] {
  return unknownValues(annotation, vocabulary)
    .filter(({ field, value }) => code === `unknown-${field}` && message.includes(shownText(value)))
    .flatMap((unknown) => [
      ...meantFixes(unknown, annotation, uri),
      addFix(unknown, uri),
      ...aliasFixes(unknown, uri),
      otherFix(unknown),
    ]);
}

function addFix({ field, value }: UnknownValue, uri: vscode.Uri): ValueFix {
  return {
    title: vscode.l10n.t('Add “{0}” to the codebook', shown(value)),
    command: COMMANDS.editCodebook,
    argument: {
      section: SECTION_OF[field],
      name: value,
      changes: {},
      uri: uri.toString(),
      byHand: true,
    },
  };
}

function aliasFixes({ field, value, meant }: UnknownValue, uri: vscode.Uri): ValueFix[] {
  if (field !== 'speaker' || meant === undefined) return [];
  return [
    {
      title: vscode.l10n.t('Add “{0}” as another name of “{1}”', shown(value), shown(meant)),
      command: COMMANDS.addAlias,
      argument: { name: meant, alias: value, uri: uri.toString(), byHand: true },
    },
  ];
}

function meantFixes(
  { field, value, meant }: UnknownValue,
  annotation: Annotation,
  uri: vscode.Uri,
): ValueFix[] {
  if (meant === undefined) return [];
  const links = (annotation.links ?? []).map((link) =>
    link.type === value ? { ...link, type: meant } : link,
  );
  const changes = field === 'link' ? { links } : { [field]: meant };
  return [
    {
      title: vscode.l10n.t('Replace by “{0}”', shown(meant)),
      command: COMMANDS.edit,
      argument: { ...linkArgument({ id: annotation.id, uri }), changes },
    },
    {
      title: vscode.l10n.t('Replace by “{0}” everywhere…', shown(meant)),
      command: COMMANDS.rename,
      argument: { field, from: value, to: meant, byHand: true },
    },
  ];
}

function otherFix({ field, value }: UnknownValue): ValueFix {
  return {
    title: vscode.l10n.t('Replace “{0}” everywhere by another one…', shown(value)),
    command: COMMANDS.mergeInto,
    argument: { field, from: value, byHand: true },
  };
}

function shown(value: string): string {
  return excerpt(value, SHOWN);
}
