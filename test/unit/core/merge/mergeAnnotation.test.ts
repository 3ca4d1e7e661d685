import assert from 'node:assert/strict';
import { mergeAnnotation } from '../../../../src/core/merge/annotation/mergeAnnotation';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import { quote, base, but, merge } from './annotationVersions';

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
});
