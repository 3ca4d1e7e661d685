import * as vscode from 'vscode';
import { SETTINGS } from '../../contributions';
import { settings } from '../../workspace/platform/settings';
import type { Registration } from '../services';
import { LineHints } from './lineHints';
import { ParagraphLenses } from './paragraphLenses';
import type { HintSources } from './shownFacts';

const ARTICLES: vscode.DocumentSelector = [{ scheme: '*' }];

/** Who says what, written in the article: at line ends and above paragraphs; both are settings. */
export function register(sources: HintSources): Registration {
  const hints = new LineHints(sources);
  const lenses = new ParagraphLenses(sources);
  // VS Code asks all providers again: not for what nobody wants to see.
  const refresh = () => {
    if (settings.lineHints()) hints.refresh();
    if (settings.codeLens()) lenses.refresh();
  };
  return vscode.Disposable.from(
    hints,
    lenses,
    vscode.languages.registerInlayHintsProvider(ARTICLES, hints),
    vscode.languages.registerCodeLensProvider(ARTICLES, lenses),
    sources.open.onDidChange(refresh),
    sources.codebooks.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const concerns = (one: string) => event.affectsConfiguration(`${SETTINGS.section}.${one}`);
      if (concerns(SETTINGS.lineHints)) hints.refresh();
      if (concerns(SETTINGS.codeLens)) lenses.refresh();
    }),
  );
}
