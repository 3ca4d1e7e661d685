import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  mergeConflicted,
  readAnySidecar,
  readConflicted,
} from '../../../../src/core/merge/sidecars/conflictMarkers';
import { mergeSidecars } from '../../../../src/core/merge/sidecars/mergeSidecars';
import { placeInFile, splitConflicts } from '../../../../src/core/merge/sidecars/splitConflicts';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';

const head = 'version: 1\nannotations:\n';
const item = (id: string, ...more: string[]) =>
  [
    `  - id: ${id}`,
    '    role: claim',
    ...more.map((line) => `    ${line}`),
    '    passages:',
    `      - exact: 词 ${id}`,
    '',
  ].join('\n');
const base = head + item('a1') + item('c1');
const ours = head + item('a1', 'stance: favor') + item('o1') + item('c1');
const theirs = head + item('a1', 'stance: against') + item('t1') + item('c1');
/** As git writes it: the conflict inside the first annotation, and where both added one. */
const conflicted = (withBase: boolean) => `${head}  - id: a1
    role: claim
<<<<<<< HEAD
    stance: favor
${withBase ? '||||||| 68be80d\n' : ''}=======
    stance: against
>>>>>>> wang/第二轮
    passages:
      - exact: 词 a1
<<<<<<< HEAD
${item('o1')}${withBase ? '||||||| 68be80d\n' : ''}=======
${item('t1')}>>>>>>> wang/第二轮
${item('c1')}`;
const contents = (text: string) => readSidecar(text).entries.map(({ annotation }) => annotation);

describe('splitConflicts', () => {
  it('gives each side its whole text', () => {
    for (const withBase of [false, true]) {
      const split = splitConflicts(conflicted(withBase))!;
      assert.equal(split.ours.text, ours);
      assert.equal(split.theirs.text, theirs);
      assert.equal(split.base?.text, withBase ? base : undefined);
      assert.deepEqual(
        split.markers.map(({ start, end }) => conflicted(withBase).slice(start, end)),
        ['<<<<<<< HEAD', '<<<<<<< HEAD'],
      );
    }
  });

  it('works with CRLF, without labels, and without an end of the last line', () => {
    const text = conflicted(true)
      .replaceAll(/(<{7}|>{7}|\|{7}).*/g, '$1')
      .replaceAll('\n', '\r\n');
    const split = splitConflicts(text)!;
    assert.deepEqual(
      [split.ours.text, split.base?.text, split.theirs.text],
      [ours, base, theirs].map((side) => side.replaceAll('\n', '\r\n')),
    );
    assert.deepEqual(
      split.markers.map(({ start, end }) => text.slice(start, end)),
      ['<<<<<<<', '<<<<<<<'],
    );
    const last = splitConflicts('<<<<<<< a\nx\n=======\ny\n>>>>>>> b')!;
    assert.deepEqual([last.ours.text, last.theirs.text, last.base], ['x\n', 'y\n', undefined]);
  });

  it('finds no set in part of one', () => {
    for (const text of [
      '',
      base,
      '<<<<<<< a\n',
      '<<<<<<< a\n=======\n',
      '=======\n>>>>>>> b\n',
      '<<<<<<< a\n>>>>>>> b\n',
      '>>>>>>> b\n=======\n<<<<<<< a\n',
      '<<<<<<<< a\n=======\n>>>>>>> b\n',
      ' <<<<<<< a\n=======\n>>>>>>> b\n',
    ]) {
      assert.equal(splitConflicts(text), undefined, text);
    }
  });

  it('takes what is no part of a set for lines', () => {
    const nested = splitConflicts(
      '0\n<<<<<<< a\n1\n<<<<<<< a\n2\n=======\n3\n>>>>>>> b\n4\n=======\n5\n>>>>>>> b\n',
    )!;
    assert.equal(nested.ours.text, '0\n<<<<<<< a\n1\n2\n4\n=======\n5\n>>>>>>> b\n');
    assert.equal(
      splitConflicts('<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n<<<<<<< a\n3\n')?.theirs.text,
      '2\n<<<<<<< a\n3\n',
    );
  });

  it('knows where each part stands in the file', () => {
    const text = conflicted(true);
    const split = splitConflicts(text)!;
    for (const side of [split.ours, split.theirs, split.base!]) {
      for (const line of side.text.matchAll(/.+\n/g)) {
        const { start, end } = placeInFile(side, {
          start: line.index,
          end: line.index + line[0].length,
        });
        assert.equal(text.slice(start, end), line[0]);
      }
    }
    assert.deepEqual(placeInFile(split.ours, { start: 0, end: 0 }), { start: 0, end: 0 });
  });

  it('never fails, whatever the text', () => {
    const line = fc.constantFrom(
      '<<<<<<< ours',
      '||||||| base',
      '=======',
      '>>>>>>> theirs',
      '  - id: a1',
      '    role: claim',
      'version: 1',
      'annotations:',
      '',
      '<<<<<<<',
      '\r',
      'x: "',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, eol) => {
          const text = lines.join(eol);
          const file = readAnySidecar(text);
          assert.equal(file.text, text);
          assert.ok(
            file.entries.every(
              ({ block }) =>
                block.start >= 0 && block.start <= block.end && block.end <= text.length,
            ),
          );
          const merged = mergeConflicted(text);
          if ('file' in merged) assert.deepEqual(readSidecar(merged.file.text), merged.file);
          else assert.ok(merged.refusal.message !== '');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('readConflicted', () => {
  it('shows the annotations of both sides, where they stand', () => {
    const text = conflicted(false);
    const file = readConflicted(text)!;
    assert.deepEqual(
      file.entries.map(({ id, annotation }) => [id, annotation?.stance]),
      [
        ['a1', 'favor'],
        ['o1', undefined],
        ['t1', undefined],
        ['c1', undefined],
      ],
    );
    const lines = (index: number) =>
      text.slice(file.entries[index]?.block.start, file.entries[index]?.block.end);
    assert.deepEqual([1, 2, 3].map(lines), [item('o1'), item('t1'), item('c1')]);
    assert.match(lines(0), /^ {2}- id: a1\n[^]*<<<<<<< HEAD[^]*exact: 词 a1\n$/);
    assert.equal(file.text, text);
  });

  it('says at each conflict what it is, and lets nobody write', () => {
    const text = conflicted(true);
    const file = readConflicted(text)!;
    assert.deepEqual(
      file.problems.map(({ code, severity, range }) => [
        code,
        severity,
        text.slice(range.start, range.end),
      ]),
      Array.from({ length: 2 }, () => ['conflict-markers', 'error', '<<<<<<< HEAD']),
    );
    assert.equal(file.refusal, file.problems[0]);
    assert.match(file.refusal!.message, /quick fix/);
  });

  it('shows one side where the other can’t be read', () => {
    const half = conflicted(false).replace('    stance: favor\n', '    stance: "favor\n');
    assert.deepEqual(
      readConflicted(half)?.entries.map(({ id }) => id),
      ['a1', 't1', 'c1'],
    );
    assert.deepEqual(readConflicted('<<<<<<< a\n[\n=======\n{\n>>>>>>> b\n')?.entries, []);
    assert.equal(readConflicted(base), undefined);
  });

  it('says what either side says of the article', () => {
    const text = `version: 1\narticle:\n<<<<<<< a\n  title: 甲\n=======\n  title: 乙\n>>>>>>> b\nannotations: []\n`;
    assert.deepEqual(readConflicted(text)?.article, { title: '甲' });
    assert.deepEqual(readConflicted(text.replace('甲', '"'))?.article, { title: '乙' });
  });
});

describe('readAnySidecar', () => {
  it('reads what can be read, and what git left half merged', () => {
    assert.deepEqual(readAnySidecar(base), readSidecar(base));
    assert.deepEqual(readAnySidecar(conflicted(false)), readConflicted(conflicted(false)));
    assert.deepEqual(
      readAnySidecar('version: 1\nannotations: ['),
      readSidecar('version: 1\nannotations: ['),
    );
    assert.equal(readAnySidecar('version: 2\nannotations: []\n').refusal?.code, 'version');
    const known = readSidecar(base);
    assert.equal(readAnySidecar(base, known).entries[0]?.annotation, known.entries[0]?.annotation);
  });
});

describe('mergeConflicted', () => {
  const merged = (text: string, baseText?: string) => {
    const result = mergeConflicted(text, baseText);
    assert.ok('file' in result, JSON.stringify(result));
    return { text: result.file.text, conflicts: result.conflicts };
  };

  it('merges with the version that both started from', () => {
    const expected = mergeSidecars(readSidecar(base), readSidecar(ours), readSidecar(theirs));
    assert.ok('file' in expected);
    for (const [text, baseText] of [
      [conflicted(true), undefined],
      [conflicted(false), base],
      [conflicted(true), base],
      [conflicted(true), 'version: ['],
    ] as const) {
      assert.equal(merged(text, baseText).text, expected.file.text);
    }
    assert.deepEqual(merged(conflicted(true)).conflicts, [{ id: 'a1', field: 'stance' }]);
    assert.deepEqual(
      contents(expected.file.text).map((one) => [one?.id, one?.stance, one?.conflicts]),
      [
        ['a1', 'favor', [{ field: 'stance', theirs: 'against' }]],
        ['o1', undefined, undefined],
        ['t1', undefined, undefined],
        ['c1', undefined, undefined],
      ],
    );
  });

  it('keeps everything where nothing is known of what both started from', () => {
    const text = conflicted(false)
      .replace('    stance: favor\n', '    stance: favor\n    note: x\n')
      .replace('    stance: against\n', '    stance: against\n    cue: y\n');
    const result = merged(text);
    assert.deepEqual(contents(result.text)[0], {
      id: 'a1',
      role: 'claim',
      stance: 'favor',
      note: 'x',
      cue: 'y',
      passages: [{ exact: '词 a1' }],
      conflicts: [{ field: 'stance', theirs: 'against' }],
    });
    assert.deepEqual(
      contents(result.text).map((one) => one?.id),
      ['a1', 'o1', 't1', 'c1'],
    );
  });

  it('keeps the line ends', () => {
    const { text } = merged(conflicted(false).replaceAll('\n', '\r\n'));
    assert.equal(text, merged(conflicted(false)).text.replaceAll('\n', '\r\n'));
  });

  it('returns what there is to read where there are no markers', () => {
    assert.equal(merged(base).text, base);
    assert.deepEqual(mergeConflicted('version: ['), {
      refusal: readSidecar('version: [').refusal,
      side: 'ours',
    });
  });

  it('says which side can’t be read', () => {
    const result = mergeConflicted(
      conflicted(false).replace('stance: against', 'stance: "against'),
    );
    assert.ok('refusal' in result);
    assert.equal(result.side, 'theirs');
  });
});
