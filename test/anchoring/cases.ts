import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Selector, Utf16Range } from '../../src/core/anchoring/index';

/** How the files end that hold cases, one a line. */
const FORMAT = '.jsonl';

/** A passage of an old text, and where it is in the new one. */
export interface Case {
  readonly id: string;
  /** `real`: from a revision history; `synth`: made by a transform. */
  readonly source: string;
  readonly lang: string;
  readonly kind: string;
  readonly sub: string;
  readonly repo: string;
  /** The document within the repository. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly oldText: string;
  readonly newText: string;
  /** null: the passage is gone. */
  readonly truth: Utf16Range | null;
}

interface Row extends Omit<Case, 'sub' | 'path'> {
  readonly sub?: string;
  readonly path?: string;
}

/** Cases that are measured together. */
export interface CaseSet {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * Reads the sets at a path: a `.jsonl` file, or all those of a folder. Their cases name texts by
 * file, beside them.
 */
export function readSets(path: string): CaseSet[] {
  const files = path.endsWith(FORMAT)
    ? [path]
    : readdirSync(path)
        .filter((name) => name.endsWith(FORMAT))
        .sort()
        .map((name) => join(path, name));
  return files.map((file) => ({ name: basename(file, FORMAT), cases: readCases(file) }));
}

function readCases(file: string): Case[] {
  const texts = new Map<string, string>();
  const textOf = (name: string): string => {
    let text = texts.get(name);
    if (text === undefined)
      texts.set(name, (text = readFileSync(join(dirname(file), name), 'utf8')));
    return text;
  };
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as Row;
      return {
        ...row,
        sub: row.sub ?? '',
        path: row.path ?? '',
        oldText: textOf(row.oldText),
        newText: textOf(row.newText),
      };
    });
}

/** The stored description of a case's passage, with so many UTF-16 units of context a side. */
export function selectorOf({ oldText, start, end }: Case, context: number): Selector {
  return {
    exact: oldText.slice(start, end),
    prefix: oldText.slice(Math.max(0, start - context), start),
    suffix: oldText.slice(end, end + context),
    start,
    end,
  };
}

/** Cases of the same two texts, which an article's annotations are. */
export function groupByTexts(cases: readonly Case[]): Case[][] {
  const groups = new Map<string, Map<string, Case[]>>();
  for (const one of cases) {
    const inner = groups.get(one.oldText) ?? new Map<string, Case[]>();
    groups.set(one.oldText, inner);
    const group = inner.get(one.newText) ?? [];
    inner.set(one.newText, group);
    group.push(one);
  }
  return [...groups.values()].flatMap((inner) => [...inner.values()]);
}
