import assert from 'node:assert/strict';
import type { PlacedPassage } from '../../../../src/core/placing/placeAnnotations';
import { exportAnnotation } from '../../../../src/core/exchange/exportAnnotation';
import type { Annotation, Passage } from '../../../../src/core/model/types';
import { ArticleText } from '../../../../src/core/text/articleText';

const TEXT = '# 😀\n\n在𠮷野家，李彦宏说：“开源是智商税。”\nNobody answered.\n';
const article = new ArticleText(TEXT);

const annotation = (passage: Passage, more: Record<string, unknown> = {}): Annotation => ({
  id: 'a1',
  role: 'claim',
  passages: [passage],
  ...more,
});
const placeOf = (words: string): PlacedPassage => ({
  state: 'anchored',
  range: { start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length },
});
const exported = (one: Annotation, ...passages: PlacedPassage[]) =>
  exportAnnotation({ annotation: one, passages }, 'articles/a.md', article);
const first = (one: Annotation, ...passages: PlacedPassage[]) =>
  exported(one, ...passages).passages[0];

describe('exportAnnotation', () => {
  it('has the keys in the contract’s order, whatever the sidecar’s, and unknown ones behind them', () => {
    const given: Annotation = {
      mine: 1,
      modified: '2026-11-22T09:31:00Z',
      created: '2026-11-22T09:30:00Z',
      creator: 'Zhang San',
      origin: { by: 'model', name: 'M', at: '2026', accepted: { by: 'Zhang San', at: '2026' } },
      adjudicated: { by: 'Li Si', at: '2026', over: [] },
      conflicts: [],
      links: [{ type: 'rebuts', target: 'b1' }],
      tags: ['cost'],
      note: 'n',
      cue: '说',
      quoteType: 'direct',
      reportedBy: ['第一财经'],
      dateInferred: true,
      date: '2024',
      passages: [
        {
          page: 2,
          detached: false,
          original: 'o',
          end: 9,
          start: 8,
          suffix: '。',
          prefix: '“',
          exact: '开源是智商税',
        },
      ],
      topic: 't',
      stance: 'favor',
      speaker: '李彦宏',
      role: 'claim',
      id: 'a1',
    };
    const one = exported(given, { ...placeOf('开源'), state: 'changed' });
    assert.equal(
      Object.keys(one).join(' '),
      'id article role speaker stance topic passages state date dateInferred reportedBy quoteType cue note tags links conflicts adjudicated origin creator created modified mine',
    );
    assert.equal(
      Object.keys(one.passages[0] ?? {}).join(' '),
      'exact prefix suffix original detached page state start end line column found stored',
    );
    for (const [key, value] of Object.entries(given))
      if (key !== 'passages') assert.deepEqual(one[key], value, key);
  });

  it('gives places in code points, lines and columns from 1', () => {
    assert.deepEqual(
      exported(annotation({ exact: '开源是智商税', start: 3, end: 9 }), placeOf('开源是智商税')),
      {
        id: 'a1',
        article: 'articles/a.md',
        role: 'claim',
        passages: [
          {
            exact: '开源是智商税',
            state: 'anchored',
            start: 16,
            end: 22,
            line: 3,
            column: 12,
            stored: { start: 3, end: 9 },
          },
        ],
        state: 'anchored',
      },
    );
    for (const words of ['#', '😀', '在', '野家', 'Nobody', '.']) {
      const { start, end, line, column } =
        first(annotation({ exact: words }), placeOf(words)) ?? {};
      assert.equal(Array.from(TEXT).slice(start, end).join(''), words);
      assert.equal(
        Array.from(TEXT.split('\n')[(line ?? 0) - 1] ?? '')
          .slice((column ?? 0) - 1)
          .join('')
          .startsWith(words),
        true,
        words,
      );
    }
  });

  it('shows the words that stand there now where they changed', () => {
    const changed: PlacedPassage = { ...placeOf('开源是智商税'), state: 'changed' };
    const { exact, found, state } = first(annotation({ exact: '开源就是智商税' }), changed) ?? {};
    assert.deepEqual([exact, found, state], ['开源就是智商税', '开源是智商税', 'changed']);
    assert.equal(
      'found' in (first(annotation({ exact: '开源是智商税' }), placeOf('开源是智商税')) ?? {}),
      false,
    );
  });

  it('gives no place for what is ambiguous, orphaned, or in an article that is gone', () => {
    const quote = annotation({ exact: '开源', start: 3, end: 5 });
    for (const state of ['ambiguous', 'orphaned'] as const) {
      assert.deepEqual(exported(quote, { state }), {
        id: 'a1',
        article: 'articles/a.md',
        role: 'claim',
        passages: [{ exact: '开源', state, stored: { start: 3, end: 5 } }],
        state,
      });
    }
    const gone = exportAnnotation(
      { annotation: quote, passages: [placeOf('开源')] },
      'a.md',
      undefined,
    );
    assert.deepEqual(Object.keys(gone.passages[0] ?? {}), ['exact', 'state', 'stored']);
  });

  it('has the worst passage’s state for the annotation', () => {
    const two: Annotation = {
      id: 'a1',
      role: 'claim',
      passages: [{ exact: '开源' }, { exact: 'gone' }],
    };
    const one = exported(two, placeOf('开源'), { state: 'orphaned' });
    assert.deepEqual(
      [one.state, ...one.passages.map(({ state }) => state)],
      ['orphaned', 'anchored', 'orphaned'],
    );
  });

  it('tells the sidecar’s numbers as they are, also if there is but one, or none', () => {
    assert.deepEqual(first(annotation({ exact: '开源', end: 7 }), placeOf('开源'))?.stored, {
      end: 7,
    });
    assert.deepEqual(first(annotation({ exact: '开源' }), placeOf('开源'))?.stored, {});
    assert.deepEqual(
      first(annotation({ exact: '开源', start: 0, end: 0 }), placeOf('开源'))?.stored,
      { start: 0, end: 0 },
    );
  });

  it('keeps under `stored` what the sidecar has under keys of the export’s own', () => {
    const passage = {
      exact: '开源',
      start: 1,
      line: 'three',
      column: null,
      found: ['x'],
      state: 'fine',
      stored: 'yes',
      page: 4,
    };
    const one = exported(
      annotation(passage, { article: 'other.md', state: 'odd', stored: 5, mine: 1 }),
      { state: 'orphaned' },
    );
    assert.deepEqual(one, {
      id: 'a1',
      article: 'articles/a.md',
      role: 'claim',
      passages: [
        {
          exact: '开源',
          page: 4,
          state: 'orphaned',
          stored: {
            start: 1,
            state: 'fine',
            line: 'three',
            column: null,
            found: ['x'],
            stored: 'yes',
          },
        },
      ],
      state: 'orphaned',
      mine: 1,
      stored: { article: 'other.md', state: 'odd', stored: 5 },
    });
  });

  it('leaves the annotation as it was', () => {
    const given = annotation({ exact: '开源', start: 3 }, { state: 'odd' });
    const before = structuredClone(given);
    exported(given, placeOf('开源'));
    assert.deepEqual(given, before);
  });
});
