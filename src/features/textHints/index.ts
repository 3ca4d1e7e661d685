import * as vscode from 'vscode';
import { SETTINGS } from '../../contributions';
import type { Registration } from '../services';
import { LineHints } from './lineHints';
import { ParagraphLenses } from './paragraphLenses';
import type { HintSources } from './shownFacts';

const ARTICLES: vscode.DocumentSelector = [{ scheme: '*' }];
const SHOWN_BY = [SETTINGS.lineHints, SETTINGS.codeLens];

/** Who says what, written in the article: at line ends and above paragraphs; both are settings. */
export function register(sources: HintSources): Registration {
  const hints = new LineHints(sources);
  const lenses = new ParagraphLenses(sources);
  const refresh = () => {
    hints.refresh();
    lenses.refresh();
  };
  return vscode.Disposable.from(
    hints,
    lenses,
    vscode.languages.registerInlayHintsProvider(ARTICLES, hints),
    vscode.languages.registerCodeLensProvider(ARTICLES, lenses),
    sources.open.onDidChange(refresh),
    sources.codebooks.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (SHOWN_BY.some((one) => event.affectsConfiguration(`${SETTINGS.section}.${one}`)))
        refresh();
    }),
  );
}
