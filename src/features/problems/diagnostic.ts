import * as vscode from 'vscode';
import { shownText } from '../../core/text/shownText';
import type { Problem } from '../../core/model/problem';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** A row of Problems, from us. */
export function diagnostic(
  range: vscode.Range,
  message: string,
  code: string,
  severity: Problem['severity'],
): vscode.Diagnostic {
  const made = new vscode.Diagnostic(range, shownText(message), SEVERITIES[severity]);
  made.source = 'Claim Annotator';
  made.code = code;
  return made;
}
