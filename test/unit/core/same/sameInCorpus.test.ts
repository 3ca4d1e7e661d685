import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../../src/core/corpus/corpus';
import type { Annotation } from '../../../../src/core/model/types';
import { groupsOf, indexCorpus, sameAs } from '../../../../src/core/same/sameInCorpus';
import { runAtOnce } from '../../../../src/core/text/steps';
import { STATEMENTS } from './statements';

const annotation = (id: string, exact: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  speaker: 'Li',
  passages: [{ exact }],
  ...more,
});

function corpusOf(...annotations: readonly Annotation[]): Corpus {
  const corpus = new Corpus((speaker) => (speaker === 'Li Ming' ? 'Li' : speaker));
  for (const [i, one] of annotations.entries())
    corpus.setArticle(`a${i}`, `a${i}.md`, [
      { article: `a${i}`, annotation: one, state: undefined },
    ]);
  return corpus;
}

const groups = (corpus: Corpus, isRefused?: (id: string, other: string) => boolean) =>
  runAtOnce(groupsOf(runAtOnce(indexCorpus(corpus)), corpus, isRefused));
const ids = (...all: Parameters<typeof groups>) => groups(...all).map((group) => group.ids);

const BRIDGE = '城东的老桥撑不过三年，必须在明年开工重建。';
const SCHOOL = '新校舍的造价比原计划增加了百分之二十，责任在施工方。';

describe('same statements of a corpus', () => {
  it('answers with ids, best first, also for an annotation itself', () => {
    const corpus = corpusOf(
      annotation('a1', '城东的老桥撑不过三年'),
      annotation('a2', BRIDGE, { speaker: 'Li Ming' }),
      annotation('a3', SCHOOL),
    );
    const index = runAtOnce(indexCorpus(corpus));
    const found = sameAs(index, corpus, { text: `“${BRIDGE}”`, speaker: 'Li Ming' });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['a2', 'a1'],
    );
    assert.equal(found[0]?.score, 1);
    assert.deepEqual(
      sameAs(index, corpus, { id: 'a1' }).map(({ id }) => id),
      ['a2'],
    );
    assert.deepEqual(sameAs(index, corpus, { id: 'a9' }), []);
  });

  it('two excerpts that say different things are not joined by what holds both', () => {
    const corpus = corpusOf(
      annotation('a1', BRIDGE + SCHOOL),
      annotation('a2', BRIDGE),
      annotation('a3', SCHOOL),
    );
    assert.equal(ids(corpus).length, 1);
    assert.equal(ids(corpus)[0]?.length, 2);
  });

  it('a link joins what words do not, and a refusal parts what words join', () => {
    const link = { links: [{ type: 'restates', target: 'a1' }] };
    const other = annotation('a3', '三年之内重修，否则要出事', link);
    const corpus = corpusOf(annotation('a1', BRIDGE), annotation('a2', BRIDGE), other);
    assert.deepEqual(ids(corpusOf(annotation('a1', BRIDGE), other)), [['a1', 'a3']]);
    assert.deepEqual(
      ids(corpus, (one, two) => [one, two].every((id) => id !== 'a3')),
      [['a1', 'a3']],
    );
  });

  it('opposite stances on one topic are not the same statement', () => {
    const topic = 'bridge';
    const corpus = corpusOf(
      annotation('a1', BRIDGE, { topic, stance: 'favor' }),
      annotation('a2', BRIDGE, { topic, stance: 'against' }),
    );
    assert.deepEqual(ids(corpus), []);
  });

  it('a copied article’s ids count once', () => {
    assert.deepEqual(ids(corpusOf(annotation('a1', BRIDGE), annotation('a1', BRIDGE))), []);
  });

  it('no id is in two groups, and each group has two at least', () => {
    const texts = STATEMENTS.flatMap(({ text, same, other }) => [text, ...same, ...other]);
    const one = fc.record({
      text: fc.constantFrom(...texts),
      speaker: fc.constantFrom('Li', 'Wang', undefined),
      target: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (all) => {
        const corpus = corpusOf(
          ...all.map(({ text, speaker, target }, i) => {
            const links = target % 5 === 0 ? [{ type: 'restates', target: `a${target}` }] : [];
            const passages = [{ exact: text }];
            const made = { id: `a${i}`, role: 'claim', passages, links };
            return speaker === undefined ? made : { ...made, speaker };
          }),
        );
        const found = groups(corpus);
        const seen = found.flatMap((group) => group.ids);
        assert.equal(new Set(seen).size, seen.length);
        assert.ok(found.every((group) => group.ids.length > 1));
        assert.ok(found.every(({ score }) => score >= 0 && score <= 1));
      }),
    );
  });
});
