import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adoptPacked, PackedContent } from '../../../../../src/core/corpus/packed/packedContent';
import { packArticles, withoutContext } from '../../../../../src/core/corpus/packed/packArticles';
import { selectPacked } from '../../../../../src/core/corpus/packed/selectPacked';
import { StringTable } from '../../../../../src/core/corpus/packed/stringTable';
import { linksOf } from '../../../../../src/core/corpus/contentLinks';
import { unpackedAs } from '../../../../../src/core/corpus/packed/unpackedAs';
import type { CorpusItem } from '../../../../../src/core/corpus/corpus';
import type { Annotation } from '../../../../../src/core/model/types';

const word = fc.constantFrom('李明', 'Wang', '模型', 'model', '', '“引”', '\u{20000}');
const anAnnotation = fc.record(
  {
    role: fc.constantFrom('claim', 'evidence'),
    passages: fc.array(
      fc.record(
        { exact: word, prefix: word, suffix: word, start: fc.nat(50), end: fc.nat(50) },
        { requiredKeys: ['exact'], noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    speaker: word,
    topic: word,
    tags: fc.array(word, { maxLength: 2 }),
    note: word,
    dateInferred: fc.boolean(),
    reportedBy: fc.array(word, { maxLength: 2 }),
    links: fc.array(
      fc.record(
        {
          type: fc.constantFrom('answers', 'a,b%2C', 'two\nlines'),
          target: fc.constantFrom('x1', '%', 'n,o', '\ud800\n'),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    'own key': fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: ['role', 'passages'], noNullPrototype: true },
);
const articles = fc.array(fc.array(anAnnotation, { maxLength: 4 }), { maxLength: 5 }).map((all) =>
  all.map((annotations, n) => ({
    name: `第${n}篇.md`,
    metadata: { title: `t${n}` },
    annotations: annotations.map((one, i) => ({ ...one, id: `n${n}i${i}` })),
    lines: annotations.map((_, i) => n + 3 * i),
  })),
);

describe('packed articles', () => {
  it('come back as they were, without the context of passages, also by way of a selection', () => {
    fc.assert(
      fc.property(articles, fc.infiniteStream(fc.boolean()), (all, draw) => {
        const packs = [packArticles(all.slice(0, 2)), packArticles(all.slice(2))];
        const sources = packs.flatMap((packed) =>
          packed.articles.map((article) => ({ packed, article })),
        );
        const wanted = sources.filter(() => draw.next().value);
        const table = new StringTable();
        const packed = adoptPacked(selectPacked(wanted), table);
        assert.deepEqual(
          packed.articles.map(({ name }) => name),
          wanted.map(({ article }) => article.name),
        );
        for (const article of packed.articles) {
          const before = all.find(({ name }) => name === article.name);
          assert.ok(before);
          const content = new PackedContent(table, packed, article, ({ annotation }) => annotation);
          const byId = new Map(content.items().map((one) => [one.id, one]));
          assert.deepEqual(
            before.annotations.map(({ id }) => byId.get(id)),
            before.annotations.map(withoutContext),
          );
          assert.deepEqual(
            content.ids().map((_, i) => content.itemAt(i)),
            content.items(),
          );
          assert.equal(content.itemAt(content.count), undefined);
          content.ids().forEach((id, i) => {
            const at = before.annotations.findIndex((one) => one.id === id);
            assert.equal(content.lineOf(i), before.lines[at]);
            assert.equal(content.isDateInferred(i), before.annotations[at]?.dateInferred === true);
          });
          assert.deepEqual(content.links(), linksOf(content.items()));
          assert.equal(content.hasLinks(), content.links().length > 0);
          assert.deepEqual(article.metadata, before.metadata);
        }
      }),
    );
  });
});

describe('annotations that were packed, beside the present ones', () => {
  const passage = { exact: '桥', prefix: '说', suffix: '会塌', start: 3, end: 4 };
  const present = (annotation: Annotation): CorpusItem => ({
    article: 'a',
    annotation,
    state: undefined,
  });
  const packed = (annotation: Annotation): CorpusItem => ({
    article: 'a',
    annotation: withoutContext(annotation),
    state: 'anchored',
  });
  const one: Annotation = { id: 'a1', role: 'claim', passages: [passage] };

  it('count as the same where they say the same, and keep what was found', () => {
    const { items, isSame } = unpackedAs([packed(one)], [present(one)]);
    assert.ok(isSame);
    assert.deepEqual(items, [{ ...present(one), state: 'anchored' }]);
    assert.equal(items[0]?.annotation, one);
  });

  it('differ where they say something else, came or went', () => {
    const other = { ...one, speaker: '李明' };
    const changed = unpackedAs([packed(one)], [present(other)]);
    assert.equal(changed.isSame, false);
    assert.deepEqual(changed.items[0]?.annotation, withoutContext(one));
    assert.equal(unpackedAs([packed(one)], []).isSame, false);
    assert.equal(unpackedAs([], [present(one)]).isSame, false);
  });
});
