import * as vscode from 'vscode';
import { shownText } from '../../core/text/shownText';
import type { FindingText } from '../../core/check/finding';
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

/**
 * What waits for the analyst is no error in the window, where it is decided on; a program that
 * publishes annotations counts it as one.
 */
const WAITING: Readonly<Record<string, Problem['severity']>> = {
  orphaned: 'warning',
  'missing-article': 'warning',
  'unreadable-article': 'warning',
  changed: 'information',
};

/** What a check found, as a row of Problems. */
export function findingDiagnostic(
  range: vscode.Range,
  { code, message, severity }: FindingText,
): vscode.Diagnostic {
  return diagnostic(range, message, code, WAITING[code] ?? severity);
}
