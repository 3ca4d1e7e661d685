import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSidecarQuickly } from '../../../../src/core/sidecar/readQuickly';
import { SLOW_YAML } from '../../../stress/hostileYaml';
import { TRAPS } from '../yaml/hostileTexts';
import { TEST_SUITE } from '../yaml/testSuite';
import { assertReadsAlike, PLACES } from './quickReading';
import { good, head } from './sidecarProblems';
import { PARTS } from './sidecarParts';

const ROOT = join(import.meta.dirname, '../../../..');

/** Both readers on a text with either form of line ends. */
function assertBothReadAlike(text: string): boolean {
  return [text, text.replaceAll('\n', '\r\n')].map(assertReadsAlike).every(Boolean);
}

const withNote = (note: string) => `${head}${good}    note: ${note}`;

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => good.replace('good1', `a${i}`)).join('');

describe('readSidecarQuickly', () => {
  it('reads the article, the annotations and the lines where they begin', () => {
    const text = `# c\nversion: 1\narticle: {title: 2024, author: }\nannotations:\n  # c\n${good}\n  - id: b2\n    role: 12\n    passages: [{exact: yes, start: 3}]\n    other: [0o17, ~, 1.5]\n`;
    assert.deepEqual(readSidecarQuickly(text), {
      article: { title: '2024' },
      annotations: [
        { id: 'good1', role: 'claim', passages: [{ exact: '好' }] },
        { id: 'b2', role: '12', passages: [{ exact: 'yes', start: 3 }], other: [15, null, 1.5] },
      ],
      lines: [5, 10],
    });
    assert.ok(assertBothReadAlike(text));
  });

  it('reads the sidecars of the examples', () => {
    const paths = ['examples', 'test/fixtures']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
          join(ROOT, folder, path),
        ),
      )
      .filter((path) => path.endsWith('.claims.yaml'));
    assert.ok(paths.length >= 4);
    for (const path of paths) assert.ok(assertReadsAlike(readFileSync(path, 'utf8')), path);
  });

  for (const [name, text] of [
    ['nothing', ''],
    ['nothing but a byte-order mark', '\uFEFF'],
    ['nothing but a comment', '# c\n'],
    ['no annotations', 'version: 1\n'],
    ['an empty list', 'version: 1\nannotations: []\n'],
    ['a list that is left empty', 'version: 1\nannotations:\narticle:\n'],
    ['a byte-order mark', `\uFEFF${head}${good}`],
    ['a first line of dashes', `---\n${head}${good}`],
    ['keys that aren’t ours', `other: {a: [1, {b: ~}]}\n${head}${good}more: |\n  x\n`],
    ['comments and empty lines', `# a\n\n${head}# b\n${good} # c\n\n\n  # d\n# e`],
    ['a literal block', withNote('|\n      a\n\n       b: #\n')],
    ['one that keeps its end', withNote('|+\n      a\n\n\n')],
    ['one that lets its end go', withNote('|- # c\n      a\n\n\n')],
    ['a folded block', withNote('>\n      甲\n      乙\n\n      丙\n        d\n      e\n')],
    ['one that keeps its end, in between', withNote('>+\n      a\n\n    cue: x\n')],
    ['text over several lines', withNote('a\n      b\n\n      c\n')],
    ['the same in quotation marks', withNote('"a\n      b\n\n      c"\n')],
    ['escapes', withNote('"\\x41\\u4E2D\\U0001F600\\t\\0\\e\\"\\\\\\/\\_\\N\\L\\P"\n')],
    ['single quotes', withNote("'it''s: #, \\n'\n")],
    [
      'a list in brackets over several lines',
      withNote('x\n    tags: [a,\n      b, # c\n      ]\n'),
    ],
    ['empty values', withNote('\n    date: ~\n    links: null\n    x: Null\n')],
    ['NEL, LS, PS', withNote('a\u0085b\u2028c\u2029d\n')],
    ['emoji and rare characters', withNote('😮‍💨𠮷\ue000\u3000\n')],
    ['a very long line', withNote(`${'开源 and closed '.repeat(20_000)}\n`)],
    ['a very long text', head + many(8_000)],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.ok(assertBothReadAlike(text));
    });
  }

  for (const [name, text] of [
    ['an open quotation mark', `${head}  - id: "a\n`],
    ['a half-merged file', `${head}<<<<<<< ours\n${good}=======\n${good}>>>>>>> theirs\n`],
    ['two documents', `${head}${good}---\nversion: 1\n`],
    ['a newer version', `version: 2\nannotations:\n${good}`],
    ['a version in quotation marks', `version: "1"\nannotations:\n${good}`],
    ['no version', `annotations:\n${good}`],
    ['a list at the top', '- a\n'],
    ['an id twice', `${head}${good}${good.replace('好', '坏')}`],
    ['an annotation twice', head + good + good],
    ['a key twice', withNote('a\n    note: b\n')],
    ['a key twice, one of them empty', withNote('\n    note: b\n')],
    ['a key twice, in braces', withNote('{a: 1, "a": 2}\n').replace('note', 'other')],
    ['a key twice at the top', `${head}${good}version: 1\n`],
    ['an anchor and an alias', withNote('&a x\n    cue: *a\n')],
    ['an anchor at the first key', `&a ${head}${good}`],
    ['an anchor of everything', `&a\n${head}${good}`],
    ['an anchor of the list', `version: 1\nannotations: &a\n${good}`],
    ['a tag', withNote('!!str 1\n')],
    ['a tag of YAML’s own on a key', withNote('x\n    !!str cue: y\n')],
    ['a key that JavaScript can’t hold', withNote('x\n    __proto__: y\n')],
    ['a missing key', head + good.replace('    role: claim\n', '')],
    ['an empty quotation', head + good.replace('好', "''")],
    ['a place before the text', head + good.replace('好', '好\n        start: -1')],
    ['no passages', `${head}  - id: a\n    role: claim\n    passages: []\n`],
    ['a date that is none', withNote('x\n    date: 2024-13\n')],
    ['a truth that is text', withNote('x\n    dateInferred: yes\n')],
    ['a list for a text', withNote('[a]\n')],
    ['an empty item', withNote('x\n    tags: [a, ~]\n')],
    ['a null for an annotation', `${head}${good}  - ~\n`],
    ['a list for an annotation', `${head}${good}  - [a]\n`],
    ['a list for the article', `version: 1\narticle: []\n`],
    ['a tab as indentation', `${head}\t- id: a\n`],
    ['lone CR as line end', (head + good).replaceAll('\n', '\r')],
  ] as const) {
    it(`leaves to the careful reader: ${name}`, () => {
      assert.equal(readSidecarQuickly(text), undefined);
      assert.equal(readSidecarQuickly(text.replaceAll('\n', '\r\n')), undefined);
    });
  }

  it('says nothing else than the careful reader of what the libraries read differently', () => {
    for (const text of [
      `${head}${good}    creator: "a\\\n\n      "\n`,
      `${head}  - id: a\n    role: claim\n    passages: [{exact: 1\n#c\n      }]\n`,
      `version: 1\narticle:\n  title: |2\n        \nannotations: []\n`,
      withNote('\n    # c\n      x\n    cue: y\n'),
      withNote('\n#c\n      |\n    cue: y\n'),
      `${withNote('\n#c\n      |\n')}${good.replace('good1', 'b2')}`,
      withNote('"\\U00110000"\n'),
      withNote(`x\n    ${'k'.repeat(1_100)}: x\n`),
    ])
      assertBothReadAlike(text);
  });

  it('says nothing else than the careful reader, whatever stands in any place', () => {
    for (const place of PLACES)
      for (const piece of [...TRAPS, ...PARTS]) assertBothReadAlike(place(piece));
  });

  it('says nothing else than the careful reader of the YAML test suite, in any place', () => {
    const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);
    for (const { yaml } of TEST_SUITE) {
      for (const text of [
        yaml,
        `other:\n${indented(yaml, '  ')}\n${head}${good}`,
        `${head}${good}    x:\n${indented(yaml, '      ')}\n  - id: b2\n${good.slice(14)}`,
        `${head}${good}  -\n${indented(yaml, '    ')}\n`,
      ])
        assertReadsAlike(text);
    }
  });

  it('takes no longer for what makes YAML readers slow', () => {
    for (const [name, make] of SLOW_YAML) {
      assertReadsAlike(make(3_000));
      const started = performance.now();
      readSidecarQuickly(make(100_000));
      const took = performance.now() - started;
      assert.ok(took < 1_000, `${name}: ${took.toFixed(0)} ms`);
    }
  });
});
