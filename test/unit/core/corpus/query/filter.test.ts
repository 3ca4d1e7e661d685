import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusItem } from '../../../../../src/core/corpus/corpus';
import { FILTER_KEYS, parseFilter, type Filter } from '../../../../../src/core/corpus/query/filter';
import { needsOf } from '../../../../../src/core/corpus/query/conditions/filterTest';
import { findRows } from '../../../../../src/core/corpus/query/findRows';
import type { RowContext } from '../../../../../src/core/corpus/query/group';
import { itemsOf, type Row } from '../../../../../src/core/corpus/query/rows';
import { naivelyFiltered } from './naiveFilter';
import { anyArticles, anyGivenFilter, corpusOf, listOf, type Article, type Item } from './queries';

function parsed(given: unknown): Filter {
  const { filter, errors } = parseFilter(given);
  assert.deepEqual(errors, []);
  return filter ?? assert.fail();
}

function found(given: unknown, { corpus, publishedOf }: RowContext<CorpusItem>): CorpusItem[] {
  return itemsOf([...findRows(corpus, parsed(given), { publishedOf })]);
}

const plain = (items: readonly (CorpusItem | Item)[]) =>
  items.map(({ annotation, state }) => ({ annotation, state }));

const item = (more: object = {}, published?: string, path = 'a.md'): Article => ({
  path,
  published,
  isPacked: true,
  held: [
    {
      annotation: { id: 'a', role: 'claim', passages: [{ exact: '开源' }], ...more },
      state: 'anchored',
    },
  ],
});

const countOf = (given: unknown, ...articles: Article[]) => found(given, corpusOf(articles)).length;

describe('a filter', () => {
  it('finds what the contract’s words say, whatever it and the annotations are', () => {
    fc.assert(
      fc.property(anyGivenFilter, anyArticles, (given, articles) => {
        assert.deepEqual(
          plain(found(given, corpusOf(articles))),
          plain(naivelyFiltered(given, listOf(articles))),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('asks for the dates of articles only where it needs them', () => {
    fc.assert(
      fc.property(anyGivenFilter, anyArticles, (given, articles) => {
        const { corpus, publishedOf } = corpusOf(articles);
        const refuse = () => assert.fail('asked without need');
        const needed = needsOf(parsed(given)).published;
        found(given, { corpus, publishedOf: needed ? publishedOf : refuse });
      }),
    );
  });

  it('unpacks no annotation where the columns answer', () => {
    const articles = [
      item({ speaker: 'Robin Li', date: '2024-07', tags: ['x'] }),
      item({ role: 'evidence', links: [{ type: 'rebuts', target: 'z' }] }, '2024', 'b.md'),
    ];
    const { corpus, publishedOf } = corpusOf(articles);
    for (const key of corpus.articleKeys())
      Object.assign(corpus.contentOf(key) ?? {}, { items: () => assert.fail('unpacked') });
    const count = (given: unknown) => [...findRows(corpus, parsed(given), { publishedOf })].length;
    assert.equal(count({ speaker: '李彦宏', tag: 'x', since: '2024', state: 'anchored' }), 1);
    assert.equal(count({ role: ['evidence'], linked: '<rebuts' }), 0);
    assert.equal(count({ article: 'b.*', until: '2024-01' }), 1);
    assert.equal(count({ speaker: null, stance: null, creator: null }), 1);
    // The words are only looked at where all else holds.
    assert.equal(count({ speaker: 'Ann', text: '开源' }), 0);
    assert.equal(count({ article: 'c/**', quoteType: null, text: '开源' }), 0);
    assert.equal(count({ article: 'a.md', linked: '>rebuts' }), 0);
  });

  it('finds all that may be meant before the articles are read, and not much more', () => {
    fc.assert(
      fc.property(anyGivenFilter, anyArticles, (given, articles) => {
        const filter = parsed(given);
        const unread = articles.map((article) => ({
          ...article,
          published: undefined,
          held: article.held.map(({ annotation }) => ({ annotation, state: undefined })),
        }));
        const { corpus, publishedOf } = corpusOf(unread);
        const may = [...findRows(corpus, filter, { publishedOf, unknownHolds: true })].map(idOf);
        for (const row of findRows(corpusOf(articles).corpus, filter, corpusOf(articles)))
          assert.ok(may.includes(idOf(row)));
        const { state, ...sure } = given;
        if ('since' in given || 'until' in given) return;
        const without = [...findRows(corpus, parsed(sure), { publishedOf })].map(idOf);
        assert.deepEqual(may, state === undefined ? may : without);
      }),
    );
  });

  it('finds everything where nothing is asked for, and nothing of an empty list', () => {
    assert.equal(countOf(undefined, item()), 1);
    assert.equal(countOf({}, item()), 1);
    assert.equal(countOf({ role: undefined }, item()), 1);
    assert.equal(countOf({ role: [] }, item()), 0);
  });

  it('counts a statement of a month or a year where a part of it is in time', () => {
    const july = item({ date: '2024-07' });
    assert.equal(countOf({ since: '2024-07-31' }, july), 1);
    assert.equal(countOf({ since: '2024-08-01' }, july), 0);
    assert.equal(countOf({ until: '2024-07-01' }, july), 1);
    assert.equal(countOf({ until: '2024-06-30' }, july), 0);
    assert.equal(countOf({ since: '2024', until: '2024' }, july), 1);
    assert.equal(countOf({ since: '2024-12-31' }, item({ date: '2024' })), 1);
  });

  it('takes the article’s date where a statement has none, in whatever form it is written', () => {
    assert.equal(
      countOf({ since: '2024-07-11', until: '2024-07-11' }, item({}, 'July 11, 2024')),
      1,
    );
    assert.equal(countOf({ until: '2023' }, item({ date: '2023-01' }, '2024')), 1);
    assert.equal(countOf({ since: [null] }, item({}, 'some day'), item({ date: '2024' })), 1);
  });

  it('finds names with brackets as they are, and composed or not', () => {
    assert.equal(countOf({ article: 'a/[x] (1).md' }, item({}, undefined, 'a/[x] (1).md')), 1);
    assert.equal(countOf({ article: 'a/*(1).md' }, item({}, undefined, 'a/[x] (1).md')), 1);
    assert.equal(countOf({ article: '!a.md' }, item()), 0);
    assert.equal(countOf({ article: 'é.md' }, item({}, undefined, 'e\u0301.md')), 1);
    assert.equal(countOf({ article: '?.md' }, item({}, undefined, '𠮷.md')), 1);
    assert.equal(countOf({ article: '#[' }, item({}, undefined, '#[')), 1);
  });

  it('takes no time for patterns that are made to take very long', () => {
    const path = `${'a'.repeat(200)}c`;
    const before = performance.now();
    for (const pattern of [
      '*a'.repeat(30),
      '*{a,b}'.repeat(40),
      '**/a/'.repeat(100),
      '[a]*'.repeat(99),
    ])
      assert.equal(countOf({ article: `${pattern}d` }, item({}, undefined, path)), 0);
    assert.ok(performance.now() - before < 1_000);
  });
});

function idOf({ article, i }: Row<CorpusItem>): string {
  return `${article.key}#${i}`;
}

describe('what is given for a filter', () => {
  const refused = (given: unknown, ...messages: RegExp[]) => {
    const { filter, errors } = parseFilter(given);
    assert.equal(filter, undefined);
    assert.equal(errors.length, messages.length, errors.join('\n'));
    messages.forEach((message, i) => assert.match(errors[i] ?? '', message));
  };

  it('is taken as lists', () => {
    assert.deepEqual(parsed({ role: 'claim', speaker: ['Ann', null], stance: null }), {
      role: ['claim'],
      speaker: ['Ann', null],
      stance: [null],
    });
  });

  it('is refused where a key is unknown, which names those that there are', () => {
    refused(
      { rôle: 'claim' },
      /^“rôle” is no part of a filter\. It can have: text, speaker, role, /,
    );
    refused({ __proto__x: 1, constructor: 'a' }, /__proto__x/, /constructor/);
    refused([], /“filter” must have keys and values/);
    refused('role=claim', /“filter” must have/);
    refused(null, /“filter” must have/);
  });

  it('is refused where a value is of the wrong kind, with all that is wrong at once', () => {
    for (const key of FILTER_KEYS)
      for (const value of [1, true, {}, [['a']], [null, 2024]])
        refused({ [key]: value }, new RegExp(`“${key}” of a filter must be text, null`));
    refused({ role: 1, stanze: 'favor' }, /“role”/, /“stanze”/);
    refused({ state: 'lost' }, /“state” must be "anchored" \| "changed" \| "ambiguous" \| "orph/);
    refused({ quoteType: ['direct', 'spoken'] }, /“quoteType” must be "direct" \| "indirect"/);
    for (const value of ['rebuts', '<', '>', '', '=rebuts'])
      refused({ linked: value }, /“linked” must be a type of link with > .* “<rebuts”/);
  });

  it('is refused where a date is none that the calendar has', () => {
    for (const value of ['2024-02-30', '2023-02-29', '2024-13', '24', '2024-7-1', 'July', ' 2024'])
      for (const key of ['since', 'until']) refused({ [key]: value }, /must be a date: 2024, /);
    parsed({ since: '2024-02-29', until: '2024' });
  });

  it('is refused where there is nothing to look for', () => {
    for (const key of ['text', 'speaker', 'role', 'tag', 'article', 'creator'])
      refused({ [key]: '' }, new RegExp(`“${key}” must not be empty`));
    refused({ text: ' \n ' }, /“text” must not be empty/);
    refused({ article: 'a'.repeat(1_001) }, /“article” is too long/);
  });
});
