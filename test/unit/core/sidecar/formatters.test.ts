import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { format, type Options } from 'prettier';
import { parseDocument } from 'yaml';
import type { Annotation } from '../../../../src/core/model/types';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { needsPyYaml } from '../../../python/pyyaml';
import { hostileText, TRAPS } from '../yaml/hostileTexts';
import { annotation } from './annotations';

/**
 * What programs that tidy up YAML files do to our sidecars, in the ways that people set them up.
 */
const FORMATTERS: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  Prettier: (text) => prettier(text),
  'Prettier that wraps prose': (text) => prettier(text, { proseWrap: 'always' }),
  'Prettier that wraps prose at 40': (text) =>
    prettier(text, { proseWrap: 'always', printWidth: 40, singleQuote: true }),
  'Prettier that unwraps prose': (text) =>
    prettier(text, { proseWrap: 'never', tabWidth: 4, bracketSpacing: false }),
  'the yaml library': (text) => parseDocument(text).toString(),
  'the yaml library, with other settings': (text) =>
    parseDocument(text).toString({
      lineWidth: 40,
      singleQuote: true,
      indent: 4,
      indentSeq: false,
      collectionStyle: 'block',
    }),
};

function prettier(text: string, options: Options = {}): Promise<string> {
  return format(text, { parser: 'yaml', ...options });
}

function written(annotations: readonly Annotation[]): string {
  return annotations.reduce(
    (file, one, i) => insertAnnotation(file, i, one),
    newSidecar({ title: '开源与闭源之争' }),
  ).text;
}

async function assertSurvives(
  annotations: readonly Annotation[],
  formatted: (text: string) => string | Promise<string>,
): Promise<void> {
  const text = written(annotations);
  const after = readSidecar(await formatted(text));
  assert.deepEqual(after.problems, [], text);
  assert.deepEqual(
    after.entries.map((entry) => entry.annotation),
    readSidecar(text).entries.map((entry) => entry.annotation),
    text,
  );
}

/** Words, spaces and line ends in the lengths at which formatters fold. */
const longText = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'word',
          '开源模型',
          'a',
          '甲',
          'x'.repeat(45),
          ' ',
          '  ',
          '\n',
          '\n\n',
          '\n  ',
          '\t',
          '# c',
          '- a',
          ': ',
          '"',
          "'",
          '\\',
          '，',
          '\u3000',
          '\u00a0',
          '\u2028',
        ),
      },
      { weight: 1, arbitrary: hostileText },
    ),
    { minLength: 5, maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((between) => parts.join(between)));

/**
 * A line that is nothing but one space, in a long text: printing it again, the yaml library (2.9.1)
 * makes a backslash of it (`stringifyString.js`: of both rules for a space beside a line end, each
 * adds its own). No way of writing it helps.
 */
const spoiledByLibrary = (one: Annotation) => /(?:\\n|") \\n/.test(JSON.stringify(one));

const withLongTexts = fc
  .tuple(
    longText.filter((text) => text !== ''),
    longText,
    longText,
    longText.filter((text) => text !== ''),
  )
  .map(([exact, prefix, note, tag]): Annotation => ({
    id: 'a1',
    role: 'claim',
    passages: [{ exact, prefix }],
    cue: note,
    note,
    tags: [tag, 'x'],
    'unknown key': { [tag]: note },
  }));

describe('a sidecar of ours', () => {
  for (const [name, formatted] of Object.entries(FORMATTERS)) {
    const isFair = (one: Annotation) => !name.includes('library') || !spoiledByLibrary(one);

    it(`says the same after ${name}: what readers mistake`, async () => {
      await assertSurvives(
        TRAPS.map((text, i): Annotation => ({
          id: `a${i}`,
          role: 'claim',
          passages: [{ exact: text || 'x', prefix: text, suffix: `${text} ${text}` }],
          note: text,
          tags: [text || 'x'],
          'x y': [text, { z: text }],
        })),
        formatted,
      );
    });

    it(`says the same after ${name}: any annotation`, async () => {
      await fc.assert(
        fc.asyncProperty(annotation.filter(isFair), (one) => assertSurvives([one], formatted)),
        { numRuns: 120 },
      );
    });

    it(`says the same after ${name}: long texts`, async () => {
      await fc.assert(
        fc.asyncProperty(withLongTexts.filter(isFair), (one) => assertSurvives([one], formatted)),
        { numRuns: 120 },
      );
    });
  }

  it('says the same after a program that reads and dumps it with PyYAML', function () {
    needsPyYaml(this);
    // Texts under keys of ours: under others, PyYAML writes `0o17` plain, which is a text to YAML
    // 1.1 and a number to YAML 1.2.
    const text = fc.oneof(hostileText, longText).filter((value) => value !== '');
    const one = fc.tuple(text, text, text, text).map(([exact, prefix, note, tag]): Annotation => ({
      id: 'a1',
      role: tag,
      speaker: prefix,
      passages: [{ exact, prefix, suffix: tag }],
      cue: exact,
      note,
      tags: [tag, note],
    }));
    const texts = fc.sample(one, 300).map((value) => written([value]));
    // Where characters are let stand as they are, U+0085, U+2028 and U+2029 are line ends to YAML
    // 1.1, and characters of the text to YAML 1.2.
    const dump =
      'import json, sys, yaml\nprint(json.dumps([yaml.safe_dump(yaml.safe_load(text), allow_unicode=readable, sort_keys=False) for text, readable in json.load(sys.stdin)]))';
    const { stdout, stderr } = spawnSync('python3', ['-c', dump], {
      input: JSON.stringify(
        texts.map((text, i) => [text, i % 2 === 0 && !/\\(?:x85|u202[89])/.test(text)]),
      ),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(stderr, '');
    (JSON.parse(stdout) as string[]).forEach((dumped, i) => {
      assert.deepEqual(
        readSidecar(dumped).entries.map((entry) => entry.annotation),
        readSidecar(texts[i] ?? '').entries.map((entry) => entry.annotation),
        dumped,
      );
    });
  });
});
