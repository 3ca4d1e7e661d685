import {
  parser,
  Strikethrough,
  Table,
  TaskList,
  type InlineContext,
  type MarkdownConfig,
} from '@lezer/markdown';

/** What kind of text an article is: it decides what indentation means. */
export type TextKind = 'markdown' | 'plain';

const FOOTNOTE = /^\[\^[^\]\s]+\]:[ \t]*/;

/** Footnotes of GFM and Pandoc: a block of their own, with indented paragraphs. */
const Footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite: (_, line, indentation) => {
        const isBlank = line.pos === line.text.length;
        if (!isBlank && line.indent < line.baseIndent + indentation) return false;
        if (!isBlank) line.moveBaseColumn(line.baseIndent + indentation);
        return true;
      },
    },
    { name: 'FootnoteMark' },
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(context, line) {
        const label = FOOTNOTE.exec(line.text.slice(line.pos))?.[0];
        if (label === undefined) return false;
        const start = context.lineStart + line.pos;
        context.startComposite('FootnoteDefinition', line.pos, 4);
        context.addElement(context.elt('FootnoteMark', start, start + label.trimEnd().length));
        line.moveBase(line.pos + label.length);
        return null;
      },
      endLeaf: (_, line) => FOOTNOTE.test(line.text.slice(line.pos)),
    },
  ],
};

const PUNCTUATION = /[\p{P}\p{S}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const STRONG = { resolve: 'StrongEmphasis', mark: 'EmphasisMark' };
const EMPHASIS = { resolve: 'Emphasis', mark: 'EmphasisMark' };
const UNDERSCORE = { resolve: 'Emphasis', mark: 'EmphasisMark' };
const STRONG_UNDERSCORE = { resolve: 'StrongEmphasis', mark: 'EmphasisMark' };
const HIGHLIGHT = { resolve: 'Highlight', mark: 'HighlightMark' };

/**
 * Emphasis as its writers mean it. CommonMark takes `**甲说。**乙说` for plain asterisks, because a
 * mark between a full stop and a letter opens; between Han characters, which no space parts, it may
 * as well close (https://github.com/tats-u/markdown-cjk-friendly).
 */
const CjkEmphasis: MarkdownConfig = {
  defineNodes: [{ name: 'Highlight' }, { name: 'HighlightMark' }],
  parseInline: [
    {
      name: 'Emphasis',
      parse(context, next, start) {
        const sign = String.fromCharCode(next);
        if (sign !== '*' && sign !== '_') return -1;
        const end = runEnd(context, next, start);
        const { canOpen, canClose } = sides(context, start, end, sign === '_');
        const [one, two] = sign === '*' ? [EMPHASIS, STRONG] : [UNDERSCORE, STRONG_UNDERSCORE];
        // Of three signs in a row the outer ones are the strong ones, on both sides.
        const isSingleFirst = !canOpen && (end - start) % 2 === 1;
        let at = start;
        if (isSingleFirst) at = context.addDelimiter(one, at, at + 1, canOpen, canClose);
        while (at + 2 <= end) at = context.addDelimiter(two, at, at + 2, canOpen, canClose);
        if (at < end) at = context.addDelimiter(one, at, end, canOpen, canClose);
        return end;
      },
    },
    {
      name: 'Highlight',
      after: 'Emphasis',
      parse(context, next, start) {
        const end = next === 61 ? runEnd(context, next, start) : start;
        if (end !== start + 2) return -1;
        const { canOpen, canClose } = sides(context, start, end, false);
        return context.addDelimiter(HIGHLIGHT, start, end, canOpen, canClose);
      },
    },
  ],
};

function runEnd(context: InlineContext, sign: number, start: number): number {
  let end = start + 1;
  while (context.char(end) === sign) end++;
  return end;
}

/** What a run of emphasis signs may do, by what stands beside it (CommonMark 0.31, 6.2). */
function sides(
  context: InlineContext,
  start: number,
  end: number,
  isUnderscore: boolean,
): { canOpen: boolean; canClose: boolean } {
  const [before, after] = [context.slice(start - 1, start), context.slice(end, end + 1)];
  const isSpace = (text: string) => text.trim() === '';
  const [pBefore, pAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
  const leftFlanking =
    !isSpace(after) && (!pAfter || isSpace(before) || pBefore || CJK.test(before));
  const rightFlanking =
    !isSpace(before) && (!pBefore || isSpace(after) || pAfter || CJK.test(after));
  return {
    canOpen: leftFlanking && (!isUnderscore || !rightFlanking || pBefore),
    canClose: rightFlanking && (!isUnderscore || !leftFlanking || pAfter),
  };
}

const markdown = parser.configure([Table, TaskList, Strikethrough, Footnotes, CjkEmphasis]);

/**
 * The parsers of CommonMark with GitHub's tables, tasks and strikethrough, footnotes, `==…==`, and
 * emphasis between Han characters. Positions are UTF-16 units. In plain text, indented lines are no
 * code.
 */
export const PARSERS: Readonly<Record<TextKind, typeof markdown>> = {
  markdown,
  plain: markdown.configure({ remove: ['IndentedCode'] }),
};

/** The kind of text that a document of this language id holds. */
export function textKind(languageId: string): TextKind {
  return /^(?:markdown|mdx?|rmd|quarto)$/i.test(languageId) ? 'markdown' : 'plain';
}
