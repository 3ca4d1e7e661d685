import * as vscode from 'vscode';
import type { Problem } from '../core/model/problem';
import { LineIndex } from '../core/text/lines';
import { Disposable } from '../workspace/disposable';
import { toVsCodeRange } from '../workspace/positions';
import type { Services } from '../workspace/services';
import { sidecarOf } from '../workspace/uris';

/** Shows in Problems what is wrong in sidecars and codebooks, at its line and column. */
export class Problems extends Disposable {
  private readonly diagnostics = this.own(vscode.languages.createDiagnosticCollection('claimAnnotator'));
  private codebooks: readonly vscode.Uri[] = [];

  constructor(private readonly services: Services) {
    super();
    this.own(services.sidecars.onDidChange((article) => this.showSidecar(article)));
    this.own(services.codebooks.onDidChange(() => this.showCodebooks()));
    for (const article of services.sidecars.articles()) this.showSidecar(article);
    this.showCodebooks();
  }

  private showSidecar(article: vscode.Uri): void {
    const file = this.services.sidecars.get(article);
    this.diagnostics.set(sidecarOf(article), file === undefined ? undefined : diagnosticsOf(file.text, file.problems));
  }

  private showCodebooks(): void {
    for (const uri of this.codebooks) this.diagnostics.delete(uri);
    const files = this.services.codebooks.all();
    for (const { uri, text, problems } of files) this.diagnostics.set(uri, diagnosticsOf(text, problems));
    this.codebooks = files.map(({ uri }) => uri);
  }
}

function diagnosticsOf(text: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  if (problems.length === 0) return [];
  // A byte-order mark is part of the file's text, but not of what its editor shows.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = new LineIndex(text.slice(mark));
  return problems.map(({ code, message, range, severity }) => {
    const shown = toVsCodeRange(lines, { start: Math.max(0, range.start - mark), end: Math.max(0, range.end - mark) });
    const diagnostic = new vscode.Diagnostic(shown, message, severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Claim Annotator';
    diagnostic.code = code;
    return diagnostic;
  });
}
