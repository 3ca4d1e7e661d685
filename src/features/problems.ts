import * as vscode from 'vscode';
import { COMMANDS, LANGUAGE, type CommandId } from '../contributions';
import type { CorpusItem } from '../core/corpus/corpus';
import { needsDecision } from '../core/corpus/placeAnnotations';
import type { Problem } from '../core/model/problem';
import type { SidecarFile } from '../core/sidecar/readSidecar';
import { LineIndex } from '../core/text/lines';
import { linkArgument } from '../workspace/commands';
import { Disposable } from '../workspace/disposable';
import { excerpt } from '../workspace/labels';
import { toVsCodeRange } from '../workspace/positions';
import type { Services } from '../workspace/services';
import { articleOf, sidecarOf } from '../workspace/uris';

/** The code of a diagnostic that says that an annotation waits for a decision. */
const UNDECIDED = 'undecided';

/**
 * Shows in Problems what is wrong in sidecars and codebooks, at its line and column, and the annotations that wait for a
 * decision, at their entries, with quick fixes.
 */
export class Problems extends Disposable implements vscode.CodeActionProvider {
  private readonly diagnostics = this.own(vscode.languages.createDiagnosticCollection('claimAnnotator'));
  private codebooks: readonly vscode.Uri[] = [];
  /** The articles that have annotations waiting. */
  private undecided: ReadonlySet<string> = new Set();

  constructor(private readonly services: Services) {
    super();
    this.own(services.sidecars.onDidChange((article) => this.showSidecar(article)));
    this.own(services.index.onDidChange(() => this.showUndecided()));
    this.own(vscode.languages.registerCodeActionsProvider({ language: LANGUAGE }, this, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }));
    this.own(services.codebooks.onDidChange(() => this.showCodebooks()));
    for (const article of services.sidecars.articles()) this.showSidecar(article);
    this.showCodebooks();
  }

  provideCodeActions(document: vscode.TextDocument, _range: vscode.Range, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    return diagnostics.filter(({ code }) => code === UNDECIDED).flatMap((diagnostic) => {
      const id = this.idAt(document, diagnostic.range.start.line);
      if (id === undefined) return [];
      const action = (title: string, command: CommandId) => {
        const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        made.command = { command, title, arguments: [linkArgument({ id, uri: articleOf(document.uri) })] };
        made.diagnostics = [diagnostic];
        return made;
      };
      return [
        action(vscode.l10n.t('Choose its place in the article…'), COMMANDS.choosePlace),
        action(vscode.l10n.t('Attach it to the words selected in the article'), COMMANDS.reattach),
        action(vscode.l10n.t('Delete it'), COMMANDS.delete),
      ];
    });
  }

  /** The id of the entry whose lines begin at `line`. */
  private idAt(document: vscode.TextDocument, line: number): string | undefined {
    const file = this.services.sidecars.get(articleOf(document.uri));
    const lines = file && new LineIndex(file.text);
    return file?.entries.find(({ block }) => lines?.at(block.start).line === line + 1)?.id;
  }

  /** Shows the annotations without a place, and takes away those that have one now. */
  private showUndecided(): void {
    const waiting = new Map<string, CorpusItem[]>();
    for (const item of this.services.index.corpus.needingDecision()) waiting.set(item.article, [...(waiting.get(item.article) ?? []), item]);
    const articles = new Set([...this.undecided, ...waiting.keys()]);
    this.undecided = new Set(waiting.keys());
    for (const article of articles) this.showSidecar(vscode.Uri.parse(article));
  }

  private undecidedIn(article: vscode.Uri, file: SidecarFile): vscode.Diagnostic[] {
    if (!this.undecided.has(article.toString())) return [];
    const states = new Map(this.services.index.corpus.ofArticle(article.toString()).map(({ annotation, state }) => [annotation.id, state]));
    const lines = new LineIndex(file.text.replace(/^\uFEFF/, ''));
    return file.entries.flatMap(({ annotation, block }) => {
      const state = annotation && states.get(annotation.id);
      if (annotation === undefined || !needsDecision(state)) return [];
      const quote = excerpt(annotation.passages[0]?.exact ?? '', 60);
      const message = state === 'ambiguous'
        ? vscode.l10n.t('“{0}” stands at several places of the article that are equally good: choose one.', quote)
        : vscode.l10n.t('“{0}” is not found in the article any more. The annotation is kept.', quote);
      const start = toVsCodeRange(lines, block).start;
      const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start.with({ character: 1_000 })), message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Claim Annotator';
      diagnostic.code = UNDECIDED;
      return [diagnostic];
    });
  }

  private showSidecar(article: vscode.Uri): void {
    const file = this.services.sidecars.get(article);
    this.diagnostics.set(sidecarOf(article), file === undefined ? undefined : [...diagnosticsOf(file.text, file.problems), ...this.undecidedIn(article, file)]);
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
