import assert from 'node:assert/strict';
import { EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { unknownValues } from '../../../../src/core/codebook/unknownValues';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';
import type { Annotation } from '../../../../src/core/model/types';

const VOCABULARY = vocabularyOf({
  ...EMPTY_CODEBOOK,
  roles: [{ id: '让步' }],
  topics: [{ id: 'closed-over-open', statement: '闭源大模型优于开源大模型' }],
});

function unknown(fields: Partial<Annotation>, vocabulary = VOCABULARY) {
  const annotation = { id: 'a1', role: 'claim', passages: [{ exact: '词' }], ...fields };
  return unknownValues(annotation, vocabulary).map(({ field, value, meant }) => [
    field,
    value,
    meant,
  ]);
}

describe('unknownValues', () => {
  it('has none where all is of the codebook or the default set', () => {
    const links = [{ type: 'rebuts', target: 'b1' }];
    assert.deepEqual(
      unknown({ role: '让步', stance: 'favor', topic: 'closed-over-open', links }),
      [],
    );
  });

  it('says which was probably meant, and guesses nothing far off', () => {
    assert.deepEqual(unknown({ role: 'Claim' }), [['role', 'Claim', 'claim']]);
    assert.deepEqual(unknown({ stance: 'agianst' }), [['stance', 'agianst', 'against']]);
    assert.deepEqual(unknown({ stance: 'sceptical' }), [['stance', 'sceptical', undefined]]);
    assert.deepEqual(unknown({ topic: 'closed_over_open' }), [
      ['topic', 'closed_over_open', 'closed-over-open'],
    ]);
    const links = [
      { type: 'rebut', target: 'b1' },
      { type: 'rebut', target: 'b2' },
      { type: '反驳', target: 'b3' },
    ];
    assert.deepEqual(unknown({ links }), [
      ['link', 'rebut', 'rebuts'],
      ['link', '反驳', undefined],
    ]);
  });

  it('knows speakers by name and alias, and the likely slips of the keyboard', () => {
    const speakers = [
      { name: '李彦宏', aliases: ['Robin Li'] },
      { name: 'Margarethe Öberg' },
      { name: 'Speaker 12' },
    ];
    const vocabulary = vocabularyOf({ ...EMPTY_CODEBOOK, speakers });
    const of = (speaker: string) => unknown({ speaker }, vocabulary);
    for (const known of ['李彦宏', 'ROBIN  LI', 'margarethe öberg'])
      assert.deepEqual(of(known), []);
    assert.deepEqual(of('李彦弘'), [['speaker', '李彦弘', '李彦宏']]);
    assert.deepEqual(of('Margaret Öberg'), [['speaker', 'Margaret Öberg', 'Margarethe Öberg']]);
    assert.deepEqual(of('Robin Lee'), [['speaker', 'Robin Lee', undefined]]);
    // Other people: another surname or given name, a number, a short name, all of it.
    for (const other of ['王彦宏', '李彦', 'Speaker 13', 'Robin', '周建国'])
      assert.deepEqual(of(other), [['speaker', other, undefined]]);
    assert.deepEqual(unknown({ speaker: '周建国' }), []);
  });

  it('lets topics be any text where the codebook lists none', () => {
    assert.deepEqual(unknown({ topic: 'whatever' }, vocabularyOf(undefined)), []);
  });
});
