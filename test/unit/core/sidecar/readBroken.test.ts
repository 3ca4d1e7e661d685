import assert from 'node:assert/strict';
import { linesOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { problemsOf, head, good, idsOf } from './sidecarProblems';

describe('readSidecar', () => {
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
    const others = ['rebuttal', 'evidence'].map((role) => good.replace('claim', role));
    assert.deepEqual(problemsOf(head + good + others.join('')), [
      '7:1 duplicate-id',
      '11:1 duplicate-id',
    ]);
    assert.deepEqual(idsOf(head + good + others.join('')), ['good1', 'good1', 'good1']);
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
});
