import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { problemsOf, head, good, only } from './sidecarProblems';

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
