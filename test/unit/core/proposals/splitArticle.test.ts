import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitArticle } from '../../../../src/core/proposals/splitArticle';
import type { Utf16Range } from '../../../../src/core/text/range';

const wordsOf = (text: string, parts: readonly Utf16Range[] | undefined) =>
  parts?.map(({ start, end }) => text.slice(start, end));
const always = () => Promise.resolve(true);

describe('an article in parts', () => {
  it('is one part where it fits, and none where it is empty', async () => {
    assert.deepEqual(await splitArticle('桥要先修。', 100, always), [{ start: 0, end: 5 }]);
    assert.deepEqual(await splitArticle(' \n\n', 100, always), []);
  });

  it('is cut between paragraphs, then lines, then sentences, never in a character', async () => {
    const text = `${'一'.repeat(300)}。\n\n${'二'.repeat(280)}。\n\n${'三'.repeat(290)}。`;
    const parts = wordsOf(text, await splitArticle(text, 400, always));
    assert.deepEqual(
      parts?.map((words) => words.trim().length),
      [301, 281, 291],
    );
    const lines = `${'a'.repeat(150)}\n${'b'.repeat(150)}`;
    assert.deepEqual(wordsOf(lines, await splitArticle(lines, 250, always)), [
      `${'a'.repeat(150)}\n`,
      'b'.repeat(150),
    ]);
    const sentences = `${'a'.repeat(130)}. ${'b'.repeat(150)}.`;
    const [first] = wordsOf(sentences, await splitArticle(sentences, 250, always)) ?? [];
    assert.equal(first, `${'a'.repeat(130)}. `);
    const emoji = 'x' + '😀'.repeat(400);
    for (const words of wordsOf(emoji, await splitArticle(emoji, 300, always)) ?? [])
      assert.doesNotMatch(words, /\p{Cs}/u);
  });

  it('asks whether each part fits, and gives up where not even little does', async () => {
    const text = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} ${'x'.repeat(80)}`).join(
      '\n\n',
    );
    const fits = ({ start, end }: Utf16Range) => Promise.resolve(end - start < 700);
    const parts = await splitArticle(text, 100_000, fits);
    assert.ok(parts !== undefined && parts.length > 5);
    for (const { start, end } of parts) assert.ok(end - start < 700);
    assert.equal(await splitArticle(text, 100_000, () => Promise.resolve(false)), undefined);
  });

  it('has all its words in its parts, in order', async () => {
    const piece = fc.constantFrom(
      '字',
      'a',
      '\n',
      '\n\n',
      '。',
      '. ',
      '😀',
      ' ',
      'word'.repeat(30),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 200 }), async (pieces) => {
        const text = pieces.join('');
        const parts = (await splitArticle(text, 300, always)) ?? [];
        let at = 0;
        for (const { start, end } of parts) {
          assert.equal(text.slice(at, start).trim(), '');
          assert.ok(end > start && end - start <= 300);
          at = end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
    );
  });
});
