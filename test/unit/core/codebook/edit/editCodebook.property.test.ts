import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addEntry,
  changeEntry,
  moveEntry,
  removeEntry,
} from '../../../../../src/core/codebook/edit/editCodebook';
import { readCodebook } from '../../../../../src/core/codebook/readCodebook';
import { printScalar } from '../../../../../src/core/yaml/printScalar';

type Entry = Readonly<Record<string, unknown>> & { readonly name: string };

const word = fc.constantFrom('A', '李彦宏', 'No', '007', 'a: b', '[x', "O'Neil", ', ', '#1', '=');
const fields = {
  label: word,
  aliases: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  affiliation: word,
  description: fc.constantFrom('one', 'two\nlines', ' x', '甲'),
  type: fc.constantFrom('person', 'organization'),
  mood: word,
};
const entry: fc.Arbitrary<Entry> = fc.record(
  { name: word, ...fields },
  { requiredKeys: ['name'], noNullPrototype: true },
);

const change = fc.record(
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, fc.option(value as fc.Arbitrary<unknown>)]),
  ),
  { requiredKeys: [], noNullPrototype: true },
);

const edit = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), entry, index: fc.nat(4) }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(4), change }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(4), index: fc.nat(4) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(4) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** The edited text, and what a list of plain objects would hold after the same edit. */
function apply(text: string, model: readonly Entry[], made: Edit): [string, readonly Entry[]] {
  const list = [...model];
  if (made.kind === 'add') {
    if (list.some(({ name }) => name === made.entry.name)) return [text, list];
    list.splice(made.index, 0, made.entry);
    return [addEntry(text, 'speakers', made.entry, made.index), list];
  }
  const old = list[made.at];
  if (old === undefined) return [text, list];
  switch (made.kind) {
    case 'change': {
      const all = Object.entries({ ...old, ...made.change }).filter(([, value]) => value !== null);
      list[made.at] = Object.fromEntries(all) as Entry;
      return [changeEntry(text, 'speakers', old.name, made.change), list];
    }
    case 'move':
      list.splice(made.at, 1);
      list.splice(made.index, 0, old);
      return [moveEntry(text, 'speakers', old.name, made.index), list];
    case 'remove':
      list.splice(made.at, 1);
      return [removeEntry(text, 'speakers', old.name), list];
  }
}

const layout = fc.record({
  list: fc.constantFrom('lines', 'braces', 'brackets'),
  isFirst: fc.boolean(),
  isOpen: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  /** Whether the quick reader can have it. */
  isPlain: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

/** The lines around the list, which no edit may touch. */
const around = (isPlain: boolean): readonly [string, ...string[]] =>
  isPlain
    ? ['version: 1 # ours', 'roles:', "- {id: 'claim'}", 'views: [] # none', '# the end']
    : ['version: 1 # ours', "roles: [{id: 'claim'}]", 'owner:   Ann', '# the end'];

function print(entries: readonly Entry[], { list, isFirst, isOpen, eol, isPlain }: Layout): string {
  const text = (value: unknown) =>
    Array.isArray(value)
      ? `[${value.map((one) => printScalar(String(one), 'flow')).join(', ')}]`
      : printScalar(String(value), 'flow');
  const pairs = (one: Entry) => Object.entries(one).map(([key, value]) => `${key}: ${text(value)}`);
  const braces = (one: Entry) => `{${pairs(one).join(', ')}}`;
  const lines = entries.flatMap((one, i) =>
    list === 'braces'
      ? [`  - ${braces(one)} # ${i} here`]
      : [`  # ${i} above`, ...pairs(one).map((pair, j) => `${j === 0 ? '  - ' : '    '}${pair}`)],
  );
  const own =
    list === 'brackets' || entries.length === 0
      ? [`speakers: [${entries.map(braces).join(', ')}]`]
      : ['speakers:', ...lines];
  const [first, ...others] = around(isPlain);
  const all = isFirst ? [first, ...own, ...others] : [first, ...others, ...own];
  return all.join(eol) + (isOpen ? '' : eol);
}

describe('editing a codebook, in every usual layout', () => {
  it('does what a plain list would, and leaves all other lines as they are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 4 }),
        layout,
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (entries, how, edits) => {
          let [text, model]: [string, readonly Entry[]] = [print(entries, how), entries];
          assert.deepEqual(readCodebook(text).problems, []);
          for (const made of edits) {
            const before = text;
            [text, model] = apply(text, model, made);
            const { codebook, problems } = readCodebook(text);
            assert.deepEqual(problems, [], text);
            assert.deepEqual(codebook.speakers, model, text);
            if (before.endsWith('\n')) assert.ok(text.endsWith('\n'), text);
            if (how.eol === '\r\n') assert.doesNotMatch(text, /[^\r]\n/);
            else assert.doesNotMatch(text, /\r/);
            const lines = text.split(how.eol);
            for (const line of around(how.isPlain))
              assert.ok(lines.includes(line), `${line}\n\n${text}`);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('touches no line of another entry', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ name }) => name, minLength: 2, maxLength: 4 }),
        layout.filter(({ list }) => list !== 'brackets'),
        edit.filter(({ kind }) => kind !== 'move'),
        (entries, how, made) => {
          const before = print(entries, how);
          const after = apply(before, entries, made)[0].split(how.eol);
          const changed = made.kind === 'add' ? undefined : entries[made.at];
          // All lines but the entry's own, in their order.
          const others = print(entries, how).split(how.eol);
          const own = changed === undefined ? [] : print([changed], how).split(how.eol);
          const kept = others.filter((line) => !own.includes(line.replace(/# \d/, '# 0')));
          let at = -1;
          for (const line of kept) {
            at = after.indexOf(line, at + 1);
            assert.ok(at >= 0, `${line}\n\n${before}\n\n${after.join('\n')}`);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
