import { CODED, type PackedArticle, type PackedArticles } from './packArticles';

/** One article among packed ones that still have strings of their own. */
export interface PackedSource {
  readonly packed: PackedArticles;
  readonly article: PackedArticle;
}

/** Some articles, taken out of what they were packed in, as a set of their own: all is copied. */
export function selectPacked(sources: readonly PackedSource[]): PackedArticles {
  const sum = (sizeOf: (article: PackedArticle) => number) =>
    sources.reduce((total, { article }) => total + sizeOf(article), 0);
  const count = sum(({ first, end }) => end - first);
  const codes = new Uint32Array(count * CODED.length);
  const times = new Float64Array(count);
  const lines = new Uint32Array(count);
  const marks = new Uint8Array(count);
  const starts = new Uint32Array(count);
  const text = new Uint8Array(sum(({ from, to }) => to - from));
  const strings = new Map<string, number>();
  const tables = new Map<PackedArticles, Uint32Array>();
  let [row, offset] = [0, 0];
  const articles = sources.map(({ packed, article }): PackedArticle => {
    const { first, end, from, to } = article;
    const table = tables.get(packed) ?? new Uint32Array(packed.strings.length + 1);
    tables.set(packed, table);
    for (let i = first * CODED.length, n = row * CODED.length; i < end * CODED.length; i++, n++)
      codes[n] = codeIn(strings, table, packed.strings, packed.codes[i] ?? 0);
    times.set(packed.times.subarray(first, end), row);
    lines.set(packed.lines.subarray(first, end), row);
    marks.set(packed.marks.subarray(first, end), row);
    starts.set(packed.starts.subarray(first, end), row);
    text.set(packed.text.subarray(from, to), offset);
    const moved = {
      ...article,
      first: row,
      end: row + end - first,
      from: offset,
      to: offset + to - from,
    };
    [row, offset] = [moved.end, moved.to];
    return moved;
  });
  return { strings: [...strings.keys()], codes, times, lines, marks, starts, text, articles };
}

/**
 * The code that a text gets among others.
 *
 * @param table the codes that are known already, by the codes that the texts had before
 */
function codeIn(
  strings: Map<string, number>,
  table: Uint32Array,
  before: readonly string[],
  code: number,
): number {
  if (code === 0) return 0;
  const known = table[code];
  if (known !== undefined && known !== 0) return known;
  const text = before[code - 1] ?? '';
  const made = strings.get(text) ?? strings.size + 1;
  strings.set(text, made);
  table[code] = made;
  return made;
}
