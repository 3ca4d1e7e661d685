import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  ANNOTATION_KEYS,
  FIXED_FIELDS,
  orderedKeys,
  withChanges,
} from '../../../../src/core/model/fields';
import { newId, timestamp } from '../../../../src/core/model/ids';
import { isMapping, sameValue } from '../../../../src/core/model/sameValue';
import { quoteOf } from '../../../../src/core/model/quote';
import type { Annotation } from '../../../../src/core/model/types';

describe('orderedKeys', () => {
  it('puts known keys first and in their order, the others in theirs, and leaves out what has no value', () => {
    assert.deepEqual(
      orderedKeys({ z: 1, role: 'claim', a: null, id: 'x', speaker: undefined }, ANNOTATION_KEYS),
      ['id', 'role', 'z', 'a'],
    );
    assert.deepEqual(orderedKeys({ b: 1, a: 2 }, []), ['b', 'a']);
  });

  it('knows the order of the format', () => {
    assert.equal(
      ANNOTATION_KEYS.join(' '),
      'id role speaker stance topic passages date dateInferred reportedBy quoteType cue note tags links conflicts adjudicated origin creator created modified',
    );
    assert.deepEqual([...FIXED_FIELDS], ['id', 'creator', 'created']);
  });

  it('gives each key once', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.option(fc.nat(), { nil: undefined })),
        fc.uniqueArray(fc.string()),
        (value, order) => {
          const keys = orderedKeys(value, [...new Set([...order, ...Object.keys(value).slice(1)])]);
          assert.deepEqual(
            [...keys].sort(),
            Object.keys(value)
              .filter((key) => value[key] !== undefined)
              .sort(),
          );
        },
      ),
    );
  });
});

describe('withChanges', () => {
  const annotation: Annotation = {
    id: 'a1',
    role: 'claim',
    speaker: '李彦宏',
    tags: ['cost'],
    passages: [{ exact: 'x' }],
    mine: 1,
  };

  it('sets, replaces and removes fields', () => {
    assert.deepEqual(
      withChanges(annotation, {
        speaker: null,
        stance: 'favor',
        tags: [],
        note: '',
        mine: undefined,
        role: 'evidence',
      }),
      {
        id: 'a1',
        role: 'evidence',
        stance: 'favor',
        passages: [{ exact: 'x' }],
      },
    );
    assert.deepEqual(
      withChanges(annotation, { dateInferred: false, score: 0 }),
      { ...annotation, dateInferred: false, score: 0 },
      'false and 0 are values',
    );
  });

  it('leaves the annotation as it was', () => {
    const before = structuredClone(annotation);
    withChanges(annotation, { speaker: null, tags: ['x'] });
    assert.deepEqual(annotation, before);
  });

  it('lets no key pollute a prototype', () => {
    const changes = JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, unknown>;
    assert.equal((withChanges(annotation, changes) as { polluted?: unknown }).polluted, undefined);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});

describe('sameValue', () => {
  /** Without undefined: to a file a field without value is no field. */
  const withoutUndefined = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutUndefined);
    if (!isMapping(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([key, field]) => [key, withoutUndefined(field)]),
    );
  };
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(null, true, false, 0, 1, NaN, '', 'a', 'b', [], {}),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(
        fc.constantFrom('a', 'b', 'constructor', 'toString', '0'),
        fc.oneof(tie('value'), fc.constant(undefined)),
        { maxKeys: 2, noNullPrototype: true },
      ),
    ),
  }));

  it('agrees with node’s deep equality of plain data', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        assert.equal(sameValue(a, b), isDeepStrictEqual(withoutUndefined(a), withoutUndefined(b)));
        assert.equal(sameValue(a, b), sameValue(b, a));
      }),
      { numRuns: 3_000 },
    );
  });

  it('holds for a copy with its keys in another order', () => {
    const reversed = (from: unknown): unknown =>
      Array.isArray(from)
        ? from.map(reversed)
        : isMapping(from)
          ? Object.fromEntries(
              Object.entries(from)
                .reverse()
                .map(([key, field]) => [key, reversed(field)]),
            )
          : from;
    fc.assert(fc.property(value, (a) => assert.ok(sameValue(a, reversed(structuredClone(a))))));
  });

  it('tells a list from a mapping and null from both', () => {
    for (const [a, b] of [
      [[], {}],
      [null, {}],
      [null, undefined],
      ['1', 1],
      [['a'], { 0: 'a' }],
      [{ a: 1 }, { a: 1, b: null }],
      [{ constructor: 1 }, {}],
    ]) {
      assert.equal(sameValue(a, b), false);
      assert.equal(sameValue(b, a), false);
    }
    assert.ok(sameValue({ a: 1, b: undefined }, { a: 1 }));
  });
});

describe('newId', () => {
  it('is ten letters and digits, a letter first, and never one that is taken', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 2_000; i++) {
      const id = newId(taken);
      assert.match(id, /^[a-z][a-z0-9]{9}$/);
      assert.ok(!taken.has(id));
      taken.add(id);
    }
    const refused: string[] = [];
    const id = newId({ has: (candidate) => refused.length < 3 && refused.push(candidate) > 0 });
    assert.equal(refused.length, 3);
    assert.ok(!refused.includes(id));
  });

  it('uses all letters and digits at every place', () => {
    const ids = Array.from({ length: 3_000 }, () => newId(new Set()));
    for (let place = 0; place < 10; place++)
      assert.equal(new Set(ids.map((id) => id[place])).size, place === 0 ? 26 : 36);
  });
});

describe('timestamp', () => {
  it('is UTC in whole seconds', () => {
    assert.equal(timestamp(new Date('2026-11-22T17:30:00.987+08:00')), '2026-11-22T09:30:00Z');
    assert.equal(timestamp(new Date(0)), '1970-01-01T00:00:00Z');
  });
});

describe('quoteOf', () => {
  it('has the words of all passages, with an ellipsis between them', () => {
    assert.equal(quoteOf({ passages: [{ exact: '开源' }] }), '开源');
    assert.equal(quoteOf({ passages: [{ exact: 'It is' }, { exact: 'a tax' }] }), 'It is … a tax');
  });
});
