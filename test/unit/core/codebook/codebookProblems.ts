import assert from 'node:assert/strict';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { LineIndex } from '../../../../src/core/text/lines';

/** A codebook's problems as `line:column code`, with `?` behind a mere warning. */
export function problemsOf(text: string): string[] {
  const lines = new LineIndex(text);
  return readCodebook(text).problems.map(({ code, severity, message, range }) => {
    assert.ok(range.start <= range.end && range.end <= text.length, message);
    assert.ok(message.length > 0);
    const { line, column } = lines.at(range.start);
    return `${line}:${column} ${code}${severity === 'warning' ? '?' : ''}`;
  });
}

/** What a section of a codebook says, and its problems. */
export function section(key: 'roles' | 'topics' | 'speakers', value: string): [unknown, string[]] {
  const text = `version: 1\n${key}:${value}\n`;
  return [readCodebook(text).codebook[key], problemsOf(text)];
}
