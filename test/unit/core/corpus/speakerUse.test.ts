import assert from 'node:assert/strict';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { speakerUse, SpeakerUses } from '../../../../src/core/corpus/speakerUse';
import type { Annotation } from '../../../../src/core/model/types';

/** A corpus of annotations given as `[article, id, speaker, stance, minute]`. */
function corpusOf(
  ...rows: [
    article: string,
    id: string,
    speaker: string,
    stance?: string | undefined,
    minute?: number,
  ][]
): Corpus {
  const corpus = new Corpus((name) => (name === 'Robin Li' ? '李彦宏' : name));
  for (const key of new Set(rows.map(([article]) => article))) {
    corpus.setArticle(
      key,
      key,
      rows
        .filter(([article]) => article === key)
        .map(([article, id, speaker, stance, minute]) => {
          const annotation: Annotation = {
            id,
            role: 'claim',
            speaker,
            passages: [{ exact: id }],
            ...(stance !== undefined && { stance }),
            ...(minute !== undefined && { created: at(0), modified: at(minute) }),
          };
          return { article, annotation, state: 'anchored' };
        }),
    );
  }
  return corpus;
}

const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, '0')}:00Z`;
const speakers = (corpus: Corpus, article = 'here') =>
  speakerUse(corpus, { article }).map(({ speaker }) => speaker);

describe('speakerUse', () => {
  it('has the one last used with this article on top, then the article’s others, then everybody else by latest use', () => {
    const corpus = corpusOf(
      ['there', 't1', 'Bo', 'favor', 9],
      ['here', 'h1', 'Ann', 'favor', 1],
      ['here', 'h2', '李彦宏', 'against', 2],
      ['there', 't2', 'Cy', 'favor', 5],
      ['there', 't3', 'Ann', 'against', 8],
    );
    assert.deepEqual(speakers(corpus), ['李彦宏', 'Ann', 'Bo', 'Cy']);
    assert.deepEqual(speakers(corpus, 'there'), ['Bo', 'Ann', 'Cy', '李彦宏']);
    assert.deepEqual(speakers(corpus, 'elsewhere'), ['Bo', 'Ann', 'Cy', '李彦宏']);
    assert.deepEqual(
      speakerUse(corpus, { article: 'here' }).map(({ here }) => here),
      [true, true, false, false],
    );
  });

  it('remembers the last stance, this article’s first, also if a later annotation has none', () => {
    const corpus = corpusOf(
      ['here', 'h1', 'Ann', 'favor', 1],
      ['here', 'h2', 'Ann', 'neutral', 3],
      ['here', 'h3', 'Ann', undefined, 4],
      ['there', 't1', 'Ann', 'against', 9],
      ['there', 't2', 'Bo', 'favor', 2],
      ['here', 'h4', 'Bo', undefined, 5],
      ['here', 'h5', 'Cy', undefined, 6],
    );
    assert.deepEqual(
      Object.fromEntries(
        speakerUse(corpus, { article: 'here' }).map(({ speaker, stances }) => [
          speaker,
          stances[0]?.stance,
        ]),
      ),
      { Ann: 'neutral', Bo: 'favor', Cy: undefined },
    );
    assert.equal(
      speakerUse(corpus, { article: 'there' }).find(({ speaker }) => speaker === 'Ann')?.stances[0]
        ?.stance,
      'against',
    );
  });

  it('counts all names of a speaker as one, and annotations without a speaker as none', () => {
    const corpus = corpusOf(
      ['here', 'h1', 'Robin Li', 'favor', 1],
      ['here', 'h2', '李彦宏', undefined, 2],
    );
    corpus.setArticle('other', 'other', [
      {
        article: 'other',
        annotation: { id: 'o1', role: 'claim', passages: [{ exact: 'x' }] },
        state: undefined,
      },
    ]);
    assert.deepEqual(speakerUse(corpus, { article: 'here' }), [
      { speaker: '李彦宏', stances: [{ stance: 'favor', date: undefined }], here: true },
    ]);
  });

  it('tells apart what the same second saw by the order in this session', () => {
    const corpus = corpusOf(
      ['here', 'h1', 'Ann', 'favor', 1],
      ['here', 'h2', 'Bo', 'favor', 1],
      ['here', 'h3', 'Bo', 'against', 1],
      ['here', 'h4', 'Cy', undefined, 1],
    );
    const order = ['h3', 'h2', 'h1'];
    const uses = speakerUse(corpus, {
      article: 'here',
      sequence: new Map(order.map((id, i) => [id, i])),
    });
    assert.deepEqual(
      uses.map(({ speaker, stances }) => [speaker, stances[0]?.stance]),
      [
        ['Ann', 'favor'],
        ['Bo', 'favor'],
        ['Cy', undefined],
      ],
    );
  });

  it('is in order of names where no annotation says when', () => {
    assert.deepEqual(
      speakers(corpusOf(['here', 'h1', '李'], ['here', 'h2', 'Bo'], ['here', 'h3', 'Ann'])),
      ['Ann', 'Bo', '李'],
    );
  });

  it('goes by when it was created, if it was never modified', () => {
    const corpus = new Corpus();
    const one = (id: string, speaker: string, created: string) => ({
      article: 'here',
      annotation: { id, role: 'claim', speaker, created, passages: [{ exact: id }] },
      state: undefined,
    });
    corpus.setArticle('here', 'here', [one('a', 'Ann', at(3)), one('b', 'Bo', at(4))]);
    assert.deepEqual(speakers(corpus), ['Bo', 'Ann']);
  });

  it('has each stance on the topic at hand, the one tagged last first, with its latest date', () => {
    const corpus = new Corpus();
    const rows = [
      ['price', 'favor', '2023'],
      ['price', 'favor', '2024-07'],
      ['price', 'against', '2022'],
      ['safety', 'neutral', '2025'],
      [undefined, 'neutral', undefined],
    ] as const;
    corpus.setArticle(
      'there',
      'there',
      rows.map(([topic, stance, date], i) => ({
        article: 'there',
        annotation: {
          id: `a${i}`,
          role: 'claim',
          speaker: 'Ann',
          stance,
          created: at(i),
          passages: [{ exact: 'x' }],
          ...(topic && { topic }),
          ...(date && { date }),
        },
        state: undefined,
      })),
    );
    const stances = (topic?: string) => speakerUse(corpus, { article: 'here', topic })[0]?.stances;
    assert.deepEqual(stances('price'), [
      { stance: 'against', date: '2022' },
      { stance: 'favor', date: '2024-07' },
    ]);
    assert.deepEqual(stances('safety'), [{ stance: 'neutral', date: '2025' }]);
    assert.deepEqual(stances(), [{ stance: 'neutral', date: undefined }]);
    assert.deepEqual(stances('other'), []);
  });

  it('says of one whose stances were left open in the article at hand that they were', () => {
    const corpus = corpusOf(
      ['here', 'h1', 'Ann', undefined, 1],
      ['there', 't1', 'Bo', undefined, 2],
    );
    assert.deepEqual(
      speakerUse(corpus, { article: 'here' }).map(({ speaker, leftOpen }) => [speaker, leftOpen]),
      [
        ['Ann', true],
        ['Bo', undefined],
      ],
    );
  });

  it('is the same kept up to date article by article as gathered anew', () => {
    const corpus = corpusOf(
      ['here', 'h1', 'Robin Li', 'favor', 1],
      ['there', 't1', '李彦宏', 'against', 9],
      ['there', 't2', 'Bo', 'favor', 5],
    );
    const kept = new SpeakerUses();
    for (const key of corpus.articleKeys()) kept.setArticle(corpus, key);
    const change = (key: string, ...rows: [id: string, speaker: string, stance: string][]) => {
      const items = rows.map(([id, speaker, stance], i) => ({
        article: key,
        annotation: {
          id,
          role: 'claim',
          speaker,
          stance,
          created: at(i),
          passages: [{ exact: id }],
        },
        state: undefined,
      }));
      corpus.setArticle(key, key, items);
      kept.setArticle(corpus, key);
      for (const article of ['here', 'there'])
        assert.deepEqual(kept.at({ article }), speakerUse(corpus, { article }));
      assert.deepEqual(new Set(kept.names()), new Set(speakers(corpus)));
    };
    change('there', ['t3', 'Cy', 'neutral'], ['t4', 'Robin Li', 'favor']);
    change('here');
    change('there');
    change('here', ['h2', 'Bo', 'against']);
  });
});
