import type { Utf16Range } from '../../text/range';
import { isWrapped } from './wrapping';

/** What a line of an article is. */
export type LineKind = 'text' | 'heading' | 'item' | 'quote';

/** A paragraph, heading or item, as a range of the plain text. */
export interface PlainLine extends Utf16Range {
  readonly kind: LineKind;
  /** How many blank lines stand before it. */
  readonly gap: number;
}

/** Signs in front of a line's words. */
const SIGNS = /^(?:[ \t\u3000]*(?:>[ \t]?)+)?[ \t\u3000]*(?:#{1,6}[ \t]+|[-*+•][ \t]+)?/;
/** Markup that readers don't see: images, link targets, emphasis, escapes, tags. */
const UNSEEN =
  /!\[[^\]\n]*\]\([^)\n]*\)|\]\([^)\n]*\)|\[(?=[^\]\n]{0,200}\]\()|\*+|~~|==|(?<![\p{L}\p{N}])__?(?=\S)|(?<=\S)__?(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~])|<\/?[a-z][^>\n]{0,200}>/giu;
/** A line without them has no markup. */
const MARKS = /[\]*~=_\\<]/;
/** A line that is nothing but emphasised words. */
const EMPHASISED = /^(?:\*\*|__)[^*\n]{1,60}(?:\*\*|__)\s*$/;
const SENTENCE_END = /[。！!；;…”"』」.：:，,]\s*$/;
/** A line without a stop is a heading up to this length; a sentence would have one. */
const HEADING_LENGTH = 34;

/**
 * The words of a stretch of an article as readers see them: without markup, one line a paragraph.
 * Offsets are converted both ways.
 */
export class PlainText {
  readonly text: string;
  readonly lines: readonly PlainLine[];
  /** Where kept pieces begin, in the article and in the plain text; both ascending. */
  private readonly rawStarts: number[] = [];
  private readonly plainStarts: number[] = [];
  private readonly rawEnd: number;
  private length = 0;

  /** @param range the stretch of the article; whole lines */
  constructor(article: string, range: Utf16Range) {
    this.rawEnd = range.end;
    const parts: string[] = [];
    const lines: PlainLine[] = [];
    const wrapped = isWrapped(article.slice(range.start, range.start + 20_000));
    let gap = 1;
    for (let at = range.start; at < range.end;) {
      const found = article.indexOf('\n', at);
      const end = found < 0 || found > range.end ? range.end : found;
      const raw = article.slice(at, end);
      if (raw.trim() === '') gap += 1;
      else {
        const last = lines.at(-1);
        const signs = SIGNS.exec(raw)?.[0] ?? '';
        const joins = wrapped && gap === 0 && last?.kind === 'text' && signs.trim() === '';
        if (last !== undefined) this.keep(parts, joins ? ' ' : '\n', at - 1);
        const start = joins ? last.start : this.length;
        this.keepWords(parts, raw, at, signs.length);
        const kind = joins ? 'text' : kindOf(raw, signs, gap);
        if (joins) lines.pop();
        lines.push({ start, end: this.length, kind, gap: joins ? last.gap : gap });
        gap = 0;
      }
      at = end + 1;
    }
    this.text = parts.join('');
    this.lines = lines;
  }

  /** Where a place of the article is in the plain text. */
  toPlain(raw: number): number {
    const index = lastAtMost(this.rawStarts, raw);
    if (index < 0) return 0;
    const start = this.plainStarts[index] ?? 0;
    const next = this.plainStarts[index + 1] ?? this.length;
    return Math.min(start + raw - (this.rawStarts[index] ?? 0), next);
  }

  /** Where a place of the plain text is in the article. */
  toRaw(plain: number): number {
    const index = lastAtMost(this.plainStarts, plain);
    if (index < 0) return this.rawEnd;
    return Math.min(
      (this.rawStarts[index] ?? 0) + plain - (this.plainStarts[index] ?? 0),
      this.rawEnd,
    );
  }

  /** Words of the plain text, as a range of the article. */
  rangeToRaw({ start, end }: Utf16Range): Utf16Range {
    const from = this.toRaw(start);
    return { start: from, end: end > start ? Math.max(from, this.toRaw(end - 1) + 1) : from };
  }

  /** The number of the line that holds a place; the last one before it where none does. */
  lineAt(plain: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.lines[middle]?.start ?? 0) <= plain) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** A line's words. */
  words(line: number): string {
    const { start, end } = this.lines[line] ?? { start: 0, end: 0 };
    return this.text.slice(start, end);
  }

  private keepWords(parts: string[], raw: string, offset: number, from: number): void {
    let at = from;
    const marked = MARKS.test(raw) ? raw.matchAll(UNSEEN) : [];
    for (const { 0: unseen, index } of marked) {
      if (index < at) continue;
      this.keep(parts, raw.slice(at, index), offset + at);
      at = index + unseen.length;
    }
    this.keep(parts, raw.slice(at).trimEnd(), offset + at);
  }

  private keep(parts: string[], words: string, raw: number): void {
    if (words === '') return;
    this.rawStarts.push(raw);
    this.plainStarts.push(this.length);
    parts.push(words);
    this.length += words.length;
  }
}

function kindOf(raw: string, signs: string, gap: number): LineKind {
  if (signs.includes('#')) return 'heading';
  if (signs.includes('>')) return 'quote';
  if (/[-*+•]/.test(signs)) return 'item';
  const words = raw.trim();
  if (EMPHASISED.test(words)) return 'heading';
  const isShort = words.length <= HEADING_LENGTH && /[\u3400-\u9fff]/.test(words);
  if (isShort && gap > 0 && !SENTENCE_END.test(words)) return 'heading';
  return 'text';
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
