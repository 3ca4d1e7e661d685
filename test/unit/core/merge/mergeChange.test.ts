import { strict as assert } from 'node:assert';
import { mergeChange } from '../../../../src/core/merge/changes/mergeChange';
import { joinUnwritten, replayChange } from '../../../../src/core/merge/changes/replayChange';
import { newSidecar, insertAnnotation } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import type { Annotation } from '../../../../src/core/model/types';

const make = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  passages: [{ exact: `words of ${id}` }],
  ...more,
});
const sidecar = (...annotations: Annotation[]): SidecarFile =>
  annotations.reduce((file, one, i) => insertAnnotation(file, i, one), newSidecar());
const contents = ({ entries }: SidecarFile) => entries.map(({ annotation }) => annotation);

describe('a change of one annotation, brought into a file that others changed', () => {
  const seen = make('a1', { speaker: '李某', stance: 'favor' });

  it('keeps their change of another field', () => {
    const file = sidecar(make('a0'), { ...seen, speaker: '王某' });
    const merged = mergeChange(
      file,
      'a1',
      { annotation: seen },
      { annotation: { ...seen, stance: 'against' } },
    );
    assert.deepEqual(contents(merged), [
      make('a0'),
      { ...seen, speaker: '王某', stance: 'against' },
    ]);
  });

  it('makes one of an annotation that is written twice, word for word', () => {
    const twice = sidecar(seen, make('a0'), seen);
    const wanted = { ...seen, note: 'x' };
    assert.deepEqual(
      contents(mergeChange(twice, 'a1', { annotation: seen }, { annotation: wanted })),
      [wanted, make('a0')],
    );
    assert.deepEqual(contents(mergeChange(twice, 'a1', { annotation: seen }, undefined)), [
      make('a0'),
    ]);
  });

  it('keeps both values of one field', () => {
    const merged = mergeChange(
      sidecar({ ...seen, stance: 'neutral' }),
      'a1',
      { annotation: seen },
      { annotation: { ...seen, stance: 'against' } },
    );
    assert.deepEqual(contents(merged), [
      { ...seen, stance: 'against', conflicts: [{ field: 'stance', theirs: 'neutral' }] },
    ]);
  });

  it('brings back what they deleted, at its place', () => {
    const merged = mergeChange(
      sidecar(make('a0'), make('a2')),
      'a1',
      { annotation: seen },
      { annotation: { ...seen, note: 'x' } },
      1,
    );
    assert.deepEqual(contents(merged), [
      make('a0'),
      { ...seen, note: 'x', conflicts: [{ field: 'id' }] },
      make('a2'),
    ]);
  });

  it('deletes what nobody changed, and keeps what they did', () => {
    assert.deepEqual(
      contents(mergeChange(sidecar(seen), 'a1', { annotation: seen }, undefined)),
      [],
    );
    const kept = mergeChange(
      sidecar({ ...seen, note: 'theirs' }),
      'a1',
      { annotation: seen },
      undefined,
    );
    assert.deepEqual(contents(kept), [{ ...seen, note: 'theirs', conflicts: [{ field: 'id' }] }]);
    const none = sidecar(make('a0'));
    assert.equal(mergeChange(none, 'a1', { annotation: seen }, undefined), none);
  });

  it('brings lines back only where they still say what is meant', () => {
    const lines =
      '  - id: a1 # first\n    role: claim\n    speaker: 李某\n    stance: favor\n    passages: [{exact: words of a1}]\n';
    const changed = { ...seen, stance: 'against' };
    assert.ok(
      mergeChange(
        sidecar(changed),
        'a1',
        { annotation: changed },
        { annotation: seen, lines },
      ).text.includes(lines),
    );
    const merged = mergeChange(
      sidecar({ ...changed, note: 'theirs' }),
      'a1',
      { annotation: changed },
      { annotation: seen, lines },
    );
    assert.deepEqual(contents(merged), [{ ...seen, note: 'theirs' }]);
  });
});

describe('a change that didn’t reach its file', () => {
  const before = sidecar(make('a0'), make('a1'), make('a2', { note: '结尾' }));
  const after = insertAnnotation(before, 1, make('b1', { note: '新的一条' }));
  const change = { before: before.text, after: after.text, torn: true };

  it('is made where the file stands as it did, or isn’t there', () => {
    assert.equal(replayChange(before, change).text, after.text);
    assert.equal(replayChange(undefined, { ...change, before: '' }).text, after.text);
  });

  it('is made once only', () => {
    assert.equal(replayChange(after, change), after);
    assert.equal(replayChange(replayChange(before, change), change).text, after.text);
  });

  it('heals what a broken-off writing left, wherever it broke off', () => {
    const bytes = new TextEncoder().encode(after.text);
    for (let length = 0; length <= bytes.length; length++) {
      const left = readSidecar(new TextDecoder().decode(bytes.slice(0, length)));
      assert.equal(replayChange(left, change).text, after.text, `after ${length} bytes`);
    }
  });

  it('is merged by id with what others wrote meanwhile', () => {
    const theirs = sidecar(
      make('a0', { note: 'theirs' }),
      make('a1'),
      make('a2', { note: '结尾' }),
      make('c1'),
    );
    const merged = replayChange(theirs, { ...change, torn: false });
    assert.deepEqual(
      contents(merged).map((one) => one?.id),
      ['a0', 'b1', 'a1', 'a2', 'c1'],
    );
    assert.equal(contents(merged)[0]?.note, 'theirs');
  });

  it('waits where the file can’t be read', () => {
    const broken = readSidecar('version: 1\nannotations: 5\n');
    assert.equal(replayChange(broken, { ...change, torn: false }), broken);
  });
});

describe('two changes that didn’t reach their sidecar', () => {
  const before = sidecar(make('a0')).text;
  const first = { before, after: sidecar(make('a0'), make('a1')).text, torn: false };

  it('become one, the second made on the first', () => {
    const second = { before, after: sidecar(make('a0'), make('a2')).text, torn: true };
    const joined = joinUnwritten(first, second);
    assert.deepEqual([joined.before, joined.torn], [before, true]);
    const ids = contents(readSidecar(joined.after)).map((one) => one?.id);
    assert.deepEqual(ids.sort(), ['a0', 'a1', 'a2']);
  });

  it('are the first alone where both are the same', () => {
    assert.deepEqual(joinUnwritten(first, first), first);
  });
});
