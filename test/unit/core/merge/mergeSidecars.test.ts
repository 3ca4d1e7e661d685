import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../../src/core/merge/sidecars/mergeSidecars';
import type { Annotation } from '../../../../src/core/model/types';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';

/**
 * Merges three texts that must be mergeable; what comes out must be read back as it was returned.
 */
function merge(
  base: string,
  ours: string,
  theirs: string,
): { readonly text: string; readonly conflicts: readonly string[]; readonly file: SidecarFile } {
  const merged = mergeSidecars(readSidecar(base), readSidecar(ours), readSidecar(theirs));
  assert.ok('file' in merged, JSON.stringify(merged));
  assert.deepEqual(readSidecar(merged.file.text), merged.file);
  return {
    text: merged.file.text,
    file: merged.file,
    conflicts: merged.conflicts.map(({ id, field }) => `${id ?? ''}.${field}`),
  };
}

const plain = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  passages: [{ exact: `words of ${id}`, start, end: start + 11 }],
  ...more,
});
const idsOf = (text: string) => readSidecar(text).entries.map(({ id }) => id);
const indexOf = (file: SidecarFile, id: string) =>
  file.entries.findIndex((entry) => entry.id === id);
const added = (text: string, index: number, annotation: Annotation) =>
  insertAnnotation(readSidecar(text), index, annotation).text;
const without = (text: string, id: string) =>
  removeAnnotation(readSidecar(text), indexOf(readSidecar(text), id)).text;
const changed = (text: string, id: string, changes: Partial<Annotation>) => {
  const file = readSidecar(text);
  const index = indexOf(file, id);
  return replaceAnnotation(file, index, { ...file.entries[index]!.annotation!, ...changes }).text;
};

const handmade = `# Coded by two people.
version: 1
article:
  title: 争论   # from the site
  author: 某作者

annotations:
  # the opening
  - id: a1   # first
    role: 'claim'
    speaker: "李彦宏"  # checked
    confidence: 0.8     # ours
    passages:
      # twice in the text
      - exact: 开源模型
        start: 3
        end: 7
    note: |
      一
      # two

  # the answer
  -   id: b1
      role: rebuttal
      passages:
      - {exact: "智商税", start: 10, end: 13}
      links: [ {type: rebuts, target: a1} ]

  # last
  - id: c1
    role: claim
    passages:
      - exact: the third
        start: 30
        end: 39
# the end
project: {wave: 2}  # unknown to us
`;

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

  describe('around the annotations', () => {
    it('takes changed comments, and loses none where both changed them', () => {
      const ours = handmade
        .replace('# Coded by two people.', '# Coded by three people.')
        .replace('# the answer', '# the answer\n  # yes');
      const theirs = handmade
        .replace('# the end', '# the very end')
        .replace('# the answer', '# the answer\n  # theirs')
        .replace('# last', '# the last one');
      assert.equal(
        merge(handmade, ours, theirs).text,
        ours
          .replace('# the end', '# the very end')
          .replace('# yes', '# yes\n  # theirs')
          .replace('# last', '# the last one'),
      );
    });

    it('keeps a comment that was put above an annotation which the other side deleted', () => {
      const theirs = handmade.replace('# the answer', '# the answer\n  # doubtful');
      const { text } = merge(handmade, without(handmade, 'b1'), theirs);
      assert.deepEqual(idsOf(text), ['a1', 'c1']);
      assert.match(text, /# the answer\n {2}# doubtful\n\n {2}# last\n/);
      const last = handmade.replace('# last', '# last\n  # doubtful');
      assert.match(
        merge(handmade, last, without(handmade, 'c1')).text,
        /# last\n {2}# doubtful\n# the end\n/,
      );
    });

    it('merges what is said of the article, key by key', () => {
      const ours = handmade.replace(
        'author: 某作者',
        'author: 某作者\n  url: https://example.org/a',
      );
      const theirs = handmade.replace(
        'author: 某作者',
        'author: 另一作者\n  published: "2024-07-11"',
      );
      const { text, file, conflicts } = merge(handmade, ours, theirs);
      assert.deepEqual(file.article, {
        title: '争论',
        author: '另一作者',
        url: 'https://example.org/a',
        published: '2024-07-11',
      });
      assert.match(text, /title: 争论 {3}# from the site\n/);
      assert.deepEqual(conflicts, []);
    });

    it('keeps both where both say something else of the article', () => {
      const { text, conflicts } = merge(
        handmade,
        handmade.replace('某作者', '甲'),
        handmade.replace('某作者', '乙'),
      );
      assert.equal(
        text,
        handmade.replace(
          '  author: 某作者\n',
          '  author: 甲\n  conflicts:\n    - {field: author, theirs: 乙}\n',
        ),
      );
      assert.deepEqual(conflicts, ['.author']);
      const again = merge(
        handmade,
        text,
        handmade.replace('某作者', '乙').replace('title: 争论', 'title: 争'),
      );
      assert.match(again.text, /title: 争 {3}# from the site\n {2}author: 甲\n/);
      assert.deepEqual(again.conflicts, []);
    });

    it('removes what a side removed', () => {
      const bare = handmade.replace(/article:\n[^]*某作者\n/, '');
      const { text, file } = merge(handmade, bare, changed(handmade, 'c1', { cue: 'x' }));
      assert.deepEqual(file.article, {});
      assert.equal(text, changed(bare, 'c1', { cue: 'x' }));
      assert.equal(merge(handmade, changed(handmade, 'c1', { cue: 'x' }), bare).text, text);
      assert.doesNotMatch(
        merge(
          handmade,
          changed(handmade, 'c1', { cue: 'x' }),
          handmade.replace(/^project.*\n/m, ''),
        ).text,
        /project/,
      );
    });

    it('merges keys that the format doesn’t know', () => {
      const [ours, theirs] = [
        handmade.replace('wave: 2', 'wave: 3'),
        handmade
          .replace('version: 1\n', 'version: 1\nteam: [A, B]  # new\n')
          .replace('wave: 2', 'wave: 4'),
      ];
      const { text, conflicts } = merge(handmade, ours, theirs);
      assert.equal(
        text,
        `${ours.replace('version: 1\n', 'version: 1\nteam: [A, B]  # new\n')}conflicts:\n  - {field: project, theirs: {wave: 4}}\n`,
      );
      assert.deepEqual(conflicts, ['.project']);
      assert.equal(
        merge(handmade, changed(handmade, 'a1', { cue: 'x' }), theirs).text,
        changed(theirs, 'a1', { cue: 'x' }),
      );
    });

    it('merges an article written between brackets', () => {
      const flow = handmade.replace(
        /article:\n[^]*某作者\n/,
        'article: {title: 争论, author: 某作者} # flow\n',
      );
      const { file, text } = merge(
        flow,
        flow.replace('某作者}', '甲}'),
        flow.replace('title: 争论', 'title: 新').replace('# flow', '# FLOW'),
      );
      assert.deepEqual(file.article, { title: '新', author: '甲' });
      assert.match(text, /^article:/m);
      assert.deepEqual(
        merge(flow, handmade.replace('争论', '论'), flow.replace('某作者', '甲')).file.article,
        { title: '论', author: '甲' },
      );
    });
  });

  describe('in ours’ style', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');

    it('fits what comes from a file with other line ends, byte-order mark and indentation', () => {
      const theirs = added(handmade, 1, plain('t1', 8, { note: 'a\n\nb\n' }));
      const expected = changed(theirs, 'c1', { stance: 'favor' });
      const ours = changed(handmade, 'c1', { stance: 'favor' });
      assert.equal(merge(crlf(handmade), crlf(ours), theirs).text, crlf(expected));
      assert.equal(merge(handmade, ours, crlf(theirs)).text, expected);
      assert.equal(merge(handmade, `\uFEFF${ours}`, theirs).text, `\uFEFF${expected}`);
      assert.equal(merge(`\uFEFF${handmade}`, ours, `\uFEFF${crlf(theirs)}`).text, expected);
      const open = (text: string) => text.replace(/\n$/, '');
      assert.equal(merge(handmade, open(ours), theirs).text, open(expected));
      const dedented = (text: string) =>
        text.replace(/ {2}- id: a1[^]*(?=# the end)/, (list) => list.replace(/^ {2}/gm, ''));
      assert.equal(merge(handmade, ours, dedented(theirs)).text, expected);
      assert.equal(merge(handmade, dedented(ours), theirs).text, dedented(expected));
    });

    it('ends a last line that had no end, where something comes below it', () => {
      const start = insertAnnotation(newSidecar(), 0, plain('a1', 1)).text.trimEnd();
      const ours = `${start}   # ours`;
      const theirs = added(start, 1, plain('t1', 20));
      assert.equal(
        merge(start, ours, theirs).text,
        added(`${ours}\n`, 1, plain('t1', 20)).trimEnd(),
      );
    });
  });

  describe('of JSON', () => {
    const json = (annotations: Annotation[], more = {}) =>
      `${JSON.stringify({ version: 1, annotations, ...more }, null, 2)}\n`;
    const [a, b, c] = [plain('a1', 1), plain('b1', 20), plain('c1', 40)];
    const contents = (text: string) =>
      readSidecar(text).entries.map(({ annotation }) => annotation);

    it('merges by id and leaves the untouched text alone', () => {
      const ours = json([{ ...a, stance: 'favor' }, b]);
      const { text, file } = merge(
        json([a, b]),
        ours,
        json([a, plain('t1', 9), { ...b, note: 'x' }, c]),
      );
      assert.deepEqual(contents(text), [
        { ...a, stance: 'favor' },
        plain('t1', 9),
        { ...b, note: 'x' },
        c,
      ]);
      assert.equal(
        file.text.slice(0, file.entries[0]!.block.end),
        ours.slice(0, readSidecar(ours).entries[0]!.block.end),
      );
      assert.deepEqual(contents(merge(json([a, b, c]), json([b, c]), json([a, b])).text), [b]);
      assert.deepEqual(contents(merge(json([]), json([a]), json([b])).text), [a, b]);
    });

    it('stays JSON where more than the list changes', () => {
      const { text } = merge(
        json([a], { project: 1 }),
        json([{ ...a, note: 'x' }], { project: 1 }),
        json([a, b], { project: 2, article: { title: '题' } }),
      );
      assert.deepEqual(JSON.parse(text), {
        version: 1,
        article: { title: '题' },
        annotations: [{ ...a, note: 'x' }, b],
        project: 2,
      });
    });

    it('merges with a file in lines', () => {
      const lines = [a, b].reduce(
        (file, one, i) => insertAnnotation(file, i, one),
        newSidecar(),
      ).text;
      assert.equal(
        merge(
          json([a, b]),
          changed(lines, 'a1', { note: 'x' }),
          json([a, { ...b, stance: 'favor' }, c]),
        ).text,
        added(changed(changed(lines, 'a1', { note: 'x' }), 'b1', { stance: 'favor' }), 2, c),
      );
      assert.deepEqual(
        contents(merge(lines, json([a, b]), changed(lines, 'a1', { note: 'x' })).text),
        [{ ...a, note: 'x' }, b],
      );
    });

    it('merges lists between brackets in a file of lines', () => {
      const flow = `# flow\nversion: 1\nannotations: [{id: a1, role: claim, passages: [{exact: x}]}, {id: b1, role: claim, passages: [{exact: w}]}] # list\nproject: 1\n`;
      const { text } = merge(
        flow,
        flow.replace('exact: x', 'exact: z'),
        flow
          .replace('project: 1', 'project: 2')
          .replace('{id: b1, role: claim', '{id: b1, role: rebuttal'),
      );
      assert.equal(
        text,
        flow
          .replace('exact: x', 'exact: z')
          .replace('project: 1', 'project: 2')
          .replace('{id: b1, role: claim', '{id: b1, role: rebuttal'),
      );
    });

    it('writes other brackets anew', () => {
      const flow =
        '{version: 1, project: 1, annotations: [{id: a1, role: claim, passages: [{exact: x}]}]}\n';
      const { text } = merge(
        flow,
        flow.replace('exact: x', 'exact: z'),
        flow.replace('project: 1', 'project: 2, article: {title: T}'),
      );
      assert.equal(
        text,
        'version: 1\narticle:\n  title: T\nannotations:\n  - id: a1\n    role: claim\n    passages:\n      - exact: z\nproject: 2\n',
      );
      const bare = '{version: 1, project: 1}\n';
      assert.equal(
        merge(bare, bare.replace('1}', '2}'), bare.replace('}', ', other: 1}')).text,
        'version: 1\nannotations: []\nproject: 2\nother: 1\n',
      );
    });
  });

  describe('of what can’t be read', () => {
    const broken = (id: string, role = '[x]') =>
      `  - id: ${id}\n    role: ${role}\n    passages: nothing   # broken\n`;
    const head = 'version: 1\nannotations:\n';
    const good = (id: string, note?: string) =>
      `  - id: ${id}\n    role: claim\n    passages:\n      - exact: x\n${note === undefined ? '' : `    note: ${note}\n`}`;

    it('keeps broken entries by their lines', () => {
      assert.equal(
        merge(
          head + broken('a1') + good('b1'),
          head + broken('a1') + good('b1', 'x'),
          head + broken('a1', '[y]') + good('b1'),
        ).text,
        head + broken('a1', '[y]') + good('b1', 'x'),
      );
      assert.equal(
        merge(
          head + broken('a1') + good('b1'),
          head + broken('a1') + good('b1', 'x'),
          head + good('b1'),
        ).text,
        head + good('b1', 'x'),
      );
      assert.equal(
        merge(head + good('b1'), head + good('b1', 'x'), head + broken('a1') + good('b1')).text,
        head + broken('a1') + good('b1', 'x'),
      );
    });

    it('keeps both versions where both changed it', () => {
      assert.equal(
        merge(head + broken('a1'), head + broken('a1', '[y]'), head + broken('a1', '[z]')).text,
        head + broken('a1', '[y]') + broken('a1', '[z]'),
      );
      assert.equal(
        merge(head + good('a1'), head + good('a1', 'x'), head + broken('a1')).text,
        head + good('a1', 'x') + broken('a1'),
      );
      assert.equal(
        merge(
          head + broken('a1') + good('b1'),
          head + good('b1'),
          head + broken('a1', '[z]') + good('b1'),
        ).text,
        head + broken('a1', '[z]') + good('b1'),
      );
    });

    it('keeps entries without an id, and those whose id stands twice', () => {
      const nameless = (words: string) => `  - role: ${words}\n`;
      assert.equal(
        merge(
          head + nameless('a'),
          head + nameless('a') + nameless('b'),
          head + nameless('a') + nameless('c'),
        ).text,
        head + nameless('a') + nameless('b') + nameless('c'),
      );
      const twice = head + good('a1') + good('a1', 'copy');
      assert.equal(
        merge(
          twice,
          head + good('a1', 'x') + good('a1', 'copy'),
          head + good('a1') + good('a1', 'other'),
        ).text,
        head + good('a1', 'x') + good('a1', 'other'),
      );
    });

    it('keeps broken entries in JSON', () => {
      const json = (list: unknown[], project: number) =>
        `${JSON.stringify({ version: 1, annotations: list, project }, null, 2)}\n`;
      const one = { id: 'b1', role: 'claim', passages: [{ exact: 'x' }] };
      const { file } = merge(
        json([{ id: 'a1' }, one], 1),
        json([{ id: 'a1' }, { ...one, note: 'n' }], 1),
        json([{ id: 'a1' }, one], 2),
      );
      assert.deepEqual(
        file.entries.map(({ id, annotation }) => [id, annotation?.note]),
        [
          ['a1', undefined],
          ['b1', 'n'],
        ],
      );
      assert.deepEqual(
        merge(
          json([one], 1),
          json([{ ...one, note: 'n' }], 1),
          json([{ id: 'a1' }, one], 1),
        ).file.entries.map(({ id }) => id),
        ['a1', 'b1'],
      );
    });

    it('refuses files that can’t be read whole, and says which', () => {
      const sides = [head, head + good('a1'), head + good('b1')].map((text) =>
        readSidecar(text),
      ) as [SidecarFile, SidecarFile, SidecarFile];
      const sideOf = (at: number, text: string) => {
        const [base, ours, theirs] = sides.with(at, readSidecar(text)) as [
          SidecarFile,
          SidecarFile,
          SidecarFile,
        ];
        const merged = mergeSidecars(base, ours, theirs);
        return 'refusal' in merged ? [merged.side, merged.refusal.code] : merged;
      };
      assert.deepEqual(
        [0, 1, 2].map((at) => sideOf(at, 'version: 1\nannotations: [')),
        [
          ['base', 'yaml'],
          ['ours', 'yaml'],
          ['theirs', 'yaml'],
        ],
      );
      assert.deepEqual(sideOf(2, 'version: 2\nannotations: []\n'), ['theirs', 'version']);
    });

    it('loses nothing where YAML anchors tie entries to each other', () => {
      const anchored = `${head}  - id: a1\n    role: &r claim\n    passages:\n      - exact: x\n${good('c1')}  - id: b1\n    role: *r\n    passages:\n      - exact: y\n`;
      const { file } = merge(
        anchored,
        changed(anchored, 'c1', { note: 'x' }),
        added(anchored, 3, plain('t1', 9)),
      );
      assert.deepEqual(
        file.entries.map(({ annotation }) => [annotation?.id, annotation?.role, annotation?.note]),
        [
          ['a1', 'claim', undefined],
          ['c1', 'claim', 'x'],
          ['b1', 'claim', undefined],
          ['t1', 'claim', undefined],
        ],
      );
      const gone = mergeSidecars(
        readSidecar(anchored),
        readSidecar(
          anchored.replace(/ {2}- id: a1[^]*?(?= {2}- id: c1)/, '').replace('*r', 'claim'),
        ),
        readSidecar(added(anchored, 3, plain('t1', 9))),
      );
      assert.ok('file' in gone);
      assert.deepEqual(
        gone.file.entries.map(({ id }) => id),
        ['c1', 'b1', 't1'],
      );
    });
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
