import assert from 'node:assert/strict';
import { readCodebook } from '../../../../../src/core/codebook/readCodebook';
import { findAll } from '../../../../../src/core/corpus/findings/allFindings';
import { allRows } from '../../../../../src/core/corpus/query/rows';
import { valuesInUse } from '../../../../../src/core/corpus/query/valuesInUse';
import type { Annotation } from '../../../../../src/core/model/types';
import { runAtOnce } from '../../../../../src/core/text/steps';
import { corpusOf, keyOf, type Article } from '../query/queries';

const tagged = (id: string, exact: string, fields: Partial<Annotation>) => ({
  annotation: { id, role: 'claim', passages: [{ exact }], ...fields },
  state: undefined,
});

const article = (path: string, isPacked: boolean, held: Article['held']): Article => ({
  path,
  isPacked,
  published: undefined,
  held,
});

const ARTICLES = [
  article('a.md', false, [
    tagged('a1', '渡口不能关', { speaker: 'Ann', stance: 'against', topic: '关', date: '2024' }),
    tagged('a2', '桥修好了', {
      role: 'rebuttal',
      links: [
        { type: 'rebuts', target: 'a1' },
        { type: 'supports', target: 'a1' },
      ],
    }),
  ]),
  article('b.md', true, [
    tagged('b1', '渡口可以关', { speaker: '安', stance: 'favor', topic: '关', date: '2025' }),
    tagged('b2', '渡口不能关', { role: 'evidence', speaker: 'ROBIN LI' }),
  ]),
];

describe('all findings', () => {
  it('are told by kind, with the ids that set them aside', () => {
    const context = corpusOf(ARTICLES);
    const found = runAtOnce(findAll(() => allRows(context.corpus), context));
    assert.deepEqual(
      found.map(({ kind, ids, annotations }) => [
        kind,
        ids.join(),
        annotations.map(({ id }) => id).join(),
      ]),
      [
        ['turn', 'a1,b1', 'a1,b1'],
        ['unsupported', 'b1', 'b1'],
        ['unanswered', 'a2', 'a2'],
        ['unattributed', 'a2', 'a2'],
        ['contradiction', 'a2,a1', 'a2'],
        ['codedDifferently', 'a1,b2', 'a1,b2'],
      ],
    );
    assert.equal(found[0]?.turn?.speaker, 'Ann');
    assert.deepEqual(found.at(-1)?.fields, ['role', 'speaker']);
    // As a codebook keeps them.
    const findings = found.map(({ kind, ids }) => ({ kind, ids, reason: 'seen' }));
    const text = JSON.stringify({ version: 1, findings });
    assert.deepEqual(readCodebook(text), { ...readCodebook('version: 1'), findings });
  });
});

describe('the values in use', () => {
  it('are listed once, speakers by the names that they go by', () => {
    const { corpus } = corpusOf(ARTICLES);
    assert.deepEqual(runAtOnce(valuesInUse(corpus, () => true)), {
      roles: [{ id: 'claim' }, { id: 'evidence' }, { id: 'rebuttal' }],
      stances: [{ id: 'against' }, { id: 'favor' }],
      links: [{ id: 'rebuts' }, { id: 'supports' }],
      topics: [{ id: '关' }],
      speakers: [{ name: 'Ann' }, { name: '李彦宏' }],
    });
  });

  it('are those of the articles that are meant', () => {
    const { corpus } = corpusOf(ARTICLES);
    const inSecond = runAtOnce(valuesInUse(corpus, (key) => key === keyOf(1)));
    assert.deepEqual(inSecond.links, []);
    assert.deepEqual(inSecond.roles, [{ id: 'claim' }, { id: 'evidence' }]);
  });
});
