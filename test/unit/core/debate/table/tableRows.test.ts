import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  GROUPED_COLUMNS,
  TABLE_COLUMNS,
  type TableSettings,
} from '../../../../../src/core/debate/table/columns';
import { TableRows } from '../../../../../src/core/debate/table/tableRows';
import {
  anyArticles,
  anyGivenFilter,
  corpusOf,
  keyOf,
  type Article,
} from '../../corpus/query/queries';
import { linesOf, namesOf, tableContext, tableOf } from './tables';

const article = (path: string, ...fields: object[]): Article => ({
  path,
  published: '2024-07-11',
  isPacked: true,
  held: fields.map((more, n) => ({
    annotation: { id: `${path[0]}${n}`, role: 'claim', passages: [{ exact: '一' }], ...more },
    state: 'anchored',
  })),
});

const anySettings: fc.Arbitrary<TableSettings> = fc.record({
  order: fc.uniqueArray(
    fc.record({ column: fc.constantFrom(...TABLE_COLUMNS), descending: fc.boolean() }),
    { maxLength: 3, selector: ({ column }) => column },
  ),
  groupBy: fc.option(fc.constantFrom(...GROUPED_COLUMNS), { nil: undefined }),
  filters: fc.dictionary(
    fc.constantFrom('speaker', 'tags', 'links', 'quote', 'date'),
    fc.record({
      values: fc.option(fc.constant(['李彦宏', 'x', '<rebuts', null]), { nil: undefined }),
      text: fc.option(fc.constantFrom('a', '2024'), { nil: undefined }),
    }),
    { maxKeys: 1 },
  ),
});

describe('the rows of the table', () => {
  it('are the same after changes as if they were all sorted anew', () => {
    fc.assert(
      fc.property(
        anyArticles,
        fc.array(anyArticles, { maxLength: 3 }),
        anySettings,
        anyGivenFilter,
        (articles, later, settings, given) => {
          const context = tableContext(corpusOf(articles));
          const table = tableOf(context, settings, given);
          for (const next of later) {
            const { corpus } = corpusOf(next);
            const keys = Array.from({ length: 4 }, (_, n) => keyOf(n));
            for (const key of keys)
              context.corpus.setArticle(key, corpus.pathOf(key) ?? '', corpus.contentOf(key) ?? []);
            if (table.dependsOnOthers) Array.from(table.fill());
            else table.update(new Set(keys));
            const afresh = tableOf(context, settings, given);
            assert.deepEqual(namesOf(table), namesOf(afresh));
            assert.deepEqual(linesOf(table), linesOf(afresh));
          }
        },
      ),
    );
  });

  it('are sorted by several columns, what has no value last in both directions', () => {
    const context = tableContext(
      corpusOf([
        article('a.md', { speaker: 'Bo', date: '2023' }, { speaker: 'ann', date: '2024-02' }, {}),
        article('b.md', { speaker: 'ann', date: '2024-01' }),
      ]),
    );
    const sorted = (...order: TableSettings['order']) =>
      linesOf(tableOf(context, { order })).join();
    const by = (column: 'speaker' | 'date', descending = false) => ({ column, descending });
    assert.equal(sorted(by('speaker')), 'a1,b0,a0,a2');
    assert.equal(sorted(by('speaker'), by('date')), 'b0,a1,a0,a2');
    assert.equal(sorted(by('speaker', true), by('date', true)), 'a0,a1,b0,a2');
  });

  it('stand in groups that can be folded, each row under its line', () => {
    const context = tableContext(
      corpusOf([
        article('a.md', { stance: 'favor' }, { stance: 'against' }, {}),
        article('b.md', { stance: 'favor' }),
      ]),
    );
    const table = tableOf(context, { groupBy: 'stance' });
    assert.deepEqual(linesOf(table), ['against (1)', 'a1', 'favor (2)', 'a0', 'b0', '– (1)', 'a2']);
    table.toggle('favor');
    assert.deepEqual(linesOf(table), ['against (1)', 'a1', 'favor (2)', '– (1)', 'a2']);
    const line = (id: string) =>
      table.lines.lineOf(table.numberOf(id.startsWith('a') ? keyOf(0) : keyOf(1), id) ?? -1);
    assert.deepEqual(['a1', 'a0', 'b0', 'a2'].map(line), [1, 2, 2, 4]);
    table.foldAll(true);
    assert.deepEqual(linesOf(table), ['against (1)', 'favor (2)', '– (1)']);
  });

  it('have what each column’s filter asks for', () => {
    const context = tableContext(
      corpusOf([
        article(
          'a.md',
          { speaker: 'Ann', tags: ['cost'], note: 'ＡＢ' },
          { speaker: '李彦宏', links: [{ type: 'rebuts', target: 'a0' }] },
          { tags: ['x', 'cost'] },
        ),
      ]),
    );
    const found = (filters: TableSettings['filters']) =>
      linesOf(tableOf(context, { filters })).join();
    assert.equal(found({ speaker: { values: ['Ann', null] } }), 'a0,a2');
    assert.equal(found({ tags: { values: ['x'] } }), 'a2');
    assert.equal(found({ tags: { text: 'CO' }, speaker: { values: [null] } }), 'a2');
    assert.equal(found({ note: { text: 'ab' } }), 'a0');
    assert.equal(found({ links: { values: ['<rebuts'] } }), 'a0');
    assert.equal(found({ links: { values: [null] } }), 'a2');
  });

  it('take steps to be filled, and are put in place without a sort of all', () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      article(
        `${String(n).padStart(3, '0')}.md`,
        ...Array.from({ length: 40 }, (_, i) => ({ speaker: `S${(n * 7 + i) % 997}` })),
      ),
    );
    const context = tableContext(corpusOf(many));
    const order = [{ column: 'speaker', descending: false } as const];
    const table = new TableRows(context, {}, { order, filters: {} });
    const times: number[] = [];
    for (const steps = table.fill(); ;) {
      const from = performance.now();
      const { done } = steps.next();
      times.push(performance.now() - from);
      if (done === true) break;
    }
    assert.equal(table.count, 20_000);
    assert.ok(times.length > 30, `${times.length} steps`);
    const key = context.corpus.articleKeys()[0] ?? '';
    const from = performance.now();
    table.update(new Set([key]));
    assert.ok(performance.now() - from < 50, `${performance.now() - from} ms`);
    assert.deepEqual(namesOf(table), namesOf(tableOf(context, { order })));
  });
});
