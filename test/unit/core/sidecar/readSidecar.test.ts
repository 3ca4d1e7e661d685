import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { LineIndex } from '../../../../src/core/text/lines';

/** A sidecar's problems as `line:column code`, with `!` where the file is not to be written. */
function problemsOf(text: string): string[] {
  const { problems, refusal } = readSidecar(text);
  const lines = new LineIndex(text);
  return problems.map((problem) => {
    const { line, column } = lines.at(problem.range.start);
    assert.ok(
      problem.range.start <= problem.range.end && problem.range.end <= text.length,
      problem.message,
    );
    assert.ok(problem.message.length > 0);
    return `${line}:${column} ${problem.code}${problem === refusal ? '!' : ''}`;
  });
}

const head = 'version: 1\nannotations:\n';
const good = '  - id: good1\n    role: claim\n    passages:\n      - exact: 好\n';
const idsOf = (text: string) =>
  readSidecar(text).entries.map(({ annotation, id }) =>
    annotation === undefined ? `(${id ?? ''})` : annotation.id,
  );
const only = (text: string) => {
  const { entries, problems } = readSidecar(text);
  assert.deepEqual(problems, [], text);
  assert.equal(entries.length, 1, text);
  return entries[0]?.annotation;
};

describe('readSidecar', () => {
  it('reads every field of the format', () => {
    const text = [
      'version: 1',
      'article:',
      '  title: 开源与闭源之争',
      '  author: 某作者',
      '  published: "2024-07-11"',
      '  url: https://example.org/a',
      '  encoding: gb18030',
      '  site: x',
      'annotations:',
      '  - id: k3v9x2m7qa',
      '    role: claim',
      '    speaker: 李彦宏',
      '    stance: favor',
      '    topic: closed-over-open',
      '    passages:',
      '      - exact: 开源模型其实是一种智商税',
      '        prefix: 谈到了 “',
      '        suffix: ”。',
      '        start: 760',
      '        end: 772',
      '        original: 开源',
      '        detached: true',
      '    date: "2024-07-04"',
      '    dateInferred: true',
      '    reportedBy: [第一财经]',
      '    quoteType: direct',
      '    cue: 谈到了',
      '    note: |',
      '      一',
      '      二',
      '    tags: [cost]',
      '    links:',
      '      - {type: rebuts, target: p8w2c4t6ye}',
      '    conflicts:',
      '      - {field: stance, theirs: against}',
      '      - {field: note, theirs: null}',
      '    adjudicated: {by: Li Si, at: "2026-11-23T10:00:00Z", over: [q5d8]}',
      '    creator: Zhang San',
      '    created: "2026-11-22T09:30:00Z"',
      '    modified: "2026-11-22T09:31:00Z"',
      '    confidence: 0.5',
      '',
    ].join('\n');
    const file = readSidecar(text);
    assert.deepEqual(file.problems, []);
    assert.equal(file.refusal, undefined);
    assert.deepEqual(file.article, {
      title: '开源与闭源之争',
      author: '某作者',
      published: '2024-07-11',
      url: 'https://example.org/a',
      encoding: 'gb18030',
      site: 'x',
    });
    assert.deepEqual(
      file.entries.map(({ annotation }) => annotation),
      [
        {
          id: 'k3v9x2m7qa',
          role: 'claim',
          speaker: '李彦宏',
          stance: 'favor',
          topic: 'closed-over-open',
          passages: [
            {
              exact: '开源模型其实是一种智商税',
              prefix: '谈到了 “',
              suffix: '”。',
              start: 760,
              end: 772,
              original: '开源',
              detached: true,
            },
          ],
          date: '2024-07-04',
          dateInferred: true,
          reportedBy: ['第一财经'],
          quoteType: 'direct',
          cue: '谈到了',
          note: '一\n二\n',
          tags: ['cost'],
          links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
          conflicts: [
            { field: 'stance', theirs: 'against' },
            { field: 'note', theirs: null },
          ],
          adjudicated: { by: 'Li Si', at: '2026-11-23T10:00:00Z', over: ['q5d8'] },
          creator: 'Zhang San',
          created: '2026-11-22T09:30:00Z',
          modified: '2026-11-22T09:31:00Z',
          confidence: 0.5,
        },
      ],
    );
    assert.deepEqual(file.layout, { kind: 'block', indent: '  ', start: text.indexOf('  - id') });
  });

  it('takes what was typed without quotation marks for what it shows', () => {
    const annotation = only(
      `${head}  - id: 1e5\n`.replace('1e5', 'e5') +
        [
          '    role: claim',
          '    speaker: 007',
          '    stance: No',
          '    topic: 0x1F',
          '    date: 2024',
          '    note: 1:30',
          '    tags: [2024, true, 1.50, ~x]',
          '    creator: 12',
          '    created: 2026-11-22T09:30:00Z',
          '    reportedBy: [0o7]',
          '    passages:',
          '      - exact: 1_000',
          '        prefix: yes',
          '        suffix: 3.0',
          '        start: 1',
          '        end: 6',
          '',
        ].join('\n'),
    );
    assert.deepEqual(annotation, {
      id: 'e5',
      role: 'claim',
      speaker: '007',
      stance: 'No',
      topic: '0x1F',
      date: '2024',
      note: '1:30',
      tags: ['2024', 'true', '1.50', '~x'],
      creator: '12',
      created: '2026-11-22T09:30:00Z',
      reportedBy: ['0o7'],
      passages: [{ exact: '1_000', prefix: 'yes', suffix: '3.0', start: 1, end: 6 }],
    });
  });

  it('takes a key of ours without a value for absent, keeps unknown keys with theirs', () => {
    assert.deepEqual(
      only(
        `${head}  - id: a\n    role: claim\n    speaker:\n    note: ~\n    links: null\n    mine:\n    passages: [{exact: x, prefix: }]\n`,
      ),
      {
        id: 'a',
        role: 'claim',
        mine: null,
        passages: [{ exact: 'x' }],
      },
    );
  });

  it('keeps unknown keys of every kind', () => {
    const annotation = only(
      `${head}${good}    "a: b": {c: [1, 2.5, true, null, {d: "007"}]}\n    constructor: x\n    prototype: y\n    toString: z\n    007: n\n    <<: {role: rebuttal}\n`,
    );
    assert.deepEqual(annotation, {
      id: 'good1',
      role: 'claim',
      passages: [{ exact: '好' }],
      'a: b': { c: [1, 2.5, true, null, { d: '007' }] },
      constructor: 'x',
      prototype: 'y',
      toString: 'z',
      '007': 'n',
      '<<': { role: 'rebuttal' },
    });
  });

  it('reads the same with CRLF, a byte-order mark, as JSON, with a document start, or indented otherwise', () => {
    const plain = readSidecar(head + good).entries.map(({ annotation }) => annotation);
    for (const text of [
      (head + good).replaceAll('\n', '\r\n'),
      `\uFEFF${head}${good}`,
      `\uFEFF${head}${good}`.replaceAll('\n', '\r\n'),
      `---\n${head}${good}...\n`,
      `# 一\n\n${head}\n# 二\n${good}\n# 三\n`,
      head + good.replace(/^ {2}/gm, ''),
      head + good.replace(/^ {2}/gm, '      '),
      '{"version": 1, "annotations": [{"id": "good1", "role": "claim", "passages": [{"exact": "好"}]}]}',
      'version: 1\nannotations: [{id: good1, role: claim, passages: [{exact: 好}]}]',
    ]) {
      assert.deepEqual(
        readSidecar(text).entries.map(({ annotation }) => annotation),
        plain,
        text,
      );
      assert.deepEqual(problemsOf(text), [], text);
    }
  });

  it('knows each item’s lines, without the comments and empty lines around it', () => {
    const first =
      '  - id: a1  # one\n    # inside\n    role: claim\n    passages:\n      - exact: x\n    note: |\n      一\n\n      二\n';
    const kept =
      '  - id: b1\n    role: claim\n    passages: [{exact: y}]\n    note: |+\n      kept\n\n';
    const wide =
      '  - id: c1\n    role: claim\n    passages: [{exact: z}]\n    note: |\n      text\n      \u3000\n';
    const last = '  - {id: d1, role: claim, passages: [{exact: w}]}';
    for (const eol of ['\n', '\r\n']) {
      const [a, b, c, d] = [first, kept, wide, last].map((lines) => lines.replaceAll('\n', eol));
      const file = readSidecar(
        `${head}\n  # above\n`.replaceAll('\n', eol) +
          `${a}${eol}  # between${eol}${b}  # next${eol}${c}${eol}${d}`,
      );
      assert.deepEqual(file.problems, []);
      assert.deepEqual(
        file.entries.map((_, i) => linesOf(file, i)),
        [a, b, c, d],
      );
    }
  });

  describe('what is no sidecar', () => {
    it('is an empty one where there is nothing but comments', () => {
      for (const text of ['', '\uFEFF', '\n\n', '# nothing yet\n', '# 无\r\n']) {
        const file = readSidecar(text);
        assert.deepEqual(
          [file.entries, file.problems, file.refusal, file.layout],
          [[], [], undefined, { kind: 'missing' }],
          JSON.stringify(text),
        );
      }
    });

    it('has an empty list as a key without value, [] or null', () => {
      for (const value of ['', ' []', ' ~', ' null', ' # none', ' [ ] # none', '\n  []']) {
        const file = readSidecar(`version: 1\nannotations:${value}\n`);
        assert.deepEqual([file.entries, file.problems, file.layout.kind], [[], [], 'empty'], value);
      }
      assert.equal(readSidecar('version: 1\n').layout.kind, 'missing');
    });

    for (const [name, text, problems] of [
      ['an open quotation mark', `${head}  - id: "a\n`, undefined],
      ['an open bracket', 'version: 1\nannotations: [\n', undefined],
      ['a tab as indentation', 'version: 1\nannotations:\n\t- id: a\n', undefined],
      ['two documents', `${head}${good}---\nversion: 1\n`, undefined],
      ['merge conflict marks', `${head}<<<<<<< ours\n${good}=======\n>>>>>>> theirs\n`, undefined],
      ['Chinese prose', '今天下雨。\n明天晴：好。\n', ['1:1 shape!']],
      ['a list', '- a\n- b\n', ['1:1 shape!']],
      ['a null', '~\n', ['1:1 shape!']],
      ['no version', 'annotations: []\n', ['1:1 shape!']],
      ['no version, after comments', '# x\nannotations: []\n', ['2:1 shape!']],
      ['a version that is no number', 'version: one\nannotations: []\n', ['1:10 shape!']],
      ['a quoted version', 'version: "1"\nannotations: []\n', ['1:10 shape!']],
      ['half a version', 'version: 1.5\nannotations: []\n', ['1:10 shape!']],
      ['version 0', 'version: 0\nannotations: []\n', ['1:10 shape!']],
      ['no version’s value', 'version:\nannotations: []\n', undefined],
      ['a mapping of annotations', 'version: 1\nannotations:\n  a: b\n', ['3:3 shape!']],
      ['text for annotations', 'version: 1\nannotations: none\n', ['2:14 shape!']],
      ['annotations twice', `${head}${good}annotations: []\n`, ['7:1 yaml!']],
      ['lone CR as line end', (head + good).replaceAll('\n', '\r'), undefined],
      ['a binary file', '\u0000\u0001PK\u0003\u0004', undefined],
    ] as const) {
      it(`is refused with its place: ${name}`, () => {
        const file = readSidecar(text);
        assert.ok(file.refusal !== undefined, 'refused');
        assert.equal(file.text, text);
        assert.ok(file.problems.every(({ severity }) => severity === 'error'));
        if (problems !== undefined) assert.deepEqual(problemsOf(text), problems);
        else assert.ok(problemsOf(text).some((problem) => problem.endsWith('!')));
      });
    }

    it('is shown but refused where a newer version wrote it', () => {
      const text = `version: 2\nannotations:\n${good}`;
      assert.deepEqual(problemsOf(text), ['1:10 version!']);
      assert.deepEqual(idsOf(text), ['good1']);
    });
  });

  describe('a broken entry', () => {
    for (const [name, item, problems, id] of [
      ['no mapping', '  - just text\n', ['3:5 entry'], ''],
      ['empty', '  -\n', ['3:4 entry'], ''],
      ['a list', '  - [a]\n', ['3:5 entry'], ''],
      ['no id', '  - role: claim\n    passages: [{exact: x}]\n', ['3:5 entry'], ''],
      [
        'an id that starts with a digit',
        '  - id: 1a\n    role: claim\n    passages: [{exact: x}]\n',
        ['3:9 entry'],
        '',
      ],
      [
        'an id with other signs',
        '  - id: a-b\n    role: claim\n    passages: [{exact: x}]\n',
        ['3:9 entry'],
        '',
      ],
      ['no role', '  - id: bad1\n    passages: [{exact: x}]\n', ['3:5 entry'], 'bad1'],
      [
        'an empty role',
        '  - id: bad1\n    role: ""\n    passages: [{exact: x}]\n',
        ['4:11 entry'],
        'bad1',
      ],
      [
        'a role that is a list',
        '  - id: bad1\n    role: [claim]\n    passages: [{exact: x}]\n',
        ['4:11 entry'],
        'bad1',
      ],
      ['no passages', '  - id: bad1\n    role: claim\n', ['3:5 entry'], 'bad1'],
      [
        'an empty list of passages',
        '  - id: bad1\n    role: claim\n    passages: []\n',
        ['5:15 entry'],
        'bad1',
      ],
      [
        'a passage without words',
        '  - id: bad1\n    role: claim\n    passages:\n      - start: 1\n',
        ['6:9 entry'],
        'bad1',
      ],
      [
        'an empty passage',
        '  - id: bad1\n    role: claim\n    passages:\n      - exact: ""\n',
        ['6:16 entry'],
        'bad1',
      ],
      [
        'a start that is text',
        '  - id: bad1\n    role: claim\n    passages:\n      - exact: x\n        start: soon\n',
        ['7:16 entry'],
        'bad1',
      ],
      [
        'a negative start',
        '  - id: bad1\n    role: claim\n    passages:\n      - {exact: x, start: -1}\n',
        ['6:27 entry'],
        'bad1',
      ],
      [
        'half a start',
        '  - id: bad1\n    role: claim\n    passages:\n      - {exact: x, start: 1.5}\n',
        ['6:27 entry'],
        'bad1',
      ],
      [
        'a date of another form',
        '  - id: bad1\n    role: claim\n    passages: [{exact: x}]\n    date: 4 July\n',
        ['6:11 entry'],
        'bad1',
      ],
      [
        'an unknown quote type',
        '  - id: bad1\n    role: claim\n    passages: [{exact: x}]\n    quoteType: maybe\n',
        ['6:16 entry'],
        'bad1',
      ],
      [
        'tags that are text',
        '  - id: bad1\n    role: claim\n    passages: [{exact: x}]\n    tags: cost\n',
        ['6:11 entry'],
        'bad1',
      ],
      [
        'a link without target',
        '  - id: bad1\n    role: claim\n    passages: [{exact: x}]\n    links:\n      - {type: rebuts}\n',
        ['7:9 entry'],
        'bad1',
      ],
      [
        'two errors',
        '  - id: bad1\n    role: []\n    passages: 1\n',
        ['4:11 entry', '5:15 entry'],
        'bad1',
      ],
      [
        'a key twice',
        '  - id: bad1\n    role: claim\n    role: evidence\n    passages: [{exact: x}]\n',
        ['5:5 yaml'],
        'bad1',
      ],
      [
        'a key that is a list',
        '  - id: bad1\n    role: claim\n    ? [a]\n    : b\n    passages: [{exact: x}]\n',
        ['5:7 entry'],
        'bad1',
      ],
      [
        'a __proto__ key',
        '  - id: bad1\n    role: claim\n    __proto__: {polluted: yes}\n    passages: [{exact: x}]\n',
        ['5:5 entry'],
        'bad1',
      ],
      [
        'an alias without anchor',
        '  - id: bad1\n    role: claim\n    speaker: *nobody\n    passages: [{exact: x}]\n',
        ['5:14 entry'],
        'bad1',
      ],
      [
        'nesting without end',
        `  - id: bad1\n    role: claim\n    x: ${'['.repeat(200)}${']'.repeat(200)}\n    passages: [{exact: x}]\n`,
        ['5:72 entry'],
        'bad1',
      ],
      [
        'itself inside',
        '  - &self\n    id: bad1\n    role: claim\n    x: *self\n    passages: [{exact: x}]\n',
        undefined,
        'bad1',
      ],
    ] as const) {
      it(`spoils only itself: ${name}`, () => {
        const text = head + item + good;
        const file = readSidecar(text);
        assert.equal(file.refusal, undefined);
        assert.deepEqual(idsOf(text), [`(${id})`, 'good1']);
        assert.equal(linesOf(file, 0), item, 'its lines are known, to be kept');
        if (problems !== undefined) assert.deepEqual(problemsOf(text), problems);
        else assert.ok(file.problems.length > 0);
        // Behind a good one it is the same.
        assert.deepEqual(idsOf(head + good + item), ['good1', `(${id})`]);
      });
    }

    it('pollutes no prototype', () => {
      readSidecar(
        `${head}  - {id: a, role: claim, passages: [{exact: x}], __proto__: {polluted: true}}\n`,
      );
      readSidecar(
        '__proto__: {polluted: true}\nversion: 1\narticle: {__proto__: {polluted: true}}\nannotations: []\n',
      );
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

    it('is told apart in a flow list', () => {
      const text =
        'version: 1\nannotations: [{id: a1, role: claim, passages: [{exact: x}]}, {id: b1}, nothing, {id: c1, role: claim, passages: [{exact: x}]}]\n';
      assert.deepEqual(idsOf(text), ['a1', '(b1)', '()', 'c1']);
    });
  });

  it('reports an id that occurs twice at its second place and shows both', () => {
    assert.deepEqual(problemsOf(head + good + good + good), [
      '7:1 duplicate-id',
      '11:1 duplicate-id',
    ]);
    assert.deepEqual(idsOf(head + good + good), ['good1', 'good1']);
  });

  it('reports broken article data and goes on with the annotations', () => {
    assert.deepEqual(problemsOf(`version: 1\narticle:\n  title: [a]\nannotations:\n${good}`), [
      '3:10 entry',
    ]);
    assert.deepEqual(problemsOf(`version: 1\narticle: [x]\nannotations:\n${good}`), ['2:10 entry']);
    assert.deepEqual(problemsOf(`version: 1\narticle: x\nannotations:\n${good}`), ['2:10 entry']);
    assert.deepEqual(idsOf(`version: 1\narticle: x\nannotations:\n${good}`), ['good1']);
    assert.deepEqual(readSidecar('version: 1\narticle:\nannotations: []\n').problems, []);
    assert.deepEqual(
      readSidecar('version: 1\narticle: {published: 2024-07-11, title: 007}\nannotations: []\n')
        .article,
      { published: '2024-07-11', title: '007' },
    );
  });

  describe('with anchors and aliases', () => {
    it('reads what they stand for, by the last anchor before them', () => {
      const text = `version: 1\nwho: &who 李彦宏\nannotations:\n  - {id: a1, role: claim, speaker: *who, passages: &p [{exact: x}]}\n  - {id: b1, role: &who 007, speaker: *who, passages: *p}\n`;
      const file = readSidecar(text);
      assert.deepEqual(file.problems, []);
      assert.equal(file.hasAnchors, true);
      assert.deepEqual(
        file.entries.map(({ annotation }) => annotation),
        [
          { id: 'a1', role: 'claim', speaker: '李彦宏', passages: [{ exact: 'x' }] },
          { id: 'b1', role: '007', speaker: '007', passages: [{ exact: 'x' }] },
        ],
      );
    });

    it('knows that signs in words are none', () => {
      assert.equal(readSidecar(`${head}${good}    note: "R&D *bold* &a *a"\n`).hasAnchors, false);
    });

    it('stops at a bomb', () => {
      const levels = Array.from(
        { length: 30 },
        (_, i) => `l${i + 1}: &l${i + 1} [${Array.from({ length: 9 }, () => `*l${i}`).join(', ')}]`,
      );
      const file = readSidecar(
        `l0: &l0 boom\n${levels.join('\n')}\n${head}  - {id: a1, role: claim, passages: [{exact: x}], x: *l30}\n${good}`,
      );
      assert.deepEqual(
        file.entries.map(({ annotation }) => annotation?.id),
        [undefined, 'good1'],
      );
      assert.deepEqual(
        file.problems.map(({ code }) => code),
        ['entry'],
      );
    });

    it('stops at thousands of aliases to a large value', () => {
      const aliases = Array.from({ length: 20_000 }, () => '*a').join(', ');
      const file = readSidecar(
        `version: 1\nx: &a [${'1, '.repeat(1_000)}1]\nannotations:\n  - {id: a1, role: claim, passages: [{exact: x}], x: [${aliases}]}\n${good}`,
      );
      assert.deepEqual(
        file.entries.map(({ annotation }) => annotation?.id),
        [undefined, 'good1'],
      );
    });
  });

  it('refuses a file nested too deeply for the parser', () => {
    for (const open of ['[', '- ', '? '])
      assert.equal(
        readSidecar(open.repeat(5_000)).refusal?.message,
        'Not readable: nested too deeply.',
        open,
      );
  });

  it('has no place behind the text for what reaches from before the list into it', () => {
    for (const text of [
      'version: 1\narticle:\n  title:\n"x\nannotations:\n- []',
      '> [\nannotations:\n- a',
      '[rsion: 1\nannotations:\n- a',
    ])
      assert.notDeepEqual(problemsOf(text), [], text);
  });

  it('never throws, and knows its places, whatever the text', () => {
    const parts = [
      'version: 1\n',
      'annotations:',
      '\n',
      '\r\n',
      '  ',
      '- ',
      'id: a1',
      'role: claim',
      'passages: [{exact: x}]',
      '\n    ',
      '\n  - ',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '!!str ',
      '!x ',
      '? ',
      ': ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '#c',
      '\uFEFF',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      '\t',
      '\u0000',
      '\ud800',
      '<<: ',
      'article: ',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((found) => found.join('')),
        fc.boolean(),
        (tail, started) => {
          const text = (started ? head : '') + tail;
          problemsOf(text);
          const file = readSidecar(text);
          for (const { block } of file.entries)
            assert.ok(
              0 <= block.start && block.start <= block.end && block.end <= text.length,
              JSON.stringify(text),
            );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
