import assert from 'node:assert/strict';
import {
  keyCompletions,
  valueCompletions,
  type Completion,
  type OfferedValue,
} from '../../../../src/core/language/completions';
import { LanguageText, type LanguageKind } from '../../../../src/core/language/languageText';
import { typingAt, type Typing } from '../../../../src/core/language/typing';

/** Stands for the cursor in texts of tests. */
export const CURSOR = '⌖';

/** A text without its cursor, and where that was. */
export function withCursor(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf(CURSOR);
  assert.ok(offset >= 0, 'the text has a cursor');
  return { text: text.replace(CURSOR, ''), offset };
}

/** What is being typed at the cursor. */
export function typingIn(marked: string, kind: LanguageKind = 'sidecar'): Typing | undefined {
  const { text, offset } = withCursor(marked);
  return typingAt(new LanguageText(text, kind), offset);
}

/** The labels of the keys that are offered at the cursor. */
export function keysIn(marked: string, kind: LanguageKind = 'sidecar'): string[] {
  const typing = typingIn(marked, kind);
  return typing?.what === 'key' ? keyCompletions(typing).map(({ label }) => label) : [];
}

/** The text once a key was taken. */
export function takeKey(marked: string, key: string, kind: LanguageKind = 'sidecar'): string {
  const typing = typingIn(marked, kind);
  assert.ok(typing?.what === 'key', 'a key is typed');
  return take(marked, keyCompletions(typing), key);
}

/** The text once a value was taken of those that are offered. */
export function takeValue(
  marked: string,
  value: string,
  offered: readonly OfferedValue[] = [{ value }],
  kind: LanguageKind = 'sidecar',
): string {
  const typing = typingIn(marked, kind);
  assert.ok(typing?.what === 'value', 'a value is typed');
  return take(marked, valueCompletions(typing, offered), value);
}

function take(marked: string, completions: readonly Completion[], label: string): string {
  const { text } = withCursor(marked);
  const found = completions.find((one) => one.label === label);
  assert.ok(found, `“${label}” is among ${completions.map((one) => one.label).join(', ')}`);
  const { range, insert } = found;
  return text.slice(0, range.start) + insert + text.slice(range.end);
}

/** A sidecar with one entry, whose lines are given. */
export function sidecar(...lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  const rest = others.map((line) => `    ${line}\n`).join('');
  return `version: 1\nannotations:\n  - ${first}\n${rest}`;
}
