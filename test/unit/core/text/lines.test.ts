import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dominantLineEnding, toArticleText } from '../../../../src/core/text/lineEndings';
import { LineIndex } from '../../../../src/core/text/lines';

const linePieces = fc
  .array(fc.constantFrom('a', '行', '\r', '\n', '\r\n', '\uFEFF', '\u2028', '\u0085'))
  .map((parts) => parts.join(''));

describe('toArticleText', () => {
  it('reads CRLF and lone CR as LF and drops one byte-order mark, as Python’s utf-8-sig with universal newlines', () => {
    assert.equal(toArticleText('\uFEFFa\r\nb\rc\n\r\n\r\rd'), 'a\nb\nc\n\n\n\nd');
    assert.equal(
      toArticleText('\uFEFF\uFEFFa'),
      '\uFEFFa',
      'a second mark is a character of the text',
    );
    assert.equal(
      toArticleText('a\uFEFFb\u2028c\u0085d\f'),
      'a\uFEFFb\u2028c\u0085d\f',
      'nothing else ends a line',
    );
    assert.equal(toArticleText(''), '');
  });

  it('gives the same text for every checkout of the same file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '字', ' ', '𠮷') })),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (lines, eol, bom) => {
          assert.equal(toArticleText((bom ? '\uFEFF' : '') + lines.join(eol)), lines.join('\n'));
        },
      ),
    );
  });
});

describe('dominantLineEnding', () => {
  it('is what most lines end with, LF in doubt', () => {
    assert.equal(dominantLineEnding(''), '\n');
    assert.equal(dominantLineEnding('one line'), '\n');
    assert.equal(dominantLineEnding('a\r\nb'), '\r\n');
    assert.equal(dominantLineEnding('a\r\nb\nc'), '\n');
    assert.equal(dominantLineEnding('a\r\nb\r\nc\n'), '\r\n');
    assert.equal(dominantLineEnding('a\rb\r'), '\n', 'nobody writes lone CR today');
  });
});

describe('LineIndex', () => {
  it('counts lines and columns from 1', () => {
    const index = new LineIndex('ab\ncd\r\ne\rf\n');
    assert.deepEqual(index.at(0), { line: 1, column: 1 });
    assert.deepEqual(index.at(2), { line: 1, column: 3 }, 'a line end belongs to its line');
    assert.deepEqual(index.at(3), { line: 2, column: 1 });
    assert.deepEqual(index.at(6), { line: 2, column: 4 }, 'between CR and LF');
    assert.deepEqual(index.at(7), { line: 3, column: 1 });
    assert.deepEqual(index.at(9), { line: 4, column: 1 });
    assert.deepEqual(index.at(11), { line: 5, column: 1 });
    assert.deepEqual(new LineIndex('').at(0), { line: 1, column: 1 });
  });

  it('finds the start of a line, the nearest one for a line that isn’t there', () => {
    const index = new LineIndex('ab\ncd\r\ne');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 99].map((line) => index.startOf(line)),
      [0, 0, 3, 7, 7, 7],
    );
  });

  it('agrees with splitting the text', () => {
    fc.assert(
      fc.property(linePieces, (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // A CR in the text cut off here ends its line only if no LF follows in the whole text.
          const before = text
            .slice(0, offset)
            .split(text[offset] === '\n' ? /\r\n|\r(?!$)|\n/ : /\r\n|\r|\n/);
          assert.deepEqual(index.at(offset), {
            line: before.length,
            column: (before.at(-1) ?? '').length + 1,
          });
        }
      }),
    );
  });
});
