import * as vscode from 'vscode';
import { missingArticle, unreadableArticle } from '../../core/check/articleFindings';
import type { Problem } from '../../core/model/problem';
import { LineIndex } from '../../core/text/lines';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articlePath, nameOf, sidecarOf } from '../../workspace/platform/uris';
import { diagnostic, findingDiagnostic } from './diagnostic';
import { closedEntriesOf, entriesOf, entryProblems, type ProblemSources } from './entryProblems';

/** The place of what is said of a sidecar as a whole. */
const WHOLE = new vscode.Range(0, 0, 0, 1_000);

/** What is wrong with an article's sidecar, and what waits for a decision. */
export function sidecarProblems(
  article: vscode.Uri,
  services: ProblemSources,
): vscode.Diagnostic[] {
  const { sidecars, closed, index, open } = services;
  const file = sidecars.get(article);
  const ofAll = (message: string, code: string, severity: Problem['severity']) =>
    diagnostic(WHOLE, message, code, severity);
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
    shown.push(findingDiagnostic(WHOLE, missingArticle(nameOf(article))));
  const unreadable = file && closed.whyUnreadable(article);
  if (unreadable !== undefined)
    shown.push(findingDiagnostic(WHOLE, unreadableArticle(articlePath(article), unreadable)));
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
  if (file !== undefined) shown.push(...diagnosticsOf(file.text, file.problems));
  const entries =
    file === undefined ? closedEntriesOf(article.toString(), services) : entriesOf(file);
  shown.push(...entryProblems(article, entries, services));
  return shown;
}

/** Problems of a file as rows, at their places in its text. */
export function diagnosticsOf(text: string, problems: readonly Problem[]): vscode.Diagnostic[] {
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
