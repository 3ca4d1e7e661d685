import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PARSERS } from '../../../../../src/core/text/blocks/markdownParser';
import { VerbatimBlocks, type Opener } from '../../../../../src/core/text/blocks/verbatimBlocks';
import { sentenceAt } from '../../../../../src/core/text/sentence';

interface Block {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const VERBATIM = /^(?:FencedCode|CommentBlock|ProcessingInstructionBlock)$/;

/** All blocks that a parse of the whole text finds, those inside others too. */
function blocksOf(text: string): {
  readonly all: readonly Block[];
  readonly top: readonly Block[];
} {
  const all: Block[] = [];
  const top: Block[] = [];
  PARSERS.markdown.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      all.push({ name, from, to });
      if (node.parent?.name === 'Document') top.push({ name, from, to });
    },
  });
  return { all, top };
}

function allOpeners(text: string): Opener[] {
  const blocks = new VerbatimBlocks(text);
  const found: Opener[] = [];
  for (let safe = 0; ;) {
    const opener = blocks.next(safe);
    if (opener === undefined) return found;
    found.push(opener);
    safe = opener.end ?? text.indexOf('\n', opener.index) + 1;
  }
}

describe('blocks in which all signs stand for themselves', () => {
  it('end where the parser ends them, and none is passed over (property)', () => {
    const starts = ['', '', '', ' ', '   ', '    ', '\t', '> ', '- ', '1. ', '[^a]: ', '| ', '-'];
    const words = [
      ...['```', '```sh', '````', '~~~', '~~~~ a', '``` a ` b', '```x``` words', 'a ```x``` b'],
      ...['<!-- c -->', '<!-- c', '-->', 'c --> d', '<!-->', '<? x', '?>', '<!DOC x', '>', ']]>'],
      ...['<![CDATA[', '<script>', '</script>', '<script', '<prefix>', '<div>', '</div>', '<pre>'],
      ...['</pre> a', '<!doctype html>', '``` ', '```\t', ' ```', '<div> <!-- x', '~~~a~~~ b'],
      ...[
        'Words here. And more.',
        '一句话。第二句。',
        'a',
        '',
        '',
        '',
        '',
        '---',
        '===',
        '`a` ```b',
      ],
    ];
    const line = fc
      .tuple(fc.constantFrom(...starts), fc.constantFrom(...words))
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
        const text = `${lines.join('\n')}\n`;
        const { all, top } = blocksOf(text);
        const blocks = new VerbatimBlocks(text);
        for (let safe = 0; ;) {
          const opener = blocks.next(safe);
          const passedTo = opener?.index ?? text.length;
          const passed = all.filter(
            ({ name, from, to }) =>
              VERBATIM.test(name) && from >= safe && from < passedTo && to < text.length - 1,
          );
          assert.deepEqual(passed, [], JSON.stringify({ text, safe }));
          if (opener === undefined) return;
          const { index, end } = opener;
          if (end !== undefined) {
            const block = all.find(({ name, from }) => from === index && name !== 'Document');
            assert.match(block?.name ?? '', /Code|Block$/, JSON.stringify({ text, index }));
            assert.equal(end, (block?.to ?? NaN) + 1, JSON.stringify({ text, index }));
          }
          const inside = top.find(({ from, to }) => from <= index && index < to);
          safe = end ?? text.indexOf('\n', inside?.to ?? index) + 1;
          if (safe === 0) return;
        }
      }),
      { numRuns: 4_000 },
    );
  });

  it('need no parser at the left edge, however many they are', () => {
    for (const part of [
      'Words.\n\n```sh\n# none\n```\n\n',
      '```\na\n```\n',
      'Words.\n<!-- a comment\n\nof two -->\n',
      '<script>\n\n</script>\n\n',
      '~~~~\n```\n~~~\n   ~~~~ \nWords with ```code``` and <!-- a comment -->.\n',
    ]) {
      const openers = allOpeners(part.repeat(10_000));
      assert.equal(openers.length, 10_000, part);
      assert.ok(
        openers.every(({ end }, i) => end !== undefined && end > part.length * i),
        part,
      );
    }
  });

  it('are no hurdle in a line or paragraph that has thousands of their signs', () => {
    const words = 'Words with ```code```, <!-- a comment --> and more. ';
    assert.deepEqual(allOpeners(words.repeat(20_000)), []);
    assert.deepEqual(allOpeners(`${words}\n`.repeat(20_000)), []);
  });

  it('leave the same sentences around them as a short text has', () => {
    const ends = ['One is here. Two is he¦re. Three.', '第一句。第二¦句。', '- item. More¦ words.'];
    const parts = ['```\na\n\n```\n\n', '<!-- a\n\nb -->\n\n', 'Words. ```b```\nMore.\n\n'];
    for (const end of ends) {
      for (const part of parts) {
        const [before, after] = end.split('¦') as [string, string];
        const wordsIn = (front: string) => {
          const text = `${front}${before}${after}\n\n${part}`;
          const range = sentenceAt(text, front.length + before.length);
          return text.slice(range.start, range.end);
        };
        assert.equal(wordsIn(part.repeat(5_000)), wordsIn(part));
        assert.notEqual(wordsIn(part), '');
      }
    }
  });
});
