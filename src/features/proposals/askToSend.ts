import * as vscode from 'vscode';
import { excerpt } from '../../core/text/excerpt';
import { shownText } from '../../core/text/shownText';
import { shownNumber } from '../../ui/numbers';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';

/** Nobody's name is longer. */
const NAME_COLUMNS = 100;

/** What would be sent. */
export interface Parcel {
  readonly articleName: string;
  readonly characters: number;
  /** As it is called on the screen. */
  readonly topic: string | undefined;
  readonly speakers: readonly string[];
}

/**
 * Asks which model may have an article; until that is answered nothing is sent, not even to count
 * its words.
 *
 * @param models at least one
 * @returns undefined: none may
 */
export async function askToSend(
  models: readonly vscode.LanguageModelChat[],
  parcel: Parcel,
): Promise<vscode.LanguageModelChat | undefined> {
  const rows = models.map((model): Choice<vscode.LanguageModelChat | undefined> => ({
    label: vscode.l10n.t('Send to {0}', modelName(model)),
    description: vscode.l10n.t('a model of {0}', shownText(model.vendor)),
    detail: contents(parcel),
    iconPath: new vscode.ThemeIcon('send'),
    value: model,
  }));
  const none: Choice<vscode.LanguageModelChat | undefined> = {
    label: vscode.l10n.t('Send nothing'),
    iconPath: new vscode.ThemeIcon('close'),
    alwaysShow: true,
    value: undefined,
  };
  const answer = await askChoice({
    title: vscode.l10n.t('Have annotations proposed for {0}?', parcel.articleName),
    placeholder: vscode.l10n.t('Nothing was sent yet: to whom may it be sent? Esc sends nothing.'),
    choices: [...rows, none],
  });
  return answer === BACK ? undefined : answer;
}

/** What a model is called, on the screen and in the sidecar. */
export function modelName({ name, id }: vscode.LanguageModelChat): string {
  const shown = [name, id].map((text) => excerpt(text, NAME_COLUMNS));
  return shown.find((text) => text !== '') ?? '';
}

function contents({ characters, topic, speakers }: Parcel): string {
  return [
    vscode.l10n.t('The article’s text ({0} characters)', shownNumber(characters)),
    ...(topic === undefined ? [] : [vscode.l10n.t('the topic “{0}”', topic)]),
    ...(speakers.length === 0
      ? []
      : [vscode.l10n.t('the names of speakers in it: {0}', speakers.join(', '))]),
  ].join(' · ');
}
