import assert from 'node:assert/strict';
import { AS_WRITTEN, conflictText, type FieldWords } from '../../../../src/core/check/conflictText';

describe('a conflict in words', () => {
  it('shows values as they are written, or as the screen calls them', () => {
    const conflict = { field: 'stance', ours: 'favor', theirs: undefined };
    assert.deepEqual(conflictText(conflict, AS_WRITTEN), {
      field: 'stance',
      ours: 'favor',
      theirs: '(none)',
    });
    const words: FieldWords = { field: () => '立场', value: (field, value) => `${field}:${value}` };
    assert.deepEqual(conflictText(conflict, words), {
      field: '立场',
      ours: 'stance:favor',
      theirs: '(none)',
    });
  });

  it('shows the words of passages, other values as JSON, and of long ones the beginning', () => {
    const passages = [{ exact: 'It rained' }, { exact: 'all night.' }];
    const of = (field: string, theirs: unknown) =>
      conflictText({ field, ours: undefined, theirs }, AS_WRITTEN).theirs;
    assert.match(of('passages', passages), /^It rained.*all night\.$/);
    assert.equal(of('tags', ['a', 'b']), '["a","b"]');
    assert.equal(of('dateInferred', true), 'true');
    assert.ok(of('note', 'long '.repeat(100)).length <= 61);
  });
});
