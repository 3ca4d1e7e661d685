import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { RefusedError } from '../../../../src/core/model/problem';
import { renameInCodebook } from '../../../../src/core/rename/renameInCodebook';
import { renamedCodebook } from '../../../../src/core/rename/renamedCodebook';
import type { RenamedField } from '../../../../src/core/rename/renaming';
import { printScalar } from '../../../../src/core/yaml/printScalar';

const speaker = (text: string, from: string, to: string) =>
  renameInCodebook(text, { field: 'speaker', from, to });
const topic = (text: string, from: string, to: string) =>
  renameInCodebook(text, { field: 'topic', from, to });

const BLOCK = `version: 1 # ours
speakers:
  # the first
  - name: 李彦宏 # of Baidu
    aliases:
      - Robin Li
    affiliation: 百度
  - name: "Li Yanhong"
    type: person
  # the company
  - name: 百度
topics: [{id: cost, statement: 太贵}, {id: price}]
`;

describe('renaming in a codebook', () => {
  it('changes the name alone, and where others are said to belong to it', () => {
    assert.equal(speaker(BLOCK, '百度', 'Baidu: Inc'), BLOCK.replaceAll(/百度$/gm, '"Baidu: Inc"'));
    assert.equal(topic(BLOCK, 'cost', '007'), BLOCK.replace('id: cost', 'id: "007"'));
    assert.equal(speaker(BLOCK, 'nobody', 'Ann'), BLOCK);
    const tag = { field: 'tag', from: 'cost', to: 'x' } as const;
    assert.equal(renameInCodebook(BLOCK, tag), BLOCK);
  });

  it('makes one of two speakers, who has the names of both', () => {
    assert.equal(
      speaker(BLOCK, 'Li Yanhong', '李彦宏'),
      BLOCK.replace('      - Robin Li\n', '      - Robin Li\n      - Li Yanhong\n').replace(
        '  - name: "Li Yanhong"\n    type: person\n',
        '',
      ),
    );
    assert.equal(
      speaker(BLOCK, '李彦宏', 'Li Yanhong'),
      `version: 1 # ours
speakers:
  # the first
  - name: "Li Yanhong"
    aliases: [李彦宏, Robin Li]
    type: person
  # the company
  - name: 百度
topics: [{id: cost, statement: 太贵}, {id: price}]
`,
    );
  });

  it('makes one of two topics, which says what the other one said', () => {
    assert.equal(topic(BLOCK, 'cost', 'price'), BLOCK.replace('{id: cost, statement: 太贵}, ', ''));
    assert.equal(topic(BLOCK, 'price', 'cost'), BLOCK.replace(', {id: price}', ''));
  });

  it('lets a name and an alias change places', () => {
    const made = speaker(BLOCK, '李彦宏', 'Robin Li');
    assert.match(made, /- name: Robin Li # of Baidu\n {4}aliases:\n {6}- 李彦宏\n/);
    assert.equal(made.length, BLOCK.length);
  });

  it('renames in the filters of saved views', () => {
    const text =
      'version: 1\nviews:\n  - {name: a, filter: {speaker: [Ann, Bo], tag: x}}\n  - name: Ann\n    filter:\n      speaker: Ann\n';
    assert.equal(
      speaker(text, 'Ann', '安'),
      text.replace('[Ann', '[安').replace('speaker: Ann\n', 'speaker: 安\n'),
    );
    const tag = { field: 'tag', from: 'x', to: 'dear' } as const;
    assert.equal(renameInCodebook(text, tag), text.replace('tag: x', 'tag: dear'));
  });

  it('keeps line ends, and a last line without one', () => {
    const text = 'version: 1\r\nspeakers:\r\n- name: A\r\n- name: B';
    assert.equal(speaker(text, 'A', 'B'), 'version: 1\r\nspeakers:\r\n- name: B\r\n  aliases: [A]');
  });

  it('refuses what it can’t read, or can’t do safely', () => {
    assert.throws(() => speaker('speakers: [', 'A', 'B'), RefusedError);
    assert.throws(
      () => speaker('version: 1\nspeakers:\n  - &a {name: A}\n  - {name: B}\n  - *a\n', 'A', 'B'),
      /laid out in a way/,
    );
  });

  it('does it in every usual layout, for all names', () => {
    const names = ['A', '李彦宏', 'No', '007', 'a: b', '[x', '王伟（清华）', "O'Neil", ', '];
    const name = fc.constantFrom(...names);
    const entry = fc.record(
      { name, aliases: fc.uniqueArray(name, { maxLength: 3 }), affiliation: name },
      { requiredKeys: ['name'] },
    );
    const layout = fc.record({
      flowList: fc.boolean(),
      flowEntries: fc.boolean(),
      flowAliases: fc.boolean(),
      key: fc.constantFrom('speakers', 'topics'),
      eol: fc.constantFrom('\n', '\r\n'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: (one) => one.name, maxLength: 4 }),
        layout,
        name,
        name,
        (entries, how, from, to) => {
          const text = print(entries, how);
          const field: RenamedField = how.key === 'speakers' ? 'speaker' : 'topic';
          const renaming = { field, from, to };
          const before = readCodebook(text);
          assert.deepEqual(before.problems, []);
          const after = readCodebook(renameInCodebook(text, renaming));
          assert.deepEqual(after.problems, []);
          assert.deepEqual(after.codebook, renamedCodebook(before.codebook, renaming));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

interface Entry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly affiliation?: string;
}

interface Layout {
  readonly flowList: boolean;
  readonly flowEntries: boolean;
  readonly flowAliases: boolean;
  readonly key: string;
  readonly eol: string;
}

function print(entries: readonly Entry[], how: Layout): string {
  const value = (name: string) => printScalar(name, 'flow');
  const flowList = (items: readonly string[]) => `[${items.join(', ')}]`;
  const fields = ({ name, aliases, affiliation }: Entry, isFlow: boolean): string[] =>
    how.key === 'topics'
      ? [`id: ${value(name)}`]
      : [
          `name: ${value(name)}`,
          ...(aliases === undefined
            ? []
            : isFlow || how.flowAliases || aliases.length === 0
              ? [`aliases: ${flowList(aliases.map(value))}`]
              : ['aliases:', ...aliases.map((alias) => `  - ${value(alias)}`)]),
          ...(affiliation === undefined ? [] : [`affiliation: ${value(affiliation)}`]),
        ];
  const flow = (entry: Entry) => `{${fields(entry, true).join(', ')}}`;
  const isFlow = how.flowList || entries.length === 0;
  const block = (entry: Entry) =>
    how.flowEntries
      ? [`  - ${flow(entry)}`]
      : fields(entry, false).map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`));
  const lines = isFlow
    ? [`${how.key}: ${flowList(entries.map(flow))}`]
    : [`${how.key}:`, ...entries.flatMap(block)];
  return ['version: 1', ...lines, 'roles: [{id: claim}]', ''].join(how.eol);
}
