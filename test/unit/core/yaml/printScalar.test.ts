import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { printLiteralBlock, printScalar } from '../../../../src/core/yaml/printScalar';
import { loadWithPyYaml, needsPyYaml } from '../../../python/pyyaml';
import { hostileText, TRAPS } from './hostileTexts';

/**
 * A file that holds `text` in every position in which sidecars have texts, and what it is to be
 * read as.
 */
function inAllPositions(text: string): { readonly yaml: string; readonly value: unknown } {
  const [block, flow] = [printScalar(text), printScalar(text, 'flow')];
  return {
    yaml: `k: ${block}\nlist:\n  - ${block}\n  - {type: ${flow}, all: [${flow}, ${flow}]}\n  - ${flow}: x\nlast: ${block}\n`,
    value: {
      k: text,
      list: [text, { type: text, all: [text, text] }, Object.fromEntries([[text, 'x']])],
      last: text,
    },
  };
}

const loneSurrogates = fc
  .array(fc.constantFrom('\ud83d', '\ude00', 'a', ' ', '𠮷'))
  .map((parts) => parts.join(''));

describe('printScalar', () => {
  it('leaves ordinary words without quotation marks', () => {
    for (const text of [
      '李彦宏',
      'Robin Li',
      '开源模型其实是一种智商税',
      '“开源”，不',
      'claim',
      'a-b',
      "it's",
      'U.S. $2',
      '3月1日',
      '甲：乙',
      'e\u0301',
      '👍a'.slice(2),
    ]) {
      assert.equal(printScalar(text), text);
    }
    assert.equal(printScalar('cost, more?'), 'cost, more?');
    assert.equal(printScalar('cost, more', 'flow'), '"cost, more"');
  });

  it('writes double quotes and escapes where a reader could err', () => {
    assert.equal(printScalar('No'), '"No"');
    assert.equal(printScalar('007'), '"007"');
    assert.equal(printScalar('2024-07-11'), '"2024-07-11"');
    assert.equal(printScalar('a\t"b"\\\n\u0085\u2028'), String.raw`"a\t\"b\"\\\n\x85\u2028"`);
    assert.equal(printScalar('\u{e0001}'), String.raw`"\U000E0001"`, 'invisible');
    assert.equal(printScalar('👩‍💻'), '"👩‍💻"', 'the joiner stays readable');
    assert.equal(printScalar('\ud83d'), String.raw`"\uD83D"`);
    assert.equal(printScalar(''), '""');
  });

  it('shows no character that an editor hides, and keeps every text on one line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        assert.doesNotMatch(printScalar(text), /[\0-\x1f\x7f-\xa0\u2028\u2029\ufeff]/);
      }),
      { numRuns: 1_000 },
    );
  });

  for (const version of ['1.2', '1.1'] as const) {
    it(`is read back as the same text by the yaml library, YAML ${version}`, () => {
      const check = (text: string) => {
        const { yaml, value } = inAllPositions(text);
        // A mapping's __proto__ key is the library's own business.
        if (text !== '__proto__')
          assert.deepEqual(
            parse(yaml, { version, ...(version === '1.2' ? { schema: 'core' } : {}) }),
            value,
            yaml,
          );
      };
      TRAPS.forEach(check);
      fc.assert(
        fc.property(
          fc.oneof({ weight: 9, arbitrary: hostileText }, { weight: 1, arbitrary: loneSurrogates }),
          check,
        ),
        { numRuns: 1_000 },
      );
    });
  }

  it('is read back as the same text by PyYAML', function () {
    needsPyYaml(this);
    this.timeout(30_000);
    const texts = [...TRAPS, ...fc.sample(hostileText, 1_500)];
    const files = texts.map(inAllPositions);
    loadWithPyYaml(files.map(({ yaml }) => yaml)).forEach((loaded, i) =>
      assert.deepEqual(loaded, { value: files[i]?.value }, files[i]?.yaml),
    );
  });
});

describe('printLiteralBlock', () => {
  const printed = (text: string, eol = '\n') => printLiteralBlock(text, '    ', eol);

  it('keeps the lines of a note readable', () => {
    assert.equal(
      printed('第一行\n- 第二行: #3\n\n  缩进'),
      '|-\n    第一行\n    - 第二行: #3\n\n      缩进',
    );
    assert.equal(printed('a\nb\n'), '|\n    a\n    b');
    assert.equal(printed('a\nb', '\r\n'), '|-\r\n    a\r\n    b');
  });

  it('refuses what a block would alter or hide', () => {
    for (const text of [
      'one line',
      '',
      '\n',
      ' a\nb',
      '\na\nb',
      'a \nb',
      'a\nb\n\n',
      'a\n\tb',
      'a\r\nb',
      'a\u0085\nb',
      'a\n\ufeffb',
      'a\n\u3000\nb',
      'a\nb\ud83d',
    ]) {
      assert.equal(printed(text), undefined, JSON.stringify(text));
    }
  });

  const lines = fc.array(
    fc.constantFrom(
      '',
      'a',
      '- b',
      '# c',
      '甲: 乙',
      '  d',
      '...',
      '---',
      '%x',
      'e ',
      '\tf',
      '\u0085',
      '"',
      'k: |',
    ),
    { minLength: 1, maxLength: 5 },
  );
  const notes = fc
    .tuple(lines, fc.boolean())
    .map(([found, ended]) => found.join('\n') + (ended ? '\n' : ''));
  const inFile = (text: string, eol: string) => {
    const block = printLiteralBlock(text, '      ', eol);
    return block === undefined
      ? undefined
      : `  - note: ${block}${eol}  # comment${eol}${eol}  - z${eol}`;
  };

  it('is read back as the same text', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom('\n', '\r\n'), (text, eol) => {
        const file = inFile(text, eol);
        if (file === undefined) return;
        assert.deepEqual(parse(file), [{ note: text }, 'z'], file);
        assert.deepEqual(parse(file, { version: '1.1' }), [{ note: text }, 'z'], file);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read back as the same text by PyYAML', function () {
    needsPyYaml(this);
    this.timeout(30_000);
    const found = fc.sample(notes, 600).flatMap((text) => {
      const file = inFile(text, '\n');
      return file === undefined ? [] : [{ text, file }];
    });
    assert.ok(found.length > 50);
    loadWithPyYaml(found.map(({ file }) => file)).forEach((loaded, i) => {
      assert.deepEqual(loaded, { value: [{ note: found[i]?.text }, 'z'] }, found[i]?.file);
    });
  });
});
