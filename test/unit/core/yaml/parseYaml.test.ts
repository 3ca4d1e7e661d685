import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parseYaml } from '../../../../src/core/yaml/parseYaml';
import { readYaml } from '../../../../src/core/yaml/readYaml';
import { TEST_SUITE } from './testSuite';

/**
 * What our parsing and the library's own make of a text: the data, and the errors with their
 * places.
 */
function assertParsesAsLibrary(text: string): void {
  const errorsOf = (
    errors: readonly { readonly code: string; readonly pos: readonly number[] }[],
  ) => {
    const isBroken = errors.some(({ code }) => code !== 'DUPLICATE_KEY');
    return errors
      .map(({ code, pos: [start = 0, end = 0] }) => {
        if (code !== 'DUPLICATE_KEY') return `${start}–${end} ${code}`;
        // Between other errors the library has the place of a key that stands twice where the
        // broken part begins, we have the key's.
        if (isBroken) return code;
        // Of some keys it has the place before the white space and comments in front of them; of
        // empty ones behind those that end the text.
        const white = /^(?:\s|#.*)*/.exec(text.slice(start))![0].length;
        return `${start + white}–${end + white} ${code}`;
      })
      .sort();
  };
  const library = parseDocument(text, {
    keepSourceTokens: true,
    prettyErrors: false,
    schema: 'core',
    resolveKnownTags: false,
  });
  const { document } = parseYaml(text);
  assert.deepEqual(errorsOf(document.errors), errorsOf(library.errors), JSON.stringify(text));
  assert.equal(JSON.stringify(document.range), JSON.stringify(library.range));
  assert.equal(JSON.stringify(document.contents), JSON.stringify(library.contents));
}

describe('parseYaml', () => {
  it('parses the YAML test suite as the library does', () => {
    assert.ok(TEST_SUITE.length > 300);
    for (const { yaml } of TEST_SUITE) assertParsesAsLibrary(yaml);
  });

  it('parses any text as the library does, and finds the same keys that stand twice', () => {
    const parts = [
      'a',
      'b',
      '1',
      '"a"',
      "'1'",
      '~',
      'null',
      'true',
      ': ',
      ':',
      '\n',
      '\n  ',
      '\n    ',
      '\r\n',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '? ',
      '- ',
      '!!str ',
      '!x ',
      '&a ',
      '*a',
      '# c',
      '|\n',
      '"',
      '---\n',
      '...\n',
      '1.0',
      '<<',
      '%YAML 1.2\n',
      '\t',
    ];
    const mapping = fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'a',
            'b',
            '"a"',
            "'b'",
            '1',
            '"1"',
            '~',
            '',
            '? a\n',
            '[a]',
            '&x a',
            '!!str a',
            '!!str 1',
            '1.0',
          ),
          fc.constantFrom(
            '\n',
            ' 1\n',
            ' {a: 1, b: 2, a: 3}\n',
            '\n  a: 1\n  a: 2\n',
            ' [a: 1, a: 2, {b, b}]\n',
          ),
        ),
      )
      .map((pairs) => pairs.map(([key, value]) => `${key}:${value}`).join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          mapping,
          fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((found) => found.join('')),
        ),
        assertParsesAsLibrary,
      ),
      { numRuns: 2_000, examples: [[': \n&a \n'], [':\n"a"\'1\'\r\na'], [': \n? # c']] },
    );
  });

  it('finds a key that stands twice also where it isn’t equal to itself', () => {
    assert.deepEqual(
      parseYaml('.nan: 1\n.nan: 2\n').document.errors.map(({ code, pos }) => [code, ...pos]),
      [['DUPLICATE_KEY', 8, 9]],
    );
  });

  it('leaves the traces of others’ errors as they were', () => {
    const { stackTraceLimit } = Error;
    readYaml('['.repeat(1_000));
    readYaml('a: "');
    assert.equal(Error.stackTraceLimit, stackTraceLimit);
  });
});

describe('readYaml', () => {
  it('says where a text nests too deeply', () => {
    const { fatal } = readYaml(`a: 1\nb: ${'['.repeat(2_000)}`);
    assert.equal(fatal[0]?.message, 'Not readable: nested too deeply.');
    assert.ok(fatal[0].range.start > 400 && fatal[0].range.start < 600);
  });

  it('refuses a text that would take long, where it got so far', () => {
    for (const text of [`a: [${'1,'.repeat(400_000)}1]`, `a: "${'x'.repeat(4_100_000)}"`]) {
      const { fatal } = readYaml(text);
      assert.deepEqual(
        fatal.map(({ code }) => code),
        ['too-large'],
      );
      assert.ok(
        fatal[0] !== undefined && fatal[0].range.start > 0 && fatal[0].range.end <= text.length,
      );
    }
  });

  it('tells a thousand of a million errors, and how many more there are', () => {
    for (const [text, more] of [
      [`a: "${'\\q'.repeat(100_000)}"`, 99_000],
      [']'.repeat(50_000), 49_000],
    ] as const) {
      const { fatal } = readYaml(text);
      assert.equal(fatal.length, 1_001);
      assert.match(fatal.at(-1)?.message ?? '', new RegExp(`^… and ${more}`));
    }
  });
});
