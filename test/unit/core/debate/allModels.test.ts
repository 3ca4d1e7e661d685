import assert from 'node:assert/strict';
import fc from 'fast-check';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';
import { twinTable, type DebateOptions } from '../../../../src/core/debate';
import { requireNetworkOptions } from '../../../../src/core/network/options';
import { anyArticles, corpusOf } from '../corpus/query/queries';
import { debateOf, drawnOf, modelOf, SMALL_DEBATE, type Said } from './debates';

const WIDTH = 700;

/** Every view with its usual options, and some with others. */
const ALL: readonly DebateOptions[] = [
  { view: 'matrix', width: WIDTH },
  { view: 'matrix', columns: 'article', order: 'similarity', width: WIDTH },
  { view: 'timeline', width: WIDTH },
  { view: 'timeline', by: 'topic', width: 400 },
  { view: 'turns' },
  { view: 'answers', width: WIDTH },
  { view: 'answers', everybody: true, width: WIDTH },
  { view: 'answers', claim: 'a1', width: WIDTH },
  { view: 'networks', network: requireNetworkOptions({}), width: WIDTH },
  { view: 'networks', network: requireNetworkOptions({ kind: 'two-mode' }), width: WIDTH },
  {
    view: 'networks',
    network: requireNetworkOptions({ aggregation: 'subtract', since: '2024' }),
    width: WIDTH,
  },
  { view: 'sameStatement' },
];

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202egnp.exe\u0007',
  '$(alert) [x](command:y)',
  '=HYPERLINK("http://x")',
  'a\nb\tc',
  '',
];

describe('every view of a debate', () => {
  for (const options of ALL) {
    const name = JSON.stringify(options);

    it(`stands for annotations that there are: ${name}`, () => {
      fc.assert(
        fc.property(anyArticles, (articles) => {
          const context = {
            ...corpusOf(articles),
            vocabulary: vocabularyOf(undefined),
            titleOf: () => undefined,
          };
          const model = modelOf(context, options);
          const drawn = drawnOf(model);
          for (const { ids, label } of drawn) {
            assert.ok(ids.length > 0 && label !== '');
            for (const id of ids) assert.ok(context.corpus.hasId(id), id);
          }
          const table = twinTable(model);
          for (const { cells, ids } of table.rows) {
            assert.equal(cells.length, table.columns.length);
            assert.ok(ids.length > 0);
          }
          if (drawn.length === 0 && model.view !== 'answers' && model.view !== 'networks')
            assert.ok(model.notices.length > 0);
          // Nothing in it depends on anything but what it is made of.
          assert.deepEqual(modelOf(context, options), model);
        }),
        { numRuns: 40 },
      );
    });

    it(`has unlike keys, and no disguising characters of hostile names: ${name}`, () => {
      const hostile = HOSTILE.flatMap((text, n): Said[] => [
        {
          ...{ id: `a${n}`, speaker: text || 'x', topic: text || 'y', stance: 'favor' },
          ...{ date: '2024-01-01', passages: [{ exact: text || 'z' }] },
        },
        {
          ...{ id: `b${n}`, speaker: text || 'x', topic: text || 'y', stance: 'against' },
          ...{ date: '2025-01-01', links: [{ type: 'restates', target: `a${n}` }] },
        },
      ]);
      const model = modelOf(debateOf({ 'a.md': hostile }), options);
      const drawn = drawnOf(model);
      assert.equal(new Set(drawn.map(({ key }) => key)).size, drawn.length);
      const labels = drawn.map(({ label }) => label);
      assert.ok(labels.length > 0);
      for (const label of [...labels, ...twinTable(model).rows.flatMap(({ cells }) => cells)])
        assert.doesNotMatch(String(label), /[\u202a-\u202e\u0007]/);
    });
  }

  it('tells each fact of the picture in its table', () => {
    const context = debateOf(SMALL_DEBATE, { published: { 'a.md': '2023-06-01' } });
    const model = modelOf(context, { view: 'turns' });
    assert.deepEqual(
      twinTable(model).rows.map(({ cells }) => cells),
      [
        [
          ...['Ann', 'bridge', 'against', '2023-05', 'words of a1', 'Title of a.md'],
          ...['favor', '2024-07-11', 'words of b1', 'Title of b.md', '13 months', ''],
        ],
      ],
    );
  });
});
