import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodePointMap } from '../../src/core/text/codePoints';
import type { Utf16Range } from '../../src/core/text/range';
import type { KnownSpeaker } from '../../src/core/attribution/index';

/** A passage and who says it, as the evaluation set has it; offsets here are UTF-16 units. */
export interface Case {
  readonly id: string;
  readonly corpus: string;
  readonly kind: string;
  /** The path of its text: cases of one text aren't independent. */
  readonly document: string;
  readonly text: string;
  readonly passages: readonly Utf16Range[];
  readonly speakers: readonly KnownSpeaker[];
  /** The names that are right, where an own article says so. */
  readonly answers?: readonly string[];
  /** Whether a suggestion is right, by the set's own rules. */
  isRight(speaker: string, span?: Utf16Range): boolean;
}

interface Written {
  readonly id: string;
  readonly corpus: string;
  readonly kind: string;
  readonly text: string;
  readonly speakers?: string;
  readonly scoring?: string;
  readonly passages: readonly Utf16Range[];
}

interface Evaluator {
  readonly nameMatch: (speaker: string, one: Written, list: readonly KnownSpeaker[]) => boolean;
  readonly spanMatch: (suggestion: object, one: Written) => boolean;
}

/** The cases of a folder that has an evaluator and its data. */
export async function readCases(folder: string, split = 'dev'): Promise<Case[]> {
  const data = join(folder, 'data', split);
  const url = pathToFileURL(resolve(folder, 'evaluate.mjs')).href;
  const { nameMatch, spanMatch } = (await import(url)) as Evaluator;
  const kept = new Map<string, unknown>();
  const read = <T>(path: string, parse: (content: string) => T): T => {
    if (!kept.has(path)) kept.set(path, parse(readFileSync(join(data, path), 'utf8')));
    return kept.get(path) as T;
  };
  const lines = readFileSync(join(data, 'cases.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const one = JSON.parse(line) as Written;
    const { text, map } = read(one.text, (content) => ({
      text: content,
      map: new CodePointMap(content),
    }));
    const speakers =
      one.speakers === undefined
        ? []
        : read(one.speakers, (content) => JSON.parse(content) as KnownSpeaker[]);
    return {
      id: one.id,
      corpus: one.corpus,
      kind: one.kind,
      document: one.text,
      text,
      passages: one.passages.map((range) => map.rangeToUtf16(range)),
      speakers,
      isRight: (speaker, span) =>
        (one.scoring !== 'span' && nameMatch(speaker, one, speakers)) ||
        (span !== undefined && spanMatch({ speaker, span: map.rangeToCodePoints(span) }, one)),
    };
  });
}
