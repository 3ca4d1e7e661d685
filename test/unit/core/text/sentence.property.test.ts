import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { sentenceAt } from '../../../../src/core/text/sentence';

describe('the sentence at the cursor', () => {
  describe('of any text', () => {
    const lineOf = (text: string, offset: number) => ({
      start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
      end: text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset),
    });
    const checkInvariants = (text: string, offset: number) => {
      const { start, end } = sentenceAt(text, offset);
      const words = text.slice(start, end);
      const line = lineOf(text, offset);
      const where = `${JSON.stringify(text.slice(line.start, line.end))} at ${offset - line.start}`;
      assert.ok(0 <= start && start <= end && end <= text.length, where);
      assert.equal(words, words.trim(), where);
      if (text.slice(line.start, line.end).trim() === '')
        assert.deepEqual({ start, end }, { start: offset, end: offset }, where);
      // A line of marks alone belongs to what follows it.
      if (/\p{L}/u.test(text.slice(line.start, line.end)))
        assert.ok(start <= line.end && end >= line.start, `touches the cursor’s line: ${where}`);
      assert.ok(!/\n[ \t]*\n/.test(words), `no blank line inside: ${where}`);
    };

    it('stays in the text, trimmed, at the cursor’s line', () => {
      const parts = [
        '。',
        '. ',
        '?',
        '“',
        '”',
        '"',
        "'",
        '**',
        '*',
        '_',
        ' ',
        '\n',
        '\n\n',
        '> ',
        '|',
        '- ',
        '# ',
        '1. ',
        '甲',
        'a',
        'B',
        'Dr.',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '𠮷',
        '\ud83d',
        '\u3000',
        '\r',
        'https://a.b?c',
      ];
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((found) => found.join('')),
          fc.nat(),
          (text, at) => {
            checkInvariants(text, at % (text.length + 1));
          },
        ),
        { numRuns: 3_000 },
      );
    });

    const folder = fileURLToPath(new URL('../../../fixtures/articles/', import.meta.url));
    for (const name of readdirSync(folder).filter((file) => file !== 'README.md')) {
      it(`covers every word of ${name}`, () => {
        const text = readFileSync(folder + name, 'utf8');
        for (let offset = 0; offset <= text.length; offset += 3) {
          checkInvariants(text, offset);
          const { start, end } = sentenceAt(text, offset);
          // A letter under the cursor is part of what is annotated.
          if (/\p{L}/u.test(text.charAt(offset)))
            assert.ok(start <= offset && offset < end, text.slice(offset, offset + 20));
        }
      });
    }
  });
});
