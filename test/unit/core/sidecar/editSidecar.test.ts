import assert from 'node:assert/strict';
import { RefusedError } from '../../../../src/core/model/problem';
import type { Annotation } from '../../../../src/core/model/types';
import { linesOf } from '../../../../src/core/sidecar/questions';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';

const plain = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  role: 'claim',
  passages: [{ exact: `words of ${id}` }],
  ...more,
});
const annotationIn = (file: SidecarFile, index: number) =>
  file.entries[index]?.annotation as Annotation;

/** The lines that differ between two texts: those taken out with `-`, those put in with `+`. */
function diff(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const longest = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      (longest[i] as number[])[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const changes: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      changes.push(`-${a[i++]}`);
    else changes.push(`+${b[j++]}`);
  }
  return changes;
}

/** Changes item `index` of a sidecar's text and returns the lines that differ. */
function changeLines(
  text: string,
  index: number,
  change: (before: Annotation) => Annotation,
): string[] {
  const file = readSidecar(text);
  assert.deepEqual(file.problems, []);
  const after = replaceAnnotation(file, index, change(annotationIn(file, index)));
  assert.deepEqual(readSidecar(after.text).entries, after.entries);
  return diff(text, after.text);
}

const handmade = `# Coded by two people.
version: 1
article: {title: 争论}   # from the site

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
        page: 2
      - {exact: "智商税", start: 10, end: 13}
    note: |
      一
      二
    tags:
    - cost     # why
    - "open"
    topic:

  # the answer
  -   id: b1
      stance: favor
      role: rebuttal
      passages:
      - exact: >-
          a folded
          quote
      links: [ {type: rebuts, target: a1} ]
# the end
`;

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
    const file = insertAnnotation(insertAnnotation(newSidecar(), 0, plain('a1')), 1, plain('a1'));
    assert.deepEqual(
      file.problems.map(({ code }) => code),
      ['duplicate-id'],
    );
  });
});

describe('replaceAnnotation', () => {
  it('changes one line for one field, whatever else is in the block', () => {
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, speaker: '王伟（清华）' })),
      ['-    speaker: "李彦宏"  # checked', '+    speaker: 王伟（清华）  # checked'],
    );
    assert.deepEqual(
      changeLines(handmade, 1, (before) => ({ ...before, stance: 'No' })),
      ['-      stance: favor', '+      stance: "No"'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, confidence: 1 })),
      ['-    confidence: 0.8     # ours', '+    confidence: 1     # ours'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, topic: 't' })),
      ['-    topic:', '+    topic: t'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, note: '一\n三\n' })),
      ['-      二', '+      三'],
    );
    assert.deepEqual(
      changeLines(handmade, 1, (before) => ({
        ...before,
        links: [{ type: 'supports', target: 'a1' }],
      })),
      [
        '-      links: [ {type: rebuts, target: a1} ]',
        '+      links:',
        '+        - {type: supports, target: a1}',
      ],
    );
  });

  it('puts a new field where the format has it', () => {
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, stance: 'favor', date: '2024' })),
      ['+    stance: favor', '+    date: "2024"'],
    );
    const file = readSidecar(handmade);
    const { text } = replaceAnnotation(file, 0, { ...annotationIn(file, 0), stance: 'favor' });
    assert.match(text, /# checked\n {4}stance: favor\n {4}confidence/);
  });

  it('takes a field’s lines out, and puts another one in at the same place', () => {
    const without =
      (key: string, more: Partial<Annotation> = {}) =>
      (before: Annotation) =>
        ({
          ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== key)),
          ...more,
        }) as Annotation;
    assert.deepEqual(changeLines(handmade, 0, without('note')), [
      '-    note: |',
      '-      一',
      '-      二',
    ]);
    assert.deepEqual(changeLines(handmade, 0, without('tags')), [
      '-    tags:',
      '-    - cost     # why',
      '-    - "open"',
    ]);
    assert.deepEqual(changeLines(handmade, 0, without('speaker', { stance: 'favor' })), [
      '-    speaker: "李彦宏"  # checked',
      '+    stance: favor',
    ]);
    // Where the one that goes is the line behind the place of the one that comes.
    assert.deepEqual(changeLines(handmade, 1, without('stance', { speaker: '甲' })).toSorted(), [
      '+      speaker: 甲',
      '-      stance: favor',
    ]);
    const topic =
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    topic: t  # x\n    # kept\n    passages: [{exact: "x"}]\n';
    assert.deepEqual(changeLines(topic, 0, without('topic', { speaker: '甲' })), [
      '-    topic: t  # x',
      '+    speaker: 甲',
    ]);
  });

  it('moves the next key up to the dash where the first ones go', () => {
    const text =
      "version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages:\n      - prefix: a   # p\n        suffix: b\n        # the words\n        exact: 'x'  # e\n      - prefix: a\n        exact: y\n";
    assert.deepEqual(
      changeLines(text, 0, (before) => ({
        ...before,
        passages: [{ exact: 'x' }, { exact: 'y', start: 1 }],
      })),
      [
        '-      - prefix: a   # p',
        '-        suffix: b',
        '-        # the words',
        '+      - # the words',
        '-      - prefix: a',
        '-        exact: y',
        '+      - exact: y',
        '+        start: 1',
      ],
    );
  });

  it('changes, adds and removes single passages, tags and links', () => {
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: before.passages.map((passage, i) =>
          i === 0 ? { ...passage, start: 5 } : passage,
        ),
      })),
      ['-        start: 3', '+        start: 5'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: before.passages.map((passage, i) =>
          i === 1 ? { ...passage, start: 11 } : passage,
        ),
      })),
      [
        '-      - {exact: "智商税", start: 10, end: 13}',
        '+      - {exact: 智商税, start: 11, end: 13}',
      ],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: [...before.passages, { exact: 'new', start: 20 }],
      })),
      ['+      - exact: new', '+        start: 20'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: [{ exact: 'new' }, ...before.passages],
      })),
      ['+      - exact: new'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, passages: before.passages.slice(1) })),
      ['-      - exact: 开源模型', '-        start: 3', '-        end: 7', '-        page: 2'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, tags: ['cost', 'price', 'open'] })),
      ['+    - price'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, tags: ['open'] })),
      ['-    - cost     # why'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        links: [{ type: 'rebuts', target: 'b1' }],
      })),
      ['+    links:', '+      - {type: rebuts, target: b1}'],
    );
  });

  it('refolds no quote and requotes nothing', () => {
    assert.deepEqual(
      changeLines(handmade, 1, (before) => ({ ...before, role: 'claim' })),
      ['-      role: rebuttal', '+      role: claim'],
    );
    const long = `version: 1\nannotations:\n  - {id: a1,   role: claim, passages: [{exact: ${'字'.repeat(300)}}]}\n  - id: b1\n    role: claim\n    passages:\n      - exact: ${'word '.repeat(60)}end\n`;
    assert.deepEqual(
      changeLines(long, 1, (before) => ({ ...before, speaker: '甲' })),
      ['+    speaker: 甲'],
    );
  });

  it('keeps what ends in an ideographic space, which is no white space to YAML', () => {
    const text =
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n    speaker: 甲\u3000\n    note: |\n      一\n      \u3000\n  - id: b1\n    role: claim\n    passages: [{exact: y}]\n';
    assert.deepEqual(
      changeLines(text, 0, (before) => ({ ...before, speaker: '乙' })),
      ['-    speaker: 甲\u3000', '+    speaker: 乙'],
    );
    assert.equal(
      removeAnnotation(readSidecar(text), 0).text,
      'version: 1\nannotations:\n  - id: b1\n    role: claim\n    passages: [{exact: y}]\n',
    );
  });

  it('changes the line in CRLF files, and in the last line without line end', () => {
    const file = readSidecar(`\uFEFF${handmade.replaceAll('\n', '\r\n')}`);
    const after = replaceAnnotation(file, 0, {
      ...annotationIn(file, 0),
      role: 'evidence',
      speaker: '乙',
      note: 'x\ny',
    });
    assert.equal(after.text.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(after.text.startsWith('\uFEFF# Coded'));
    const open =
      'version: 1\nannotations:\n  - id: a1\n    passages: [{exact: x}]\n    role: claim';
    assert.deepEqual(
      changeLines(open, 0, (before) => ({ ...before, role: 'evidence' })),
      ['-    role: claim', '+    role: evidence'],
    );
  });

  it('changes one item of a list in brackets', () => {
    const text =
      'version: 1\nannotations: [{id: a1, role: claim, passages: [{exact: x}]}, {id: "b1", role: claim, passages: [{exact: y}]}] # all\n';
    const file = replaceAnnotation(readSidecar(text), 0, plain('a1'));
    assert.equal(
      file.text,
      'version: 1\nannotations: [{id: a1, role: claim, passages: [{exact: words of a1}]}, {id: "b1", role: claim, passages: [{exact: y}]}] # all\n',
    );
  });
});

describe('removeAnnotation', () => {
  it('takes the lines out, and putting them back gives the same bytes', () => {
    for (const text of [handmade, handmade.replaceAll('\n', '\r\n'), `\uFEFF${handmade}`]) {
      const file = readSidecar(text);
      const without = removeAnnotation(file, 0);
      const lines = linesOf(file, 0);
      assert.equal(without.text, text.replace(lines, ''));
      assert.deepEqual(readSidecar(without.text), without);
    }
    const dense = handmade
      .replace('    topic:\n\n  # the answer\n', '    topic:\n')
      .replace('# the end\n', '');
    for (const text of [dense, dense.replaceAll('\n', '\r\n'), dense.trimEnd()]) {
      for (const index of [0, 1]) {
        const file = readSidecar(text);
        assert.equal(
          insertAnnotation(
            removeAnnotation(file, index),
            index,
            annotationIn(file, index),
            linesOf(file, index),
          ).text,
          text,
        );
      }
    }
  });

  for (const [name, before, after] of [
    ['with nothing around', 'version: 1\nannotations:\n#', 'version: 1\nannotations: []\n'],
    ['with other keys behind', 'annotations:\n#version: 1\n', 'annotations: []\nversion: 1\n'],
    [
      'with a comment on the key’s line',
      'version: 1\nannotations: # all:\n#',
      'version: 1\nannotations: # all:\n  []\n',
    ],
    [
      'with a comment between',
      'version: 1\nannotations:\n  # these:\n#',
      'version: 1\nannotations:\n  # these:\n  []\n',
    ],
    [
      'with an empty line between',
      'version: 1\nannotations:\n\n#',
      'version: 1\nannotations:\n\n  []\n',
    ],
    ['with CRLF', 'version: 1\r\nannotations:\r\n#', 'version: 1\r\nannotations: []\r\n'],
    [
      'with a comment behind',
      'version: 1\nannotations:\n#  # that was it\n',
      'version: 1\nannotations: []\n  # that was it\n',
    ],
  ] as const) {
    it(`leaves an empty list, ${name}`, () => {
      const lines = '  - id: a1  # mine\n    role: claim\n    passages: [{exact: x}]\n'.replaceAll(
        '\n',
        before.includes('\r') ? '\r\n' : '\n',
      );
      const mark = before.indexOf('\n#') + 1;
      const file = readSidecar(before.slice(0, mark) + lines + before.slice(mark + 1));
      const emptied = removeAnnotation(file, 0);
      assert.equal(emptied.text, after);
      assert.equal(
        insertAnnotation(emptied, 0, annotationIn(file, 0), lines).text,
        file.text,
        'and back',
      );
    });
  }

  it('takes one item out of a list in brackets', () => {
    const items = [
      '{id: a1, role: claim, passages: [{exact: x}]}',
      '{id: b1, role: claim, passages: [{exact: y}]}',
      '{id: c1, role: claim, passages: [{exact: z}]}',
    ];
    const file = readSidecar(`version: 1\nannotations: [${items.join(', ')}]\n`);
    for (const index of [0, 1, 2])
      assert.equal(
        removeAnnotation(file, index).text,
        `version: 1\nannotations: [${items.toSpliced(index, 1).join(', ')}]\n`,
      );
    assert.equal(
      removeAnnotation(readSidecar(`{version: 1, annotations: [${items[0] ?? ''}]}`), 0).text,
      '{version: 1, annotations: []}',
    );
  });
});

describe('edits beside what is broken', () => {
  const broken = '  - id: bad1   # kept\n    passages: [ {exact: x}\n      ]\n    "odd" : "y"\n';
  const text = `version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n${broken}  - id: c1\n    role: claim\n    passages: [{exact: z}]\n`;

  it('keep a broken entry byte for byte', () => {
    const file = readSidecar(text);
    for (const edited of [
      insertAnnotation(file, 1, plain('x1')),
      insertAnnotation(file, 2, plain('x1')),
      replaceAnnotation(file, 0, plain('a1')),
      removeAnnotation(file, 2),
      removeAnnotation(file, 0),
    ]) {
      assert.ok(edited.text.includes(broken));
      assert.deepEqual(
        edited.problems.map(({ code }) => code),
        ['entry'],
      );
      assert.deepEqual(readSidecar(edited.text), edited);
    }
  });

  it('can take a broken entry out, also one without an id or one whose id occurs twice', () => {
    const withoutBroken = text.replace(broken, '');
    assert.equal(removeAnnotation(readSidecar(text), 1).text, withoutBroken);
    assert.deepEqual(
      removeAnnotation(readSidecar(text.replace('id: bad1', 'ID: bad1')), 1).text,
      withoutBroken,
    );
    const twice = readSidecar(text.replace('id: c1', 'id: a1'));
    assert.deepEqual(
      twice.problems.map(({ code }) => code),
      ['entry', 'duplicate-id'],
    );
    assert.deepEqual(
      removeAnnotation(twice, 2).problems.map(({ code }) => code),
      ['entry'],
    );
  });

  it('are refused, with the reason, in a file that may not be written', () => {
    for (const refused of [
      'version: 2\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
      'annotations: []\n',
      'version: 1\nannotations: [\n',
      '- a\n',
    ]) {
      const file = readSidecar(refused);
      assert.throws(
        () => insertAnnotation(file, 0, plain('x1')),
        (error) => error instanceof RefusedError && error.message === file.refusal?.message,
        refused,
      );
    }
    const newer = readSidecar(
      'version: 2\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
    );
    assert.throws(() => replaceAnnotation(newer, 0, plain('a1')), RefusedError);
    assert.throws(() => removeAnnotation(newer, 0), RefusedError);
  });

  it('are a program’s error beyond the list’s end', () => {
    assert.throws(() => removeAnnotation(newSidecar(), 0), RangeError);
    assert.throws(() => replaceAnnotation(newSidecar(), 0, plain('a1')), RangeError);
    assert.throws(() => linesOf(newSidecar(), 0), RangeError);
  });
});

describe('edits of unusual YAML', () => {
  const shared =
    'version: 1\nannotations:\n  - id: a1\n    role: claim\n    speaker: &who 李彦宏\n    passages: [{exact: x}]\n  - id: b1\n    role: claim\n    speaker: *who\n    passages: [{exact: y}]\n';

  it('refuse to change one annotation through another’s anchor', () => {
    const file = readSidecar(shared);
    assert.throws(() => removeAnnotation(file, 0), RefusedError);
    assert.throws(
      () => replaceAnnotation(file, 0, { ...annotationIn(file, 0), speaker: '乙' }),
      RefusedError,
    );
  });

  it('go through where nothing else changes', () => {
    const file = readSidecar(shared);
    assert.equal(removeAnnotation(file, 1).text, shared.slice(0, shared.indexOf('  - id: b1')));
    const own = replaceAnnotation(file, 1, { ...annotationIn(file, 1), speaker: '乙' });
    assert.deepEqual(
      own.entries.map(({ annotation }) => annotation?.speaker),
      ['李彦宏', '乙'],
    );
    assert.deepEqual(
      diff(shared, insertAnnotation(file, 1, plain('x1')).text).filter((line) =>
        line.startsWith('-'),
      ),
      [],
    );
  });

  it('are right or refused, never wrong, where the list is written in a way nobody writes it', () => {
    const item = (indent: string, id: string) =>
      `- id: ${id}\n${indent}  role: claim\n${indent}  passages: [{exact: x}]\n`;
    for (const text of [
      `version: 1\n? annotations\n: ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `version: 1\nannotations: !!seq\n  ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `version: 1\nannotations:\n  !!seq\n  ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `version: 1\nannotations: &all # x\n  ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `--- !!map\nversion: 1\nannotations:\n-   # x\n  ${item('', 'a1').slice(2)}${item('', 'b1')}`,
      `version: 1\nannotations: [\n  {id: a1, role: claim, passages: [{exact: x}]}, # one\n  {id: b1, role: claim, passages: [{exact: x}]}, # two\n  ]\n`,
      `{version: 1, "annotations" : [ {id: a1, role: claim, passages: [{exact: x}]},{id: b1, role: claim, passages: [{exact: x}]} ]}`,
    ]) {
      const file = readSidecar(text);
      const before = file.entries.map(({ annotation }) => annotation as Annotation);
      assert.deepEqual(
        before.map(({ id }) => id),
        ['a1', 'b1'],
        text,
      );
      for (const index of [0, 1, 2]) {
        for (const [edit, expected] of [
          [
            () => insertAnnotation(file, index, plain('x1')),
            before.toSpliced(index, 0, plain('x1')),
          ],
          [
            () => replaceAnnotation(file, index % 2, plain('x1')),
            before.with(index % 2, plain('x1')),
          ],
          [() => removeAnnotation(file, index % 2), before.toSpliced(index % 2, 1)],
        ] as const) {
          let edited: SidecarFile;
          try {
            edited = edit();
          } catch (error) {
            assert.ok(error instanceof RefusedError, String(error));
            continue;
          }
          assert.deepEqual(
            readSidecar(edited.text).entries.map(({ annotation }) => annotation),
            expected,
            edited.text,
          );
        }
      }
    }
  });
});
