import assert from 'node:assert/strict';
import { EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { checkAnnotation } from '../../../../src/core/codebook/checkAnnotation';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';

const FIELDS = { id: 'a1', role: 'claim', passages: [{ exact: '桥会塌' }] };
const NONE = vocabularyOf(undefined);
const asTyped = (speaker: string) => speaker;
const check = (fields: Record<string, unknown>) => () => checkAnnotation(fields, NONE, asTyped);

describe('checkAnnotation', () => {
  it('takes what the format and the codebook have, under the canonical name', () => {
    const canonical = (speaker: string) => (speaker === 'Li' ? '李明' : speaker);
    const given = { ...FIELDS, speaker: 'Li', stance: 'favor', extra: { kept: [1, true] } };
    assert.deepEqual(checkAnnotation(given, NONE, canonical), { ...given, speaker: '李明' });
  });

  it('takes a role that the codebook adds', () => {
    const more = vocabularyOf({ ...EMPTY_CODEBOOK, roles: [{ id: 'concession' }] });
    const given = { ...FIELDS, role: 'concession' };
    assert.deepEqual(checkAnnotation(given, more, asTyped), given);
  });

  it('refuses roles, stances and link types that nobody knows, and says which there are', () => {
    const links = [{ type: 'mocks', target: 'b2' }];
    assert.throws(check({ ...FIELDS, role: 'joke' }), /“joke” .*claim, evidence, rebuttal/);
    assert.throws(check({ ...FIELDS, stance: 'perhaps' }), /“perhaps” .*favor, against, neutral/);
    assert.throws(check({ ...FIELDS, links }), /“mocks” .*supports, rebuts, restates/);
  });

  it('lets be what the annotation said before', () => {
    const before = { ...FIELDS, role: 'joke', stance: 'perhaps' };
    const after = { ...before, note: 'kept' };
    assert.deepEqual(checkAnnotation(after, NONE, asTyped, before), after);
    assert.throws(() => checkAnnotation({ ...after, role: 'pun' }, NONE, asTyped, before), /pun/);
  });

  it('refuses what the format doesn’t have, and what no file can hold', () => {
    assert.throws(check({ ...FIELDS, date: 'last week' }), { name: 'RefusedError' });
    assert.throws(check({ ...FIELDS, passages: [] }), { name: 'RefusedError' });
    assert.throws(check({ ...FIELDS, note: () => 1 }), /Only texts, numbers/);
  });
});
