import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';

/** A row of Problems, from us. */
export function diagnostic(
  range: vscode.Range,
  message: string,
  code: string,
  severity: Problem['severity'],
): vscode.Diagnostic {
  const made = new vscode.Diagnostic(
    range,
    message,
    severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  made.source = 'Claim Annotator';
  made.code = code;
  return made;
}
