import * as vscode from 'vscode';
import { LANGUAGE } from '../../contributions';
import type { Problem } from '../../core/model/problem';
import { LineIndex } from '../../core/text/lines';
import type { IndexChange } from '../../workspace/annotations/annotationIndex';
import { cannotBeRead } from '../../workspace/articles/articleDocument';
import { Disposable } from '../../workspace/platform/disposable';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articleOf, nameOf, sidecarOf, uriOfKey } from '../../workspace/platform/uris';
import type { Registration } from '../services';
import { diagnostic } from './diagnostic';
import {
  entryProblems,
  waitingArticles,
  WITHOUT_ARTICLE,
  type ProblemSources,
} from './entryProblems';
import { fixesFor } from './fixes';

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
  /** The articles that have annotations waiting. */
  private waiting: ReadonlySet<string> = new Set();
  /** The articles that were shown as open in a wrong encoding. */
  private readonly misread = new Set<string>();

  constructor(private readonly services: ProblemSources) {
    super();
    const { sidecars, index, codebooks, open } = services;
    this.own(index.onDidChange((change) => this.showChanged(change)));
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
    this.own(
      codebooks.onDidChange(() => {
        this.showCodebooks();
        for (const article of sidecars.articles()) this.showSidecar(article);
      }),
    );
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
   * Shows the sidecars that changed, those of the annotations that wait for a decision, and takes
   * away what doesn't wait any more: a copied id is a problem of both its articles.
   */
  private showChanged({ articles, annotations }: IndexChange): void {
    const isAll = articles === 'all';
    const shown = new Set(isAll ? [] : articles);
    if (isAll || annotations.length > 0) {
      const before = this.waiting;
      this.waiting = waitingArticles(this.services);
      for (const article of [...before, ...this.waiting]) shown.add(article);
    }
    for (const article of shown) this.showSidecar(uriOfKey(article));
  }

  private showMisread(article: vscode.Uri): void {
    const isMisread = this.services.open.encodings.misread(article) !== undefined;
    const key = article.toString();
    if (isMisread === this.misread.has(key)) return;
    if (isMisread) this.misread.add(key);
    else this.misread.delete(key);
    this.showSidecar(article);
  }

  private showSidecar(article: vscode.Uri): void {
    const { sidecars, closed, index, open } = this.services;
    const file = sidecars.get(article);
    const ofAll = (message: string, code: string, severity: Problem['severity']) =>
      diagnostic(new vscode.Range(0, 0, 0, 1_000), message, code, severity);
    const shown: vscode.Diagnostic[] = [];
    const reason = sidecars.unsaved.get(sidecarOf(article))?.reason;
    if (reason !== undefined)
      shown.push(
        ofAll(
          vscode.l10n.t('Could not be written: {0} The changes are kept and tried again.', reason),
          'unsaved',
          'error',
        ),
      );
    if (index.corpus.isMissing(article.toString()))
      shown.push(
        ofAll(
          vscode.l10n.t(
            'There is no article {0}: was it moved, renamed or deleted? Its annotations are kept.',
            nameOf(article),
          ),
          WITHOUT_ARTICLE,
          'warning',
        ),
      );
    const unreadable = file && closed.whyUnreadable(article);
    if (unreadable !== undefined)
      shown.push(ofAll(cannotBeRead(article, unreadable), 'article', 'warning'));
    const misread = open.encodings.misread(article);
    if (misread !== undefined)
      shown.push(
        ofAll(
          vscode.l10n.t(
            'The article is open as {0}, but is written in {1}: reopen it with that encoding.',
            misread.document.encoding,
            misread.encoding,
          ),
          'encoding',
          'warning',
        ),
      );
    if (file !== undefined)
      shown.push(
        ...diagnosticsOf(file.text, file.problems),
        ...entryProblems(article, file, this.services),
      );
    this.diagnostics.set(sidecarOf(article), shown);
  }

  private showCodebooks(): void {
    for (const uri of this.codebooks) this.diagnostics.delete(uri);
    const files = this.services.codebooks.all();
    for (const { uri, text, problems } of files)
      this.diagnostics.set(uri, diagnosticsOf(text, problems));
    this.codebooks = files.map(({ uri }) => uri);
  }
}

function diagnosticsOf(text: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  if (problems.length === 0) return [];
  // A byte-order mark is part of the file's text, but not of what its editor shows.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = new LineIndex(text.slice(mark));
  return problems.map(({ code, message, range, severity }) =>
    diagnostic(
      toVsCodeRange(lines, {
        start: Math.max(0, range.start - mark),
        end: Math.max(0, range.end - mark),
      }),
      message,
      code,
      severity,
    ),
  );
}
