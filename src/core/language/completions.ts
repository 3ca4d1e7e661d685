import { searchSpeakers } from '../codebook/searchSpeakers';
import type { Utf16Range } from '../text/range';
import { printScalar } from '../yaml/printScalar';
import { isLiteralAt, itemsWantedAt, keysAt, wantedAt } from './shape';
import type { Typing } from './typing';

/** A value that may be typed at a place. */
export interface OfferedValue {
  readonly value: string;
  /** Other words by which it is found: aliases, a label, a quotation. */
  readonly names?: readonly string[];
  /** Words of its own that are shown right behind it. */
  readonly words?: string;
  /** What is shown at the end of its row. */
  readonly detail?: string;
}

/** What can be put in at the cursor. */
export interface Completion {
  readonly label: string;
  readonly words?: string | undefined;
  readonly detail?: string | undefined;
  readonly insert: string;
  /** `insert` has places to fill in, as VS Code's snippets have them. */
  readonly isSnippet: boolean;
  readonly range: Utf16Range;
  /** What comes next can be completed too. */
  readonly goesOn: boolean;
}

/** More values are found by typing on. */
const MOST = 200;

/** The keys that a mapping hasn't got yet, in the format's order. */
export function keyCompletions(typing: Typing): Completion[] {
  const { kind, path, siblings, range, hasColon } = typing;
  const there = new Set(siblings);
  return keysAt(kind, path)
    .filter((key) => !there.has(key))
    .map((key) => {
      const insert = hasColon ? key : textOfKey(typing, key);
      const isSnippet = insert.includes('$');
      const goesOn = !hasColon;
      return { label: key, insert: blanked(typing, insert), isSnippet, range, goesOn };
    });
}

/** A key with its colon, and where its value goes. */
function textOfKey({ kind, path, isFlow, indent }: Typing, key: string): string {
  const place = [...path, key];
  const pad = ' '.repeat(Math.max(0, indent) + 2);
  const wanted = wantedAt(kind, place);
  if (wanted === 'keys') return isFlow || key === 'filter' ? `${key}: {$0}` : `${key}:\n${pad}$0`;
  if (wanted !== 'list') return `${key}: `;
  if (itemsWantedAt(kind, place) !== 'keys') return `${key}: [$0]`;
  const [first = '', second = ''] = keysAt(kind, [...place, '*']);
  if (isFlow) return `${key}: [{${first}: $0}]`;
  const isLink = path.length > 0 && key === 'links';
  const item = isLink ? `{${first}: $1, ${second}: $2}` : `${first}: $0`;
  return `${key}:\n${pad}- ${item}`;
}

/**
 * The values that what was typed may mean, the likeliest first, each written so that every reader
 * takes it for that text.
 */
export function valueCompletions(typing: Typing, offered: readonly OfferedValue[]): Completion[] {
  const { kind, path, typed, range, isFlow } = typing;
  const isLiteral = isLiteralAt(kind, path);
  const named = offered.map((one) => ({ ...one, name: one.value, aliases: one.names ?? [] }));
  return searchSpeakers(typed, named)
    .slice(0, MOST)
    .map(({ value, words, detail }) => ({
      label: value,
      words,
      detail,
      insert: blanked(typing, isLiteral ? value : printScalar(value, isFlow ? 'flow' : 'block')),
      isSnippet: false,
      range,
      goesOn: false,
    }));
}

function blanked({ needsBlank }: Typing, text: string): string {
  return needsBlank ? ` ${text}` : text;
}
