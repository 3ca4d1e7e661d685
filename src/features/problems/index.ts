import * as vscode from 'vscode';
import { LANGUAGE } from '../../contributions';
import type { IndexChange } from '../../workspace/annotations/indexChange';
import { Disposable } from '../../workspace/platform/disposable';
import { inBackground } from '../../workspace/platform/pace/inSteps';
import { articleOf, sidecarOf, uriOfKey } from '../../workspace/platform/uris';
import type { Registration } from '../services';
import type { ProblemSources } from './entryProblems';
import { fixesFor } from './fixes';
import { diagnosticsOf, sidecarProblems } from './sidecarProblems';

/** So few are shown at once. */
const FEW = 10;

/** What is wrong, and what waits for a decision, in Problems, with quick fixes. */
export function register(services: ProblemSources): Registration {
  return new Problems(services);
}

/**
 * Shows in Problems what is wrong in sidecars and codebooks, at its line and column, and the
 * annotations that wait for a decision, at their entries, with quick fixes.
 */
class Problems extends Disposable implements vscode.CodeActionProvider {
  private readonly diagnostics = this.own(
    vscode.languages.createDiagnosticCollection('claimAnnotator'),
  );
  private codebooks: readonly vscode.Uri[] = [];
  /** The articles of which it is to be shown what is wrong. */
  private readonly waiting = new Set<string>();
  private isShowing = false;
  /** Those of which something is shown. */
  private readonly shown = new Set<string>();
  /** Those that had ids of other articles when many changed last. */
  private copied: readonly string[] = [];
  /** The articles that were shown as open in a wrong encoding. */
  private readonly misread = new Set<string>();

  constructor(private readonly services: ProblemSources) {
    super();
    const { sidecars, index, codebooks, open } = services;
    this.own(index.onDidChange((change) => this.showChanged(change)));
    this.own(index.onDidProgress(() => this.showSoon([])));
    this.own(sidecars.unsaved.onDidChange((sidecar) => this.showSidecar(articleOf(sidecar))));
    this.own(open.onDidChange((article) => this.showMisread(article)));
    // Who looks at a sidecar wants to know what is wrong with it: for ids that were copied, all
    // others must be known.
    const lookedAt = ({ languageId }: vscode.TextDocument) => {
      if (languageId === LANGUAGE) index.loadWorkspace().catch(services.logError);
    };
    this.own(vscode.workspace.onDidOpenTextDocument(lookedAt));
    vscode.workspace.textDocuments.forEach(lookedAt);
    this.own(
      vscode.languages.registerCodeActionsProvider({ language: LANGUAGE }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
    // What it means for sidecars, the index tells.
    this.own(codebooks.onDidChange(() => this.showCodebooks()));
    for (const article of sidecars.articles()) this.showSidecar(article);
    this.showCodebooks();
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return diagnostics.flatMap((diagnostic) => fixesFor(diagnostic, document, this.services));
  }

  /**
   * Shows the sidecars that changed, and those with the same ids: a copied id is a problem of both
   * its articles.
   */
  private showChanged({ articles, annotations }: IndexChange): void {
    const { corpus } = this.services.index;
    if (articles === 'all') return this.showSoon([...this.shown, ...this.services.index.keys()]);
    const shown = new Set(articles);
    if (annotations === 'many') {
      const copied = corpus.articlesWithCopiedIds();
      for (const key of [...this.copied, ...copied]) shown.add(key);
      this.copied = copied;
    } else {
      for (const { annotation } of annotations)
        for (const key of corpus.articlesWithId(annotation.id)) shown.add(key);
    }
    if (annotations !== 'many' && shown.size <= FEW)
      for (const key of shown) this.showSidecar(uriOfKey(key));
    else this.showSoon(shown);
  }

  private showMisread(article: vscode.Uri): void {
    const isMisread = this.services.open.encodings.misread(article) !== undefined;
    const key = article.toString();
    if (isMisread === this.misread.has(key)) return;
    if (isMisread) this.misread.add(key);
    else this.misread.delete(key);
    this.showSidecar(article);
  }

  /** Shows what there is to show of some articles' sidecars; with pauses, if they are many. */
  private showSoon(keys: Iterable<string>): void {
    for (const key of keys) this.waiting.add(key);
    // The sidebar is filled first.
    if (this.isShowing || this.services.index.progress.reading !== undefined) return;
    this.isShowing = true;
    inBackground(this.showWaiting())
      .catch(this.services.logError)
      .finally(() => {
        this.isShowing = false;
      });
  }

  private *showWaiting(): Generator<void, void, void> {
    for (const key of this.waiting) {
      this.waiting.delete(key);
      this.showSidecar(uriOfKey(key));
      yield;
    }
  }

  private showSidecar(article: vscode.Uri): void {
    const key = article.toString();
    const shown = sidecarProblems(article, this.services);
    if (shown.length === 0 && !this.shown.has(key)) return;
    if (shown.length > 0) this.shown.add(key);
    else this.shown.delete(key);
    this.diagnostics.set(sidecarOf(article), shown);
  }

  private showCodebooks(): void {
    for (const uri of this.codebooks) this.diagnostics.delete(uri);
    const files = this.services.codebooks.all();
    for (const { uri, text, problems, advice } of files)
      this.diagnostics.set(uri, diagnosticsOf(text, [...problems, ...advice]));
    this.codebooks = files.map(({ uri }) => uri);
  }
}
