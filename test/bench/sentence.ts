import { lineStart } from '../../src/core/text/blocks/lineEdges';
import { PARSERS } from '../../src/core/text/blocks/markdownParser';
import { sentenceAt } from '../../src/core/text/sentence';
import { measure, timeRow, type Effort, type Row } from './measure';

const SECTION = [
  '## 小节\n\n闭门做饭**其实是一种**浪费，[成本](https://example.org/a)更高。The kitchens that cost less will stay.\n\n',
  '- one\n- two\n  - three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> a quotation\n> goes on\n\n',
  `${'一段正文。第二句话说得比较长一点。'.repeat(12)}\n\n`,
];
const WORDS = '闭门做饭其实是一种浪费，成本更高。Kitchens that cost less stay. ';

/**
 * The sentence at the cursor near the end of an article of so many bytes; the floor is one search
 * through the text, beside that stands how long the parser takes for all of it.
 */
export async function sentenceRows(bytes: number, goal: number, effort: Effort): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, part] of [
    ['prose', SECTION.join('')],
    ['a fence every 700 bytes', `${SECTION.join('')}\`\`\`sh\n# no heading\n\`\`\`\n\n`],
    ['a fence every 100 bytes', `${WORDS}\n\n\`\`\`sh\n# no heading\n\`\`\`\n\n`],
    ['a comment every 100 bytes', `${WORDS}\n\n<!-- of the editor -->\n\n`],
    ['one endless paragraph', WORDS],
    [
      'one endless paragraph, code and comments every 200 bytes',
      `${WORDS}${WORDS}\`\`\`x\`\`\` <!-- so -->. \n`,
    ],
  ] as const) {
    const text = part.repeat(Math.ceil(bytes / Buffer.byteLength(part)));
    const { ours, floor } = await measure(
      {
        ours: () => sentenceAt(text, text.length - 300),
        floor: () => text.indexOf('~~~', lineStart(text, 1)),
      },
      effort,
    );
    const started = performance.now();
    PARSERS.markdown.parse(text);
    const whole = Math.round(performance.now() - started);
    rows.push(
      timeRow(
        `sentence at the cursor, at the end of ${bytes / 1e6} MB, ${what} (parsing all of it: ${whole} ms)`,
        goal,
        { ours, floor },
      ),
    );
  }
  return rows;
}
