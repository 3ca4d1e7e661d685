import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeAnnotation } from '../../../../src/core/merge/annotation/mergeAnnotation';
import { isMapping, sameValue } from '../../../../src/core/model/sameValue';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import { annotation, changed } from '../sidecar/annotations';

const quote: Passage = {
  exact: '开源模型其实是一种智商税',
  prefix: '谈到了 “',
  suffix: '”。',
  start: 760,
  end: 772,
};
const base: Annotation = {
  id: 'k3v9x2m7qa',
  role: 'claim',
  speaker: '李彦宏',
  stance: 'favor',
  passages: [quote],
  tags: ['cost', 'open'],
  links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
  created: '2026-11-22T09:30:00Z',
  modified: '2026-11-22T09:31:00Z',
};
const but = (changes: Record<string, unknown>, of: Annotation = base): Annotation =>
  Object.fromEntries(
    Object.entries({ ...of, ...changes }).filter(([, value]) => value !== undefined),
  ) as Annotation;
const merge = (ours: Record<string, unknown>, theirs: Record<string, unknown>) =>
  mergeAnnotation(base, but(ours), but(theirs));

describe('mergeAnnotation', () => {
  it('takes what one side alone changed, added or removed', () => {
    assert.deepEqual(
      merge({ stance: 'against' }, { speaker: '百度创始人李彦宏', note: 'so?', topic: undefined }),
      but({ stance: 'against', speaker: '百度创始人李彦宏', note: 'so?' }),
    );
    assert.deepEqual(
      merge({ stance: undefined }, { note: '见第二段' }),
      but({ stance: undefined, note: '见第二段' }),
    );
  });

  it('keeps ours and notes theirs where both changed a field differently', () => {
    assert.deepEqual(
      merge({ stance: 'against' }, { stance: 'neutral' }),
      but({ stance: 'against', conflicts: [{ field: 'stance', theirs: 'neutral' }] }),
    );
    assert.deepEqual(
      merge({ stance: 'against' }, { stance: undefined }),
      but({ stance: 'against', conflicts: [{ field: 'stance' }] }),
    );
    assert.deepEqual(
      merge({ stance: undefined }, { stance: 'against' }),
      but({ stance: undefined, conflicts: [{ field: 'stance', theirs: 'against' }] }),
    );
    assert.deepEqual(
      merge({ note: 'a' }, { note: 'b' }),
      but({ note: 'a', conflicts: [{ field: 'note', theirs: 'b' }] }),
    );
    assert.deepEqual(
      merge({ stance: 'against', note: 'x' }, { stance: 'against', cue: 'y' }),
      but({ stance: 'against', note: 'x', cue: 'y' }),
    );
  });

  it('takes the later time of change, whatever else differs', () => {
    const [early, late] = ['2026-11-23T09:00:00Z', '2026-11-23T10:00:00+00:00'];
    assert.equal(
      merge({ modified: early, note: 'a' }, { modified: late, cue: 'b' })?.modified,
      late,
    );
    assert.equal(
      merge({ modified: late, note: 'a' }, { modified: early, cue: 'b' })?.modified,
      late,
    );
    assert.equal(
      merge({ modified: undefined, note: 'a' }, { modified: early, cue: 'b' })?.modified,
      early,
    );
    assert.equal(
      merge({ modified: 'yesterday', note: 'a' }, { modified: 'today', cue: 'b' })?.modified,
      'yesterday',
    );
    assert.equal(
      merge(
        { modified: '2026-11-23T09:00:00Z', note: 'a' },
        { modified: '2026-11-23T09:00:00.000Z', cue: 'b' },
      )?.modified,
      '2026-11-23T09:00:00Z',
    );
    assert.equal(
      merge({ modified: early, note: 'a' }, { modified: late, cue: 'b' })?.conflicts,
      undefined,
    );
  });

  it('merges tags and links as sets, in ours’ order with theirs behind', () => {
    assert.deepEqual(
      merge({ tags: ['open', 'cost', 'ours'] }, { tags: ['theirs', 'cost'] })?.tags,
      ['cost', 'ours', 'theirs'],
    );
    assert.deepEqual(
      merge({ tags: undefined, note: 'x' }, { tags: ['cost', 'open', 'new'] })?.tags,
      ['new'],
    );
    assert.deepEqual(merge({ tags: ['cost'] }, { tags: ['open'] }), but({ tags: undefined }));
    const [supports, restates] = [
      { type: 'supports', target: 'a1' },
      { type: 'restates', target: 'a1' },
    ];
    assert.deepEqual(
      merge({ links: [...base.links!, supports] }, { links: [restates] }),
      but({ links: [supports, restates] }),
    );
    assert.deepEqual(
      merge({ links: undefined, stance: 'against' }, { note: 'x' }),
      but({ links: undefined, stance: 'against', note: 'x' }),
    );
  });

  it('notes theirs’ links where a link says more than its type and target, and both changed that', () => {
    const [rebuts] = base.links!;
    const theirs = [
      { ...rebuts!, weight: 2 },
      { type: 'supports', target: 'b2' },
    ];
    assert.deepEqual(
      merge({ links: [{ ...rebuts!, weight: 1 }] }, { links: theirs }),
      but({
        links: [{ ...rebuts!, weight: 1 }, theirs[1]],
        conflicts: [{ field: 'links', theirs }],
      }),
    );
    assert.deepEqual(
      merge({ links: [] }, { links: theirs }),
      but({ links: [theirs[1]], conflicts: [{ field: 'links', theirs }] }),
    );
    assert.deepEqual(
      merge({ links: theirs }, { links: undefined }),
      but({ links: theirs, conflicts: [{ field: 'links' }] }),
    );
  });

  it('takes the order of sources as one piece', () => {
    assert.deepEqual(
      merge({ reportedBy: ['第一财经'] }, { reportedBy: ['Reuters', '第一财经'] }),
      but({
        reportedBy: ['第一财经'],
        conflicts: [{ field: 'reportedBy', theirs: ['Reuters', '第一财经'] }],
      }),
    );
  });

  describe('of passages', () => {
    const two = [quote, { exact: 'the second', start: 900, end: 910 }];
    const withTwo = but({ passages: two });
    const passagesOf = (ours: Passage[], theirs: Passage[], from: Annotation = base) => {
      const merged = mergeAnnotation(
        from,
        but({ passages: ours }, from),
        but({ passages: theirs }, from),
      );
      return { passages: merged?.passages, conflicts: merged?.conflicts };
    };

    it('never has a conflict about where they stand, nor one side’s start with the other’s end', () => {
      const [ours, theirs] = [
        { ...quote, start: 100, end: 112 },
        { ...quote, start: 200, end: 212 },
      ];
      assert.deepEqual(passagesOf([ours], [theirs]), { passages: [ours], conflicts: undefined });
      assert.deepEqual(
        mergeAnnotation(base, but({ note: 'x' }), but({ passages: [theirs] })),
        but({ note: 'x', passages: [theirs] }),
      );
    });

    it('moves the place with the words', () => {
      const theirs = { ...quote, exact: '开源模型是智商税', start: 300, end: 308 };
      assert.deepEqual(passagesOf([{ ...quote, start: 100, end: 112 }], [theirs]), {
        passages: [theirs],
        conflicts: undefined,
      });
    });

    it('merges them one by one', () => {
      const [ours, theirs] = [
        [quote, { exact: 'the 2nd', start: 900, end: 907 }],
        [{ ...quote, detached: true }, two[1]!],
      ];
      assert.deepEqual(passagesOf(ours, theirs, withTwo), {
        passages: [theirs[0], ours[1]],
        conflicts: undefined,
      });
    });

    it('keeps ours’ words and notes all of theirs where both changed the words of one', () => {
      const [ours, theirs] = [[{ ...quote, exact: '开源模型' }], [{ ...quote, suffix: '”，' }]];
      assert.deepEqual(passagesOf(ours, theirs), {
        passages: ours,
        conflicts: [{ field: 'passages', theirs }],
      });
    });

    it('takes the list as one piece where one was added or removed', () => {
      assert.deepEqual(passagesOf(two, [{ ...quote, start: 1, end: 13 }]), {
        passages: two,
        conflicts: undefined,
      });
      assert.deepEqual(passagesOf([{ ...quote, start: 1, end: 13 }], two), {
        passages: two,
        conflicts: undefined,
      });
      assert.deepEqual(passagesOf(two, [{ ...quote, exact: '智商税' }]), {
        passages: two,
        conflicts: [{ field: 'passages', theirs: [{ ...quote, exact: '智商税' }] }],
      });
    });

    it('merges keys that the format doesn’t know', () => {
      assert.deepEqual(passagesOf([{ ...quote, page: 1 }], [{ ...quote, constructor: 'x' }]), {
        passages: [{ ...quote, page: 1, constructor: 'x' }],
        conflicts: undefined,
      });
      assert.deepEqual(passagesOf([{ ...quote, page: 1 }], [{ ...quote, page: 2 }]), {
        passages: [{ ...quote, page: 1 }],
        conflicts: [{ field: 'passages', theirs: [{ ...quote, page: 2 }] }],
      });
    });
  });

  describe('of an annotation that a side deleted', () => {
    it('deletes it where the other side did nothing that counts', () => {
      for (const left of [
        base,
        but({ modified: '2027-01-01T00:00:00Z' }),
        but({ passages: [{ ...quote, start: 1, end: 13 }] }),
      ]) {
        assert.equal(mergeAnnotation(base, undefined, left), undefined);
        assert.equal(mergeAnnotation(base, left, undefined), undefined);
      }
      assert.equal(mergeAnnotation(base, undefined, undefined), undefined);
    });

    it('keeps it where the other side changed it, and says so once', () => {
      const kept = but({ note: '重要', conflicts: [{ field: 'id' }] });
      assert.deepEqual(mergeAnnotation(base, undefined, but({ note: '重要' })), kept);
      assert.deepEqual(mergeAnnotation(base, but({ note: '重要' }), undefined), kept);
      assert.deepEqual(mergeAnnotation(base, kept, undefined), kept);
    });
  });

  it('merges what both added under one id', () => {
    assert.deepEqual(
      mergeAnnotation(
        undefined,
        but({ note: 'x' }),
        but({ stance: 'against', cue: 'y', tags: ['new'] }),
      ),
      but({
        note: 'x',
        cue: 'y',
        tags: ['cost', 'open', 'new'],
        conflicts: [{ field: 'stance', theirs: 'against' }],
      }),
    );
    assert.deepEqual(mergeAnnotation(undefined, base, undefined), base);
    assert.deepEqual(mergeAnnotation(undefined, undefined, base), base);
    const moved = but({
      passages: [{ exact: quote.exact, prefix: quote.prefix!, suffix: quote.suffix! }],
    });
    assert.deepEqual(mergeAnnotation(undefined, moved, base), base);
  });

  describe('of conflicts that are there already', () => {
    const [stance, note] = [
      { field: 'stance', theirs: 'against' },
      { field: 'note', theirs: 'x' },
    ];
    const undecided = but({ conflicts: [stance, note] });
    const conflictsOf = (ours: Record<string, unknown>, theirs: Record<string, unknown>) =>
      mergeAnnotation(undecided, but(ours, undecided), but(theirs, undecided))?.conflicts;

    it('leaves those decided that a side decided', () => {
      assert.deepEqual(conflictsOf({ conflicts: [note] }, { cue: 'x' }), [note]);
      assert.deepEqual(conflictsOf({ cue: 'x' }, { conflicts: undefined }), undefined);
      assert.deepEqual(conflictsOf({ conflicts: [note] }, { conflicts: [stance] }), undefined);
    });

    it('adds new ones behind, and none twice', () => {
      assert.deepEqual(conflictsOf({ stance: 'neutral' }, { stance: 'unclear' }), [
        stance,
        note,
        { field: 'stance', theirs: 'unclear' },
      ]);
      assert.deepEqual(
        conflictsOf({ note: 'y', conflicts: [stance, note, { field: 'note' }] }, { note: 'x' }),
        [stance, note, { field: 'note' }],
      );
    });

    it('drops one whose value the field has got', () => {
      assert.deepEqual(conflictsOf({ cue: 'y' }, { stance: 'against' }), [note]);
    });
  });

  it('takes keys that objects inherit for keys like any other', () => {
    assert.deepEqual(
      merge({ constructor: 1 }, { toString: { valueOf: [1] } }),
      but({ constructor: 1, toString: { valueOf: [1] } }),
    );
    assert.deepEqual(
      merge({ constructor: 1 }, { constructor: 2 }),
      but({ constructor: 1, conflicts: [{ field: 'constructor', theirs: 2 }] }),
    );
    assert.deepEqual(
      mergeAnnotation(
        but({ hasOwnProperty: 1 }),
        but({ note: 'x' }),
        but({ hasOwnProperty: 1, cue: 'y' }),
      ),
      but({ note: 'x', cue: 'y' }),
    );
  });

  const versions = annotation.chain((start) =>
    fc.record({ start: fc.constant(start), ours: changed(start), theirs: changed(start) }),
  );

  it('gives a side back where the other did nothing, whatever it is', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        assert.deepEqual(mergeAnnotation(start, ours, structuredClone(ours)), ours);
        assert.deepEqual(mergeAnnotation(start, ours, structuredClone(start)), ours);
        assert.deepEqual(mergeAnnotation(start, structuredClone(start), theirs), theirs);
      }),
    );
  });

  it('loses no value that a side set, whatever it is', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        const merged = mergeAnnotation(start, ours, theirs)!;
        assert.ok(merged);
        for (const side of [ours, theirs]) {
          for (const field of new Set([...Object.keys(start), ...Object.keys(side)])) {
            const value = valueOf(side, field);
            if (
              sameValue(value, valueOf(start, field)) ||
              field === 'modified' ||
              field === 'conflicts'
            )
              continue;
            const found = [
              valueOf(merged, field),
              ...(merged.conflicts ?? [])
                .filter((conflict) => conflict.field === field)
                .map(({ theirs: other }) => other),
            ];
            const isThere = found.some((one) => holds(one, value, valueOf(start, field)));
            assert.ok(isThere, `${field} of ${JSON.stringify(side)} in ${JSON.stringify(merged)}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no undecided conflict that a side has, unless the other side decided it or the field says it', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        const merged = mergeAnnotation(start, ours, theirs)!;
        for (const conflict of [...(ours.conflicts ?? []), ...(theirs.conflicts ?? [])]) {
          const isIn = (side: Annotation) =>
            (side.conflicts ?? []).some((one) => sameValue(one, conflict));
          const isDecided = isIn(start) && !(isIn(ours) && isIn(theirs));
          assert.ok(
            isDecided ||
              isIn(merged) ||
              sameValue(valueOf(merged, conflict.field), conflict.theirs),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same with the sides swapped, but for whose value is in a field', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        const [one, other] = [
          mergeAnnotation(start, ours, theirs)!,
          mergeAnnotation(start, theirs, ours)!,
        ];
        const all = (merged: Annotation) =>
          [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
            .sort()
            .filter((field) => field !== 'conflicts' && field !== 'passages')
            .map((field) => [
              field,
              [
                valueOf(merged, field),
                ...(merged.conflicts ?? [])
                  .filter((conflict) => conflict.field === field)
                  .map(({ theirs: value }) => value),
              ]
                .map(sorted)
                .sort(),
            ]);
        assert.deepEqual(
          new Set((one.conflicts ?? []).map(({ field }) => field)),
          new Set((other.conflicts ?? []).map(({ field }) => field)),
        );
        assert.deepEqual(all(one), all(other));
      }),
      { numRuns: 300 },
    );
  });
});

function valueOf(of: Annotation, field: string): unknown {
  return Object.hasOwn(of, field) ? of[field] : undefined;
}

/**
 * Whether a merged value holds what a side made of it: a set what that side added, passages its
 * words.
 */
function holds(merged: unknown, side: unknown, before: unknown): boolean {
  if (sameValue(merged, side)) return true;
  if (side === undefined) return merged === undefined || Array.isArray(merged);
  if (!Array.isArray(side)) return false;
  // An empty list says no more than none.
  if (!Array.isArray(merged)) return side.length === 0 && merged === undefined;
  return side.every((item: unknown) =>
    [...(merged as unknown[]), ...((before as unknown[] | undefined) ?? [])].some(
      (one) =>
        sameValue(one, item) ||
        (isMapping(one) && isMapping(item) && 'exact' in item && one.exact === item.exact),
    ),
  );
}

/** A value as text, lists without their order. */
function sorted(value: unknown): string {
  return JSON.stringify([
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value,
  ]);
}
