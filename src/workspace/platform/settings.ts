import * as vscode from 'vscode';
import { SETTINGS } from '../../contributions';

/** The extension's settings, typed; each read anew, so that a change counts at once. */
export const settings = {
  /** The name given to new annotations; empty: git's `user.name`. */
  creator: (article: vscode.Uri) => readText(SETTINGS.creator, article),
  /** The topic given to new annotations; empty: none. */
  topic: (article: vscode.Uri) => readText(SETTINGS.topic, article),
  highlights: () =>
    vscode.workspace.getConfiguration(SETTINGS.section).get<boolean>(SETTINGS.highlights) ?? true,
  /** Whether evidence and rebuttals ask what they are linked to as soon as they are tagged. */
  linkWhenTagged: () => isOn(SETTINGS.linkWhenTagged),
  /** Whether a speaker whom the article names beyond doubt is taken without a question. */
  tagWithoutAsking: () => isOn(SETTINGS.tagWithoutAsking),
  /** Whether passages that look worth tagging are underlined. */
  suggestedPassages: () => isOn(SETTINGS.suggestedPassages),
  /** Whether line ends say who says the passages that end there. */
  lineHints: () => isOn(SETTINGS.lineHints),
  /** Whether annotations stand above their paragraphs, in words. */
  codeLens: () => isOn(SETTINGS.codeLens),
  setHighlights: (on: boolean) => setSwitch(SETTINGS.highlights, on),
  setSuggestedPassages: (on: boolean) => setSwitch(SETTINGS.suggestedPassages, on),
};

/** A setting that is off until it is asked for. */
function isOn(key: string): boolean {
  return vscode.workspace.getConfiguration(SETTINGS.section).get<boolean>(key) ?? false;
}

async function setSwitch(key: string, on: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SETTINGS.section);
  // A value of the workspace goes before the user's: where there is one, it is the one to change.
  const ofWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  await configuration.update(
    key,
    on,
    ofWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}

function readText(key: string, scope: vscode.Uri): string {
  return vscode.workspace.getConfiguration(SETTINGS.section, scope).get<string>(key)?.trim() ?? '';
}
