import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { problemsOf, section } from './codebookProblems';

describe('readCodebook', () => {
  describe('of what is broken', () => {
    it('says where, and takes nothing, if it isn’t YAML or not a mapping', () => {
      for (const [text, ...expected] of [
        ['version: 1\nroles: [{id: claim\n', '3:1 yaml'],
        ['version: 1\n\troles:\n', '2:1 yaml'],
        ['- id: claim\n', '1:1 shape'],
        ['codes\n', '1:1 shape'],
        ['\n\n  42', '3:3 shape'],
      ] as const) {
        assert.deepEqual(problemsOf(text).slice(0, 1), expected, text);
        assert.deepEqual(readCodebook(text).codebook, EMPTY_CODEBOOK);
      }
    });

    it('wants a version, but reads on without it', () => {
      for (const [head, expected] of [
        ['', '1:1 version'],
        ['version:\n', '1:9 version'],
        ['version: one\n', '1:10 version'],
        ['version: "1"\n', '1:10 version'],
        ['version: 0\n', '1:10 version'],
        ['version: 1.5\n', '1:10 version'],
        ['version: [1]\n', '1:10 version'],
        ['version: 2\n', '1:10 version?'],
      ] as const) {
        const text = `${head}roles: [{id: x}]\n`;
        assert.deepEqual(problemsOf(text), [expected], text);
        assert.deepEqual(readCodebook(text).codebook.roles, [{ id: 'x' }], text);
      }
    });

    it('leaves out a section that is no list, and reads the others', () => {
      for (const value of [' claim', ' {id: claim}', ' 1', ' ""', '\n  id: claim']) {
        const text = `version: 1\nroles:${value}\nstances: [{id: favor}]\n`;
        assert.deepEqual(
          problemsOf(text).map((problem) => problem.replace(/^\d+:\d+ /, '')),
          ['shape'],
          text,
        );
        assert.deepEqual(readCodebook(text).codebook, {
          ...EMPTY_CODEBOOK,
          stances: [{ id: 'favor' }],
        });
      }
      assert.deepEqual(
        problemsOf('version: 1\nroles:\n  id: claim\n'),
        ['3:3 shape'],
        'at the value',
      );
    });

    it('leaves out an entry that is no good, and keeps the others', () => {
      const good = '\n  - {id: claim}\n  - ';
      for (const [entry, place] of [
        ['aside', '4:5'],
        ['', '3:16'],
        ['[id, aside]', '4:5'],
        ['{label: x}', '4:5'],
        ['{id: }', '4:10'],
        ['{id: ""}', '4:10'],
        ['{id: [x]}', '4:10'],
        ['{id: x, label: [y]}', '4:20'],
        ['{id: x, color: red}', '4:20'],
        ['{id: x, color: "#12345"}', '4:20'],
        ['{id: x, color: "#ggg"}', '4:20'],
        ['{id: x, description: {en: y}}', '4:26'],
        ['{id: x, ? [a] : b}', '4:15'],
        ['*none', '4:5'],
      ] as const) {
        const [read, problems] = section('roles', good + entry);
        assert.deepEqual(read, [{ id: 'claim' }], entry);
        if (entry !== '') assert.deepEqual(problems, [`${place} entry`], entry);
        else assert.equal(problems.length, 1);
      }
    });

    it('says what is wrong with a speaker', () => {
      for (const [entry, place] of [
        ['{id: x}', '3:5'],
        ['{name: x, aliases: Robin}', '3:24'],
        ['{name: x, aliases: [""]}', '3:25'],
        ['{name: x, type: company}', '3:21'],
        ['{name: x, affiliation: [y]}', '3:28'],
      ] as const) {
        assert.deepEqual(section('speakers', `\n  - ${entry}`), [[], [`${place} entry`]], entry);
      }
    });

    it('tells every mistake of an entry', () => {
      assert.deepEqual(
        section('speakers', '\n  - name: x\n    type: company\n    color: red\n'),
        [[], ['4:11 entry', '5:12 entry']].map((value) => [...value]),
      );
    });

    it('counts the first of two entries with one id or name', () => {
      assert.deepEqual(
        section('roles', '\n  - {id: claim, label: a}\n  - {id: claim, label: b}\n  - {id: Claim}'),
        [[{ id: 'claim', label: 'a' }, { id: 'Claim' }], ['4:5 duplicate-name']],
      );
      assert.deepEqual(section('speakers', ' [{name: 王伟}, {name: 王伟, affiliation: 清华}]'), [
        [{ name: '王伟' }],
        ['2:24 duplicate-name'],
      ]);
      assert.deepEqual(
        problemsOf('version: 1\nroles: [{id: x}]\nstances: [{id: x}]\ntopics: [{id: x}]\n'),
        [],
        'each section has its own',
      );
    });

    it('tells of a key that stands twice', () => {
      assert.deepEqual(problemsOf('version: 1\nroles: [{id: x}]\nroles: [{id: y}]\n').length, 1);
    });

    it('follows aliases, within reason', () => {
      assert.deepEqual(section('roles', ' [&a {id: claim}, {id: aside, like: *a}]'), [
        [{ id: 'claim' }, { id: 'aside', like: { id: 'claim' } }],
        [],
      ]);
      const bomb = [
        'version: 1',
        'a: &a [x,x,x,x,x,x,x,x,x,x]',
        ...['b', 'c', 'd', 'e', 'f'].map(
          (key, i) => `${key}: &${key} [${`*${'abcde'[i] ?? ''},`.repeat(10)}]`,
        ),
        'roles: [{id: x, all: *f}]',
      ].join('\n');
      assert.deepEqual(readCodebook(bomb).codebook.roles, []);
      assert.equal(readCodebook(bomb).problems.length, 1);
    });

    it('never throws, and gives sound entries only', () => {
      const line = fc.constantFrom(
        'version: 1',
        'roles:',
        'speakers:',
        '  - id: a',
        '  - name: 李',
        '    label: x',
        '    aliases: [a, b]',
        '    aliases:',
        '    - y',
        '  - ',
        '- z',
        '  {',
        ']',
        'roles: [{id: b}]',
        '&a',
        '*a',
        '    color: "#fff"',
        '"',
        "'",
        '? x',
        ': y',
        '--- ',
        '!!tag',
        '\t',
        '%',
      );
      fc.assert(
        fc.property(
          fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
          (text) => {
            problemsOf(text);
            const { roles, speakers } = readCodebook(text).codebook;
            for (const { id } of roles) assert.ok(typeof id === 'string' && id !== '');
            for (const { name } of speakers) assert.ok(typeof name === 'string' && name !== '');
            assert.equal(new Set(roles.map(({ id }) => id)).size, roles.length);
          },
        ),
        { numRuns: 400 },
      );
    });

    it('tells a thousand problems of a large one, and reads what is sound', () => {
      const { codebook, problems } = readCodebook(
        `version: 1\nspeakers:\n${Array.from({ length: 4_000 }, (_, i) => `  - {name: 甲${i >> 1}, aliases: [乙${i}]}\n`).join('')}`,
      );
      assert.equal(codebook.speakers.length, 2_000);
      assert.equal(problems.length, 1_001);
      assert.match(problems.at(-1)?.message ?? '', /1000 more/);
    });

    it('quotes no more of a huge name than can be read', () => {
      const name = '甲'.repeat(10_000);
      const { problems } = readCodebook(
        `version: 1\nspeakers:\n  - name: ${name}\n  - name: ${name}\n`,
      );
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['duplicate-name'],
      );
      assert.ok((problems[0]?.message.length ?? 1_000) < 200);
    });
  });
});
