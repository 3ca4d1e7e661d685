import * as vscode from 'vscode';
import { foldsOf, outlineOf, type OutlineEntry } from '../../core/language/structure';
import { shownText } from '../../core/text/shownText';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { rangeIn, type LanguageFiles } from './languageFiles';

const KINDS: Readonly<Record<OutlineEntry['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Namespace,
  annotation: vscode.SymbolKind.String,
  entry: vscode.SymbolKind.Key,
};

/** Outline, breadcrumbs and *Go to Symbol*: annotations with speaker and first words. */
export class LanguageOutline implements vscode.DocumentSymbolProvider {
  constructor(private readonly files: LanguageFiles) {}

  async provideDocumentSymbols(
    document: vscode.TextDocument,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const { version } = document;
    const file = this.files.of(document);
    const outline = file && (await inSteps(outlineOf(file)));
    // Typed in meanwhile, its places are no longer right: VS Code asks again.
    if (outline === undefined || document.version !== version) return undefined;
    return outline.map((entry) => symbolOf(entry, document));
  }
}

function symbolOf(
  { name, detail, kind, range, selection, children }: OutlineEntry,
  document: vscode.TextDocument,
): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    shownText(name),
    shownText(detail),
    KINDS[kind],
    rangeIn(document, range),
    rangeIn(document, selection),
  );
  symbol.children = children.map((child) => symbolOf(child, document));
  return symbol;
}

/** Folds sections, annotations, passages, and whatever else takes several lines. */
export class LanguageFolding implements vscode.FoldingRangeProvider {
  constructor(private readonly files: LanguageFiles) {}

  async provideFoldingRanges(
    document: vscode.TextDocument,
  ): Promise<vscode.FoldingRange[] | undefined> {
    const { version } = document;
    const file = this.files.of(document);
    const folds = file && (await inSteps(foldsOf(file)));
    if (folds === undefined || document.version !== version) return undefined;
    return folds.map((fold) => {
      const { start, end } = rangeIn(document, fold);
      return new vscode.FoldingRange(start.line, end.line);
    });
  }
}
