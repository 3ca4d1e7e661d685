import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { FILTER_KEYS, parseFilter } from '../../../../src/core/corpus/query/filter';
import { GROUPINGS } from '../../../../src/core/corpus/query/group';
import { filterSchema, viewGroupings } from '../../../../src/core/model/schema';
import { problemsOf } from './codebookProblems';

/** What is read of the views that are given as lines of a list, and what is wrong with them. */
function viewsOf(lines: string): [unknown, string[]] {
  const text = `version: 1\nviews:\n${lines}\n`;
  return [readCodebook(text).views, problemsOf(text)];
}

describe('saved views of a codebook', () => {
  it('are read as they are typed', () => {
    assert.deepEqual(
      viewsOf('  - {name: 反驳, filter: {role: [rebuttal]}, groupBy: topic, sortBy: date}'),
      [[{ name: '反驳', filter: { role: ['rebuttal'] }, groupBy: 'topic', sortBy: 'date' }], []],
    );
    assert.deepEqual(
      viewsOf(
        '  - name: 007\n    filter: {since: 2024, speaker: No, topic: [~, 12]}\n    color: "#fff"',
      ),
      [
        [
          {
            name: '007',
            filter: { since: '2024', speaker: 'No', topic: [null, '12'] },
            color: '#fff',
          },
        ],
        [],
      ],
    );
  });

  it('can ask for what is not set', () => {
    for (const none of ['', ' ~', ' null', ' [null]'])
      assert.deepEqual(
        parseFilter(
          readCodebook(`version: 1\nviews: [{name: a, filter: {stance:${none}}}]`).views[0]?.filter,
        ).errors,
        [],
      );
    assert.deepEqual(viewsOf('  - {name: a, filter: {stance: null}}')[0], [
      { name: 'a', filter: { stance: null } },
    ]);
  });

  it('are left out where they are no good, each with a problem at its place', () => {
    for (const [view, place] of [
      ['filter: {}', '3:5'],
      ['name: a, filter: [x]', '3:24'],
      ['name: a, filter: {who: x}', '3:29'],
      ['name: a, filter: {role: {}}', '3:30'],
      ['name: a, filter: {since: May}', '3:31'],
      ['name: a, filter: {state: lost}', '3:31'],
      ['name: a, filter: {quoteType: [direct, x]}', '3:44'],
      ['name: a, filter: {linked: rebuts}', '3:32'],
      ['name: a, filter: {role: ""}', '3:30'],
      ['name: a, groupBy: colour', '3:24'],
      ['name: a, sortBy: size', '3:23'],
    ] as const)
      assert.deepEqual(
        viewsOf(`  - {${view}}\n  - {name: b}`),
        [[{ name: 'b' }], [`${place} entry`]],
        view,
      );
    assert.deepEqual(viewsOf('  - {name: a}\n  - {name: a, sortBy: date}'), [
      [{ name: 'a' }],
      ['4:5 duplicate-name'],
    ]);
  });

  it('group and filter as commands do', () => {
    assert.deepEqual(Object.keys(filterSchema.entries), FILTER_KEYS);
    assert.deepEqual(viewGroupings.slice(0, GROUPINGS.length), GROUPINGS);
    const value = fc.constantFrom<unknown>(
      null,
      '',
      'a',
      '2024',
      '2024-13',
      '<rebuts',
      '>',
      'changed',
      'mixed',
      7,
      [],
      ['a', null],
      [['a']],
      {},
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...FILTER_KEYS, 'who'), value, { maxKeys: 2 }),
        (filter) => {
          assert.equal(v.is(filterSchema, filter), parseFilter(filter).errors.length === 0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('findings that were set aside', () => {
  it('are read with their reasons, once each', () => {
    const text =
      'version: 1\nfindings:\n  - {kind: turn, ids: [a1, b2], reason: 换了单位, at: 2026-11-23}\n' +
      '  - {kind: turn, ids: [b2, a1], reason: again}\n  - {kind: turn, ids: []}\n';
    assert.deepEqual(readCodebook(text).findings, [
      { kind: 'turn', ids: ['a1', 'b2'], reason: '换了单位', at: '2026-11-23' },
    ]);
    assert.deepEqual(problemsOf(text), ['4:5 duplicate-name', '5:23 entry', '5:5 entry']);
  });
});
