import * as vscode from 'vscode';
import { Disposable } from '../../workspace/platform/disposable';
import type { Registration } from '../services';
import { AnnotationSymbols, type SymbolSources } from './annotationSymbols';

/** How long after a change the outline follows, in milliseconds. */
const SETTLE = 300;

const ARTICLES = [{ language: 'markdown' }, { language: 'plaintext' }];

/** Annotations under the article's headings, in the outline, the breadcrumbs and *Go to Symbol*. */
export function register(services: SymbolSources): Registration {
  return new ArticleOutline(services);
}

class ArticleOutline extends Disposable {
  private readonly symbols: AnnotationSymbols;
  private registered: vscode.Disposable;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(services: SymbolSources) {
    super();
    this.symbols = new AnnotationSymbols(services);
    this.registered = this.provide();
    this.own(services.open.onDidChange((article) => this.refreshSoon(article)));
  }

  override dispose(): void {
    clearTimeout(this.settling);
    this.registered.dispose();
    super.dispose();
  }

  private provide(): vscode.Disposable {
    // The label stands over our part where another provider has one, as for Markdown.
    const label = vscode.l10n.t('Annotations');
    return vscode.languages.registerDocumentSymbolProvider(ARTICLES, this.symbols, { label });
  }

  /**
   * The API has no event by which symbols change while the text is the same: a provider that is
   * registered anew is asked anew.
   */
  private refreshSoon(article: vscode.Uri): void {
    const isShown = vscode.window.visibleTextEditors.some(
      ({ document }) => document.uri.toString() === article.toString(),
    );
    if (!isShown) return;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.registered.dispose();
      this.registered = this.provide();
    }, SETTLE);
  }
}
