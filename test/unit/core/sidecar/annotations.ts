import fc from 'fast-check';
import { ANNOTATION_KEYS, PASSAGE_KEYS } from '../../../../src/core/model/fields';
import type { Annotation } from '../../../../src/core/model/types';
import { hostileText } from '../yaml/hostileTexts';

const text = hostileText;
const filled = hostileText.filter((value) => value !== '');
const note = fc.oneof(
  text,
  fc
    .array(fc.constantFrom('一', '- two: 2', '', '  indented', '# no comment', '"', '\u3000'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((lines) => lines.join('\n')),
);
const offset = fc.nat({ max: 100_000 });
const date = fc.constantFrom('2024', '2024-07', '2024-07-11', '0001-01-01');

/** Whatever JSON can hold, as other programs may put it under keys of their own. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(1.5, 1e21, -2.5e-9),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keyNot([]), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** A key that isn't one of `known`, nor `__proto__`, which makes an entry unreadable. */
function keyNot(known: readonly string[]): fc.Arbitrary<string> {
  return hostileText.filter((key) => key !== '__proto__' && !known.includes(key));
}

/** `fields`, each present or not, and some keys of other programs, in any order. */
function mapping(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
  known: readonly string[],
) {
  const fields = fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required), noNullPrototype: true },
  );
  const unknown = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.dictionary(keyNot(known), anything, { maxKeys: 2, noNullPrototype: true }),
    },
  );
  return fc
    .tuple(fields, unknown)
    .map(([own, others]): Record<string, unknown> => ({ ...own, ...others }));
}

const passage = mapping(
  { exact: filled },
  {
    prefix: text,
    suffix: text,
    start: offset,
    end: offset,
    original: text,
    detached: fc.boolean(),
  },
  PASSAGE_KEYS,
);
const link = mapping({ type: filled, target: filled }, {}, ['type', 'target']);
const conflict = mapping({ field: filled }, { theirs: anything }, ['field', 'theirs']);
const list = (item: fc.Arbitrary<unknown>, minLength = 0) =>
  fc.array(item, { minLength, maxLength: 3 });

/** Any annotation that the format allows, but for its id. */
export const annotationBody = mapping(
  { role: filled, passages: list(passage, 1) },
  {
    speaker: filled,
    stance: filled,
    topic: filled,
    date,
    dateInferred: fc.boolean(),
    reportedBy: list(filled),
    quoteType: fc.constantFrom('direct', 'indirect', 'mixed'),
    cue: text,
    note,
    tags: list(filled),
    links: list(link),
    conflicts: list(conflict),
    adjudicated: mapping({ by: text, at: text, over: list(text) }, {}, ['by', 'at', 'over']),
    origin: mapping(
      { by: filled },
      { name: text, at: text, accepted: mapping({ at: text }, { by: text }, ['by', 'at']) },
      ['by', 'name', 'at', 'accepted'],
    ),
    creator: text,
    created: text,
    modified: text,
  },
  ANNOTATION_KEYS,
);

export const annotation: fc.Arbitrary<Annotation> = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{9}$/), annotationBody)
  .map(([id, body]) => ({ id, ...body }) as Annotation);

/** Another version of an annotation: some fields of it changed, added or left out. */
export function changed(before: Annotation): fc.Arbitrary<Annotation> {
  return fc
    .tuple(annotationBody, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }))
    .map(([other, picks]) => {
      const keys = [...new Set([...Object.keys(before), ...Object.keys(other)])].filter(
        (key) => key !== 'id',
      );
      const kept = keys.flatMap((key, i) =>
        Object.entries(picks[i] === true ? before : other).filter(([name]) => name === key),
      );
      return { id: before.id, ...Object.fromEntries(kept) } as Annotation;
    });
}
