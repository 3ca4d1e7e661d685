import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, type CorpusItem } from '../../../../src/core/corpus/corpus';
import type { Annotation } from '../../../../src/core/model/types';
import { packArticles } from '../../../../src/core/corpus/packed/packArticles';
import {
  adoptPacked,
  PackedContent,
  packState,
} from '../../../../src/core/corpus/packed/packedContent';
import { StringTable } from '../../../../src/core/corpus/packed/stringTable';
import { PlainCorpus } from './plainCorpus';
import { compareText } from '../../../../src/core/text/compare';

const annotation = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  passages: [{ exact: id }],
  ...more,
});
const items = (article: string, ...annotations: Annotation[]): CorpusItem[] =>
  annotations.map((one) => ({ article, annotation: one, state: 'anchored' }));
const ids = (found: readonly CorpusItem[]) =>
  found.map((item) => `${item.article}/${item.annotation.id}`);

const table = new StringTable();

/** The same, as they are kept of articles that nobody works on. */
function packed(held: readonly CorpusItem[]): PackedContent<CorpusItem> {
  const [first] = held;
  const packedOnes = adoptPacked(
    packArticles([
      {
        name: first?.article ?? '',
        metadata: {},
        annotations: held.map((item) => item.annotation),
        lines: held.map((_, i) => i),
      },
    ]),
    table,
  );
  const [article] = packedOnes.articles;
  assert.ok(article);
  const states = held.map(({ state }) => (state === undefined ? 0 : packState(state)));
  const makeItem = (one: Omit<CorpusItem, 'article'>) => ({
    article: first?.article ?? '',
    ...one,
  });
  return new PackedContent(table, packedOnes, article, makeItem, Uint8Array.from(states));
}

/** Many names for few speakers. */
const canonical = (name: string) => name.replace(/\d$/, '');

const id = fc.constantFrom('a', 'b', 'c', 'd');
const speaker = fc.constantFrom('李', '李1', 'Robin', 'Robin2', '𠮷', 'ﬀ', undefined);
const anyAnnotation = fc
  .tuple(
    id,
    speaker,
    fc.record(
      {
        conflicts: fc.array(fc.constant({ field: 'stance', theirs: 'against' }), { maxLength: 1 }),
        tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
        note: fc.constant('“注”, note'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    fc.option(
      fc.array(
        fc.record(
          { type: fc.constantFrom('rebuts', 'supports'), target: id },
          { noNullPrototype: true },
        ),
        { maxLength: 2 },
      ),
      { nil: undefined },
    ),
  )
  .map(([name, by, more, links]) =>
    annotation(name, {
      ...more,
      ...(by !== undefined && { speaker: by }),
      ...(links && { links }),
    }),
  );
const step = fc.record({
  key: fc.constantFrom('k1', 'k2', 'k3', 'k4'),
  moved: fc.boolean(),
  missing: fc.boolean(),
  isPacked: fc.boolean(),
  annotations: fc.array(anyAnnotation, { maxLength: 4 }),
  state: fc.constantFrom('anchored', 'changed', 'ambiguous', 'orphaned', undefined),
});

describe('Corpus', () => {
  const corpus = new Corpus();
  corpus.setArticle(
    'z',
    'a.md',
    items(
      'z',
      annotation('z1', { speaker: '李' }),
      annotation('z2'),
      annotation('z3', { speaker: 'Ann' }),
    ),
  );
  corpus.setArticle(
    'y',
    'b.md',
    items('y', annotation('y1', { speaker: '李', links: [{ type: 'rebuts', target: 'z1' }] })),
  );

  it('goes through articles by path, not by key', () => {
    assert.deepEqual(corpus.articleKeys(), ['z', 'y']);
    assert.equal(corpus.size, 4);
    assert.deepEqual(ids([...corpus.all()]), ['z/z1', 'z/z2', 'z/z3', 'y/y1']);
  });

  it('knows what links to an annotation, also to one that isn’t there', () => {
    assert.deepEqual(
      corpus.linksTo('z1').map(({ type, source }) => [type, source.annotation.id]),
      [['rebuts', 'y1']],
    );
    assert.deepEqual(corpus.linksTo('y1'), []);
  });

  it('knows the articles that are missing: their annotations don’t wait for a decision each', () => {
    const lost = new Corpus();
    const orphans = (key: string, ...names: string[]) =>
      names.map((name): CorpusItem => ({
        article: key,
        annotation: annotation(name),
        state: 'orphaned',
      }));
    lost.setArticle('k2', 'b.md', orphans('k2', 'b1', 'b2'), true);
    lost.setArticle('k1', 'c.md', orphans('k1', 'c1'), true);
    lost.setArticle('k3', 'a.md', orphans('k3', 'a1'));
    assert.deepEqual(
      [lost.missingArticles(), lost.isMissing('k1'), lost.isMissing('k3'), lost.isMissing('none')],
      [['k2', 'k1'], true, false, false],
    );
    assert.deepEqual(ids([...lost.undecided.items()]), ['k3/a1']);
    assert.equal(lost.size, 4);
    lost.setArticle('k2', 'b.md', orphans('k2', 'b1', 'b2'));
    assert.deepEqual(
      [lost.missingArticles(), ids([...lost.undecided.items()])],
      [['k1'], ['k3/a1', 'k2/b1', 'k2/b2']],
    );
  });

  it('knows the annotations that were found with other words, and wait for nothing else', () => {
    const corpus = new Corpus();
    const conflicts = [{ field: 'stance', theirs: 'against' }];
    const inState = (name: string, state: CorpusItem['state'], more = {}): CorpusItem => ({
      article: 'k1',
      annotation: { ...annotation(name), ...more },
      state,
    });
    corpus.setArticle('k1', 'a.md', [
      inState('c', 'changed'),
      inState('a', 'anchored'),
      inState('u', undefined),
      inState('d', 'changed', { conflicts }),
      { ...inState('t', 'changed'), isTypedIn: true },
      inState('b', 'changed'),
    ]);
    assert.deepEqual(ids([...corpus.changed.items()]), ['k1/c', 'k1/b']);
    assert.deepEqual(ids([...corpus.undecided.items()]), ['k1/d']);
    corpus.setArticle('k1', 'a.md', []);
    assert.deepEqual([...corpus.changed.items()], []);
  });

  it('knows the ids that stand in another article too, until one of them is gone', () => {
    const copied = new Corpus();
    copied.setArticle(
      'k1',
      'a.md',
      items('k1', annotation('x'), annotation('y'), annotation('y'), annotation('z')),
    );
    assert.deepEqual(copied.duplicateIds('k1'), []);
    copied.setArticle(
      'k2',
      'a copy.md',
      items('k2', annotation('z'), annotation('x'), annotation('new')),
    );
    assert.deepEqual(
      [copied.duplicateIds('k1'), copied.duplicateIds('k2'), copied.duplicateIds('none')],
      [['x', 'z'], ['z', 'x'], []],
    );
    assert.deepEqual([copied.copiesOf('x', 'k1'), copied.copiesOf('x', 'k2')], [['k2'], ['k1']]);
    assert.deepEqual([copied.copiesOf('x', 'k3'), copied.copiesOf('y', 'k2')], [['k2', 'k1'], []]);
    copied.setArticle('k2', 'a copy.md', items('k2', annotation('x'), annotation('new')));
    assert.deepEqual([copied.duplicateIds('k1'), copied.duplicateIds('k2')], [['x'], ['x']]);
    copied.setArticle('k2', 'a copy.md', []);
    assert.deepEqual(copied.duplicateIds('k1'), []);
  });

  it('is empty to begin with, and again once every article is gone', () => {
    const empty = new Corpus();
    assert.deepEqual([[...empty.all()], empty.size, empty.withId('a')], [[], 0, []]);
    empty.setArticle(
      'a',
      'a.md',
      items('a', annotation('a', { links: [{ type: 'rebuts', target: 'a' }] })),
    );
    empty.setArticle('a', 'a.md', []);
    assert.deepEqual(
      [[...empty.all()], empty.size, empty.withId('a'), empty.linksTo('a'), empty.articleKeys()],
      [[], 0, [], [], []],
    );
  });

  it('answers the same whatever came before, article by article', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const [found, plain] = [new Corpus(), new PlainCorpus()];
        found.renameSpeakers(canonical);
        for (const { key, moved, missing, isPacked, annotations, state } of steps) {
          const path = `${moved ? 'new' : '旧'}/${key}.md`;
          const held = items(key, ...annotations).map((item) => ({ ...item, state }));
          found.setArticle(key, path, isPacked ? packed(held) : held, missing);
          if (annotations.length === 0) plain.articles.delete(key);
          else plain.articles.set(key, { path, items: held, missing });

          assert.deepEqual([...found.all()], plain.all());
          assert.equal(found.size, plain.all().length);
          const inOrder = [...plain.articles]
            .sort(([a, one], [b, other]) => compareText(one.path, other.path) || compareText(a, b))
            .map(([article]) => article);
          assert.deepEqual(found.articleKeys(), inOrder);
          assert.deepEqual(
            found.missingArticles(),
            inOrder.filter((article) => plain.articles.get(article)?.missing),
          );
          assert.deepEqual([...found.undecided.items()], plain.undecided());
          assert.equal(found.undecided.count, plain.undecided().length);
          const undecided = new Set(plain.undecided());
          const changed = plain
            .all()
            .filter((item) => item.state === 'changed' && !undecided.has(item));
          assert.deepEqual([...found.changed.items()], changed);
          assert.deepEqual(found.articlesWithCopiedIds().sort(), plain.copied().sort());
          for (const one of ['a', 'b', 'c', 'd']) {
            assert.deepEqual(
              found.withId(one),
              plain.all().filter((item) => item.annotation.id === one),
            );
            assert.deepEqual(found.linksTo(one), plain.linksTo(one));
          }
          for (const one of ['k1', 'k2', 'k3', 'k4'])
            assert.deepEqual(found.ofArticle(one), plain.articles.get(one)?.items ?? []);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has an order also where two articles’ paths are the same', () => {
    const [first, second] = [new Corpus(), new Corpus()];
    for (const key of ['vscode-remote:/a.md', 'file:/a.md'])
      first.setArticle(key, 'a.md', items(key, annotation('a')));
    for (const key of ['file:/a.md', 'vscode-remote:/a.md'])
      second.setArticle(key, 'a.md', items(key, annotation('a')));
    assert.deepEqual([...first.all()], [...second.all()]);
    assert.deepEqual(first.withId('a'), second.withId('a'));
  });
});
