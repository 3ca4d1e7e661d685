import assert from 'node:assert/strict';
import { linesOf } from '../../../../src/core/sidecar/questions';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { plain, annotationIn, diff, handmade } from './sidecarEdits';

describe('newSidecar', () => {
  it('is the shortest file that one can add to', () => {
    assert.equal(newSidecar().text, 'version: 1\nannotations: []\n');
    assert.equal(
      insertAnnotation(newSidecar(), 0, plain('a1')).text,
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages:\n      - exact: words of a1\n',
    );
  });

  it('says what it was given of the article, in the format’s order', () => {
    assert.equal(
      newSidecar({ site: 'x', encoding: 'gb18030', title: 'No' }).text,
      'version: 1\narticle:\n  title: "No"\n  encoding: gb18030\n  site: x\nannotations: []\n',
    );
  });
});

describe('insertAnnotation', () => {
  it('writes every field as the format shows it', () => {
    const { text } = insertAnnotation(
      newSidecar({ title: '开源与闭源之争', published: '2024-07-11' }),
      0,
      {
        modified: '2026-11-22T09:31:00Z',
        created: '2026-11-22T09:30:00Z',
        creator: 'Zhang San',
        confidence: 0.5,
        adjudicated: { over: ['q5d8'], by: 'Li Si', at: '2026-11-23T10:00:00Z' },
        conflicts: [{ theirs: 'against', field: 'stance' }],
        links: [{ target: 'p8w2c4t6ye', type: 'rebuts' }],
        tags: ['cost', 'a, b'],
        note: '第一行\n\n- 第二行: #3\n',
        cue: '谈到了',
        quoteType: 'direct',
        reportedBy: ['第一财经'],
        dateInferred: true,
        date: '2024-07-04',
        topic: 'closed-over-open',
        stance: 'favor',
        speaker: '李彦宏',
        role: 'claim',
        id: 'k3v9x2m7qa',
        passages: [
          {
            end: 772,
            start: 760,
            suffix: '”。',
            prefix: '谈到了 “',
            exact: '开源模型其实是一种智商税',
            detached: true,
            original: '开源：\t智商税',
          },
          { exact: 'No' },
        ],
      },
    );
    assert.equal(
      text,
      `version: 1
article:
  title: 开源与闭源之争
  published: "2024-07-11"
annotations:
  - id: k3v9x2m7qa
    role: claim
    speaker: 李彦宏
    stance: favor
    topic: closed-over-open
    passages:
      - exact: 开源模型其实是一种智商税
        prefix: 谈到了 “
        suffix: ”。
        start: 760
        end: 772
        original: "开源：\\t智商税"
        detached: true
      - exact: "No"
    date: "2024-07-04"
    dateInferred: true
    reportedBy: [第一财经]
    quoteType: direct
    cue: 谈到了
    note: |
      第一行

      - 第二行: #3
    tags: [cost, "a, b"]
    links:
      - {type: rebuts, target: p8w2c4t6ye}
    conflicts:
      - {field: stance, theirs: against}
    adjudicated: {by: Li Si, at: "2026-11-23T10:00:00Z", over: [q5d8]}
    creator: Zhang San
    created: "2026-11-22T09:30:00Z"
    modified: "2026-11-22T09:31:00Z"
    confidence: 0.5
`,
    );
  });

  it('adds its lines at its place and touches no other', () => {
    const printed = [
      '+  - id: x1',
      '+    role: claim',
      '+    passages:',
      '+      - exact: words of x1',
    ];
    for (const index of [0, 1, 2]) {
      const file = insertAnnotation(readSidecar(handmade), index, plain('x1'));
      assert.deepEqual(
        file.entries.map(({ id }) => id),
        ['a1', 'b1'].toSpliced(index, 0, 'x1'),
      );
      assert.deepEqual(diff(handmade, file.text), printed);
      assert.deepEqual(readSidecar(file.text), file);
    }
  });

  it('keeps the comments above the first item and behind the last one where they are', () => {
    const file = insertAnnotation(
      insertAnnotation(readSidecar(handmade), 0, plain('x1')),
      3,
      plain('y1'),
    );
    assert.match(file.text, /annotations:\n {2}# the opening\n {2}- id: x1\n/);
    assert.match(file.text, /exact: words of y1\n# the end\n$/);
  });

  it('writes with the file’s own line ends and indentation', () => {
    const crlf = insertAnnotation(
      readSidecar(handmade.replaceAll('\n', '\r\n')),
      1,
      plain('x1', { note: 'a\nb' }),
    );
    assert.doesNotMatch(crlf.text, /[^\r]\n/);
    assert.deepEqual(annotationIn(crlf, 1).note, 'a\nb');
    const flush = 'version: 1\nannotations:\n- id: a1\n  role: claim\n  passages: [{exact: x}]\n';
    assert.equal(
      insertAnnotation(readSidecar(flush), 1, plain('x1')).text,
      `${flush}- id: x1\n  role: claim\n  passages:\n    - exact: words of x1\n`,
    );
  });

  for (const [name, before, after] of [
    ['an empty file', '', 'version: 1\nannotations:\n#'],
    ['a byte-order mark alone', '\uFEFF', '\uFEFFversion: 1\nannotations:\n#'],
    ['a comment alone', '# 注\n', '# 注\nversion: 1\nannotations:\n#'],
    ['a comment without line end', '# 注', '# 注\nversion: 1\nannotations:\n#'],
    ['no list', 'version: 1\r\n', 'version: 1\r\nannotations:\r\n#'],
    ['no list and no line end', 'version: 1', 'version: 1\nannotations:\n#'],
    ['a key without a value', 'version: 1\nannotations:\n', 'version: 1\nannotations:\n#'],
    [
      'a key without a value or line end',
      'version: 1\nannotations:',
      'version: 1\nannotations:\n#',
    ],
    [
      'an empty list without line end',
      'version: 1\nannotations: []',
      'version: 1\nannotations:\n#',
    ],
    [
      'an empty list, a comment, other keys',
      'version: 1\nannotations: [ ]  # none yet\n\nmore: 1\n',
      'version: 1\nannotations:  # none yet\n#\nmore: 1\n',
    ],
    ['a null', 'annotations: ~\nversion: 1\n', 'annotations:\n#version: 1\n'],
    [
      'a null, commented',
      'version: 1\nannotations: null # none\n',
      'version: 1\nannotations: # none\n#',
    ],
    [
      'an empty list on its own line',
      'version: 1\nannotations:\n  # here:\n\n  []\n# end\n',
      'version: 1\nannotations:\n  # here:\n\n## end\n',
    ],
    [
      'a key without a value before a comment',
      'version: 1\nannotations: # later\n# end\n',
      'version: 1\nannotations: # later\n## end\n',
    ],
  ] as const) {
    it(`starts the list in ${name}`, () => {
      const eol = before.includes('\r\n') ? '\r\n' : '\n';
      const lines = [
        '  - id: x1',
        '    role: claim',
        '    passages:',
        '      - exact: words of x1',
        '',
      ].join(eol);
      const file = insertAnnotation(readSidecar(before), 0, plain('x1'));
      // The place of the lines is marked with the first `#` that stands at a line's start after the
      // key.
      const key = after.indexOf('annotations:');
      const mark = after.indexOf('\n#', key) + 1;
      assert.equal(file.text, after.slice(0, mark) + lines + after.slice(mark + 1));
      assert.deepEqual(readSidecar(file.text), file);
    });
  }

  it('adds to a list in brackets', () => {
    const json =
      '{\n  "version": 1,\n  "annotations": [\n    {"id": "a1", "role": "claim", "passages": [{"exact": "x"}]}\n  ]\n}\n';
    for (const index of [0, 1]) {
      const file = insertAnnotation(
        readSidecar(json),
        index,
        plain('x1', { tags: ['what?', 'a, b'] }),
      );
      assert.deepEqual(
        file.entries.map(({ id }) => id),
        ['a1'].toSpliced(index, 0, 'x1'),
      );
      assert.deepEqual(annotationIn(file, index).tags, ['what?', 'a, b']);
      assert.equal(diff(json, file.text).length, 2, 'one line');
    }
    assert.deepEqual(
      insertAnnotation(readSidecar('{version: 1, annotations: []}'), 0, plain('x1')).entries.length,
      1,
    );
  });

  it('puts back given lines only where they say the annotation and fit the list', () => {
    const file = readSidecar(
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
    );
    const own = '  - role: "claim"  # mine\n    passages: [{exact: words of x1}]\n    id: x1\n';
    assert.equal(linesOf(insertAnnotation(file, 0, plain('x1'), own), 0), own);
    for (const lines of [
      own.replace('x1}', 'y1}'),
      own.replace(/^ {2}/gm, ''),
      own.replace(/^/gm, '  '),
      'no: item\n',
      '',
      '# only this\n',
      own + own,
    ]) {
      const put = insertAnnotation(file, 1, plain('x1'), lines);
      assert.equal(
        linesOf(put, 1),
        '  - id: x1\n    role: claim\n    passages:\n      - exact: words of x1\n',
        lines,
      );
    }
  });

  it('shows an id that it makes occur twice', () => {
    const other = { ...plain('a1'), note: 'another one' };
    const file = insertAnnotation(insertAnnotation(newSidecar(), 0, plain('a1')), 1, other);
    assert.deepEqual(
      file.problems.map(({ code }) => code),
      ['duplicate-id'],
    );
  });
});
