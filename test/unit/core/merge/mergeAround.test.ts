import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/model/types';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { merge, plain, idsOf, added, without, changed, handmade } from './sidecarVersions';

describe('mergeSidecars', () => {
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

    it('keeps a comment that was put inside an annotation which the other side deleted', () => {
      const inside = handmade.replace(/( {2}- {3}id: b1\n)/, '$1      # check this\n');
      assert.notEqual(inside, handmade);
      for (const { text } of [
        merge(handmade, without(handmade, 'b1'), inside),
        merge(handmade, inside, without(handmade, 'b1')),
      ]) {
        assert.deepEqual(idsOf(text), ['a1', 'c1']);
        assert.equal(text.split('# check this\n').length, 2, text);
      }
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
});
