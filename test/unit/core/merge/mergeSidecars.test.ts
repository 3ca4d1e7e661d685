import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/model/types';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { merge, plain, idsOf, added, without, changed, handmade } from './sidecarVersions';

describe('mergeSidecars', () => {
  it('gives a side back byte for byte where the other did nothing', () => {
    const other = changed(handmade, 'b1', { stance: 'favor' });
    assert.equal(merge(handmade, other, handmade).text, other);
    assert.equal(merge(handmade, handmade, other).text, other);
    assert.equal(merge(handmade, other, other).text, other);
    assert.equal(merge('', '', other).text, other);
  });

  it('works changes of different annotations into ours, and touches no other line', () => {
    const ours = changed(handmade, 'a1', { stance: 'favor' });
    const theirs = changed(handmade, 'c1', { note: '见上' });
    assert.equal(merge(handmade, ours, theirs).text, changed(ours, 'c1', { note: '见上' }));
    assert.equal(merge(handmade, theirs, ours).text, changed(ours, 'c1', { note: '见上' }));
  });

  it('merges changes of one annotation, comments included', () => {
    const ours = changed(handmade, 'a1', { stance: 'favor' });
    const theirs = changed(handmade, 'a1', { tags: ['cost'] }).replace(
      '# checked',
      '# checked twice',
    );
    const { text, conflicts } = merge(handmade, ours, theirs);
    assert.equal(
      text,
      changed(ours, 'a1', { tags: ['cost'] }).replace('# checked', '# checked twice'),
    );
    assert.deepEqual(conflicts, []);
  });

  it('loses no comment of lines that both changed: those of theirs go above', () => {
    const ours = changed(handmade, 'a1', { stance: 'favor' });
    const theirs = changed(handmade, 'a1', { stance: 'against', cue: 'no # comment' })
      .replace(/stance: against/, 'stance: against  # asked twice: #1')
      .replace('# checked', '# checked by Li');
    for (const [is, other, added] of [
      [ours, theirs, ['# asked twice: #1', '# checked by Li']],
      [theirs, ours, []],
    ] as const) {
      const { text } = merge(handmade, is, other);
      const comments = (lines: string) =>
        lines.split('\n').flatMap((line) => /(?<= |^)#.*(?<!comment"?)$/.exec(line)?.[0] ?? []);
      assert.deepEqual(comments(text).sort(), [...comments(is), ...added].sort());
      for (const comment of added)
        assert.match(text, new RegExp(`^ {2}${comment}\\n(?: {2}#.*\\n)* {2}- id: a1 `, 'm'));
      // The same merge again has nothing to add.
      assert.equal(merge(handmade, text, other).text, text);
    }
  });

  it('keeps both values where both changed a field, and says where', () => {
    const { text, conflicts } = merge(
      handmade,
      changed(handmade, 'a1', { stance: 'favor' }),
      changed(handmade, 'a1', { stance: 'against' }),
    );
    assert.equal(
      text,
      changed(handmade, 'a1', {
        stance: 'favor',
        conflicts: [{ field: 'stance', theirs: 'against' }],
      }),
    );
    assert.match(text, /^ {4}conflicts:\n {6}- \{field: stance, theirs: against\}$/m);
    assert.deepEqual(conflicts, ['a1.stance']);
    assert.match(text, /# checked\n/);
    // The same merge again has nothing new to say.
    assert.deepEqual(
      merge(handmade, text, changed(handmade, 'a1', { stance: 'against' })).conflicts,
      [],
    );
  });

  it('puts what both added at one place in reading order, ours first where it is the same', () => {
    const at = (index: number, ...annotations: Annotation[]) =>
      annotations.reduce((text, one, i) => added(text, index + i, one), handmade);
    assert.deepEqual(
      idsOf(
        merge(
          handmade,
          at(1, plain('o1', 8), plain('o2', 9)),
          at(1, plain('t1', 7), plain('t2', 9)),
        ).text,
      ),
      ['a1', 't1', 'o1', 'o2', 't2', 'b1', 'c1'],
    );
    assert.deepEqual(idsOf(merge(handmade, at(3, plain('o1', 50)), at(3, plain('t1', 40))).text), [
      'a1',
      'b1',
      'c1',
      't1',
      'o1',
    ]);
    assert.deepEqual(idsOf(merge(handmade, at(0, plain('o1', 1)), at(0, plain('t1', 1))).text), [
      'o1',
      't1',
      'a1',
      'b1',
      'c1',
    ]);
  });

  it('puts an addition behind what it follows there, also if that is gone here', () => {
    const theirs = added(handmade, 2, plain('t1', 20));
    const { text } = merge(handmade, without(handmade, 'b1'), theirs);
    assert.deepEqual(idsOf(text), ['a1', 't1', 'c1']);
    assert.equal(text, added(without(handmade, 'b1'), 1, plain('t1', 20)));
  });

  it('takes out what a side deleted, and keeps what stood above it', () => {
    for (const text of [
      merge(handmade, without(handmade, 'a1'), without(handmade, 'c1')).text,
      merge(handmade, without(handmade, 'c1'), without(handmade, 'a1')).text,
    ]) {
      assert.equal(text, without(without(handmade, 'a1'), 'c1'));
    }
    assert.equal(
      merge(handmade, changed(handmade, 'a1', { cue: 'x' }), without(handmade, 'b1')).text,
      without(changed(handmade, 'a1', { cue: 'x' }), 'b1'),
    );
  });

  it('keeps what one side deleted and the other changed, in its place and with its comment', () => {
    const theirs = changed(handmade, 'b1', { stance: 'against' });
    const kept = changed(theirs, 'b1', { conflicts: [{ field: 'id' }] });
    assert.deepEqual(merge(handmade, without(handmade, 'b1'), theirs), {
      ...merge(handmade, theirs, without(handmade, 'b1')),
      text: kept,
    });
    assert.deepEqual(merge(handmade, without(handmade, 'b1'), theirs).conflicts, ['b1.id']);
  });

  it('merges to an empty list', () => {
    const two = insertAnnotation(
      insertAnnotation(newSidecar({ title: 'T' }), 0, plain('a1', 1)),
      1,
      plain('b1', 20),
    ).text;
    assert.equal(
      merge(two, without(two, 'a1'), without(two, 'b1')).text,
      'version: 1\narticle:\n  title: T\nannotations: []\n',
    );
    assert.equal(
      merge(
        'version: 1\nannotations: []\n',
        '# ours\nversion: 1\nannotations: []\n',
        'version: 1\nannotations: []\n# theirs\n',
      ).text,
      '# ours\nversion: 1\nannotations: []\n# theirs\n',
    );
  });

  it('merges two files made anew', () => {
    const ours = insertAnnotation(
      newSidecar({ title: '争论', encoding: 'gb18030' }),
      0,
      plain('o1', 10),
    ).text;
    const theirs = insertAnnotation(
      newSidecar({ title: '争论', author: '某作者' }),
      0,
      plain('t1', 3),
    ).text;
    const { text, conflicts } = merge('', ours, theirs);
    assert.equal(
      text,
      added(ours, 0, plain('t1', 3)).replace('gb18030\n', 'gb18030\n  author: 某作者\n'),
    );
    assert.deepEqual(conflicts, []);
    assert.deepEqual(idsOf(text), ['t1', 'o1']);
  });

  it('takes files in exotic layouts', () => {
    const explicit = `? version\n: 1\n? annotations\n: - id: a1\n    role: claim\n    passages:\n      - exact: x\n  - id: b1\n    role: claim\n    passages:\n      - exact: y\n`;
    const { file } = merge(
      explicit,
      explicit.replace('exact: x', 'exact: z'),
      explicit.replace('exact: y', 'exact: w'),
    );
    assert.deepEqual(
      file.entries.map(({ annotation }) => annotation?.passages[0]?.exact),
      ['z', 'w'],
    );
    const documents = `--- # sidecar\n${handmade}...\n# behind\n`;
    const ours = documents.replace('wave: 2', 'wave: 3');
    assert.equal(
      merge(documents, ours, changed(documents, 'c1', { cue: 'x' })).text,
      changed(ours, 'c1', { cue: 'x' }),
    );
  });
});
