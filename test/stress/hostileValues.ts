import type * as v from 'valibot';
import { codebookSchema, sidecarSchema } from '../../src/core/model/schema';
import type { Tally } from './hostileTally';
import { tryText } from './hostileTally';
import type { Size } from './scenario';

/** What stands for a value in a file, as written there. */
const WRONG_VALUES = [
  '',
  'null',
  '~',
  '0',
  '-1',
  '1.5',
  '1e999',
  '.nan',
  '.inf',
  '0x1F',
  '007',
  'true',
  'No',
  '2024-07-04',
  '2024-07-04T10:00:00Z',
  '""',
  '" "',
  '"\\0"',
  '"\\ud800"',
  '[]',
  '[a]',
  '[[1], {a: b}]',
  '{}',
  '{a: b}',
  '{a: {b: {c: [1, {d: e}]}}}',
  `${'['.repeat(80)}${']'.repeat(80)}`,
  '!!binary aGk=',
  '!!int x',
  '!x y',
  '? {a: b}',
  '{__proto__: {polluted: 1}}',
  `"${'x'.repeat(100_000)}"`,
];

type Schema = v.GenericSchema;
interface Sample {
  /** The value in flow style. */
  readonly text: string;
  /**
   * The same with each value in it replaced by `wrong`, one after the other, with the path to it.
   */
  readonly spoiled: (wrong: string) => readonly { readonly path: string; readonly text: string }[];
}

/** A valid value of a schema, and all ways to put a wrong one in the place of one in it. */
function sampleOf(schema: Schema, key: string): Sample {
  const inner = (schema as { wrapped?: Schema }).wrapped;
  if (inner !== undefined) return sampleOf(inner, key);
  const { entries, item, options } = schema as {
    entries?: Record<string, Schema>;
    item?: Schema;
    options?: readonly string[];
  };
  if (entries !== undefined) {
    const parts = Object.entries(entries).map(([name, part]) => ({
      name,
      ...sampleOf(part, name),
    }));
    const print = (texts: readonly string[]) =>
      `{${parts.map(({ name }, i) => `${name}: ${texts[i] ?? ''}`).join(', ')}}`;
    const texts = parts.map(({ text }) => text);
    return {
      text: print(texts),
      spoiled: (wrong) => [
        { path: '', text: wrong },
        ...parts.flatMap(({ name, spoiled }, i) =>
          spoiled(wrong).map(({ path, text }) => ({
            path: `.${name}${path}`,
            text: print(texts.with(i, text)),
          })),
        ),
      ],
    };
  }
  if (item !== undefined) {
    const one = sampleOf(item, key);
    return {
      text: `[${one.text}]`,
      spoiled: (wrong) => [
        { path: '', text: wrong },
        ...one.spoiled(wrong).map(({ path, text }) => ({ path: `[0]${path}`, text: `[${text}]` })),
      ],
    };
  }
  const text =
    options?.[0] ??
    {
      version: '1',
      start: '1',
      end: '2',
      date: '"2024"',
      color: '"#c62828"',
      detached: 'true',
      dateInferred: 'true',
      id: 'a1',
    }[key] ??
    'x';
  return { text, spoiled: (wrong) => [{ path: '', text: wrong }] };
}

/**
 * Each value of the format in turn is something else, between two good annotations, which must be
 * read.
 */
export function tryWrongValues(tally: Tally, size: Size): void {
  const { annotations, article } = sidecarSchema.entries;
  const annotation = sampleOf(annotations.item, 'annotation');
  const metadata = sampleOf(article, 'article');
  const good = (id: string) => `{id: ${id}, role: claim, passages: [{exact: x}]}`;
  const values = size === 'short' ? WRONG_VALUES.filter((_, i) => i % 3 === 0) : WRONG_VALUES;
  for (const wrong of values) {
    const shown = wrong.slice(0, 20);
    for (const [path, text] of [
      ...annotation
        .spoiled(wrong)
        .map(
          (one) =>
            [
              one.path,
              `version: 1\narticle: ${metadata.text}\nannotations:\n  - ${good('g1')}\n  - ${one.text}\n  - ${good('g2')}\n`,
            ] as const,
        ),
      ...metadata
        .spoiled(wrong)
        .map(
          (one) =>
            [
              `article${one.path}`,
              `version: 1\narticle: ${one.text}\nannotations:\n  - ${good('g1')}\n  - ${good('g2')}\n`,
            ] as const,
        ),
    ]) {
      const file = tryText(tally, `${shown} as ${path}`, text);
      // What is no YAML at all in this place is refused as a whole.
      const ids = file?.entries.map(({ annotation: read }) => read?.id) ?? [];
      tally.holds(
        `${shown} as ${path}`,
        file?.refusal?.code === 'yaml' || (ids[0] === 'g1' && ids.at(-1) === 'g2'),
      );
    }
    for (const [path, text] of [
      ['version', `version: ${wrong}\nannotations: [${good('g1')}]\n`],
      ['annotations', `version: 1\nannotations: ${wrong}\n`],
      ['the whole', wrong],
    ] as const)
      tryText(tally, `${shown} as ${path}`, text);
    for (const { path, text } of sampleOf(codebookSchema, 'codebook').spoiled(wrong))
      tryText(tally, `${shown} as codebook${path}`, text);
  }
}
