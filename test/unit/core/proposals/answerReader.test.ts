import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AnswerReader, type Entry } from '../../../../src/core/proposals/answerReader';

/** Reads an answer that comes in pieces of some length. */
function read(answer: string, length = answer.length || 1): { entries: Entry[]; broken: number } {
  const reader = new AnswerReader();
  const entries: Entry[] = [];
  for (let at = 0; at < answer.length; at += length)
    entries.push(...reader.push(answer.slice(at, at + length)));
  reader.end();
  return { entries, broken: reader.unreadable };
}
const quotes = (answer: string) => read(answer).entries.map(({ quote }) => quote);
const A = '{"quote": "桥要先修", "speaker": "林岚"}';
const B = '{"quote": "the ferry stays", "role": "rebuttal"}';

describe('a model’s answer', () => {
  const wrapped: Readonly<Record<string, string>> = {
    'lines of JSON': `${A}\n${B}`,
    'a list': `[${A}, ${B}]`,
    'an object around a list': `{"annotations": [${A},\n${B}]}`,
    'a fence, with words around': `Here is {what} I found, “so to say":\n\`\`\`json\n[${A},\n${B}\n]\n\`\`\`\nI hope this helps :}`,
    'objects side by side': `${A}${B}`,
    'commas too many': `[{"quote": "桥要先修",}, {"quote": "the ferry stays", "role": "rebuttal",},]`,
    'line ends in texts': `{"quote": "桥要先修",\n "note": "a\nb"}\n{"quote": "the ferry stays"}`,
  };
  for (const [name, answer] of Object.entries(wrapped))
    it(`is read from ${name}, in pieces of any length`, () => {
      for (const length of [1, 2, 7, answer.length])
        assert.deepEqual(
          read(answer, length).entries.map(({ quote }) => quote),
          ['桥要先修', 'the ferry stays'],
        );
    });

  it('gives each entry as soon as it has ended', () => {
    const reader = new AnswerReader();
    assert.deepEqual(reader.push(`[${A.slice(0, -1)}`), []);
    assert.equal(reader.push('}, {"quo')[0]?.speaker, '林岚');
    assert.deepEqual(reader.push('te": "x'), []);
  });

  it('counts what breaks off, and what has a quotation of another type', () => {
    assert.deepEqual(read(`${A}\n{"quote": "the fer`), {
      entries: [{ quote: '桥要先修', speaker: '林岚' }],
      broken: 1,
    });
    assert.equal(read('{"quote": 7}\n{"quote": ""}\n{"quote": ["a"]}').broken, 3);
    assert.equal(read(`{"quote": "never closed, \n${A}`).broken, 1);
    assert.deepEqual(quotes(`{"quote": "never closed, \n${A}`), ['桥要先修']);
    assert.deepEqual(quotes('I am sorry, I can’t help with that.'), []);
    assert.deepEqual(quotes(''), []);
  });

  it('passes over fields of other types, and keys that it doesn’t know', () => {
    const [entry] = read(
      '{"quote": " a b ", "speaker": null, "role": 3, "stance": {"quoted": 1}, "__proto__": {"x": 1}, "y": 2}',
    ).entries;
    assert.equal(JSON.stringify(entry), '{"quote":"a b"}');
  });

  it('ends with too many entries, and with too much of anything', () => {
    const many = read(`[${Array.from({ length: 10_000 }, () => A).join(',')}]`);
    assert.equal(many.entries.length, 1_000);
    const started = performance.now();
    for (const sign of ['{', '{"quote":', '"', '\\', '{"a":{"', '}']) {
      const reader = new AnswerReader();
      for (let i = 0; i < 300; i++) reader.push(sign.repeat(10_000));
      assert.ok(reader.isFull);
      reader.end();
    }
    assert.ok(performance.now() - started < 20_000);
    assert.equal(quotes(`{"quote": "${'a'.repeat(30_000)}"}\n${A}`).at(-1), '桥要先修');
  }).timeout(60_000);

  it('never throws, and gives the same however it is cut', () => {
    const piece = fc.constantFrom('{', '}', '"', '\\', '\n', '"quote"', ':', A, ',', '[', 'x', ' ');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (parts, n) => {
          const answer = parts.join('');
          assert.deepEqual(read(answer, n), read(answer));
        },
      ),
      { numRuns: 300 },
    );
  });
});
