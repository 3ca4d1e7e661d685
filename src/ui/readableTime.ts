import * as vscode from 'vscode';

/** A time as the analyst's own clock and language have it; the text itself where it is no time. */
export function readableTime(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : new Intl.DateTimeFormat(vscode.env.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(date);
}
