/** A part of a text that can be read alone, also while others are half typed. UTF-16 offsets. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  /** The key at the top whose list the block is an item of; undefined for what isn't an item. */
  readonly section: string | undefined;
}

/** A key that stands at a line's begin, with its colon. */
const KEY = /(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'[\]{},&*!|>%@`-][^\n:]*)):(?=[ \t\r\n]|$)/y;
/** What stands behind a key whose value begins on a line of its own. */
const NOTHING_BEHIND = /[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;
/** The dash of a list's item. */
const DASH = /( *)-(?=[ \t\r\n]|$)/y;

/**
 * Cuts a sidecar's or codebook's text by its lines alone: at the keys that stand at a line's begin,
 * and at the items of the lists below them. What is broken in one block spoils no other.
 *
 * @returns blocks without gaps from the text's start to its end; at least one
 */
export function cutText(text: string): TextBlock[] {
  // A text in braces is one value.
  if (/^\s*[[{]/.test(text)) return [{ start: 0, end: text.length, section: undefined }];
  const starts: { readonly start: number; readonly section: string | undefined }[] = [];
  let section: string | undefined;
  let indent: number | undefined;
  let mayBeList = false;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const sign = text.charAt(at);
    const key = ' \t\r\n#-'.includes(sign) ? undefined : keyAt(text, at);
    if (key !== undefined) {
      ({ name: section, mayBeList } = key);
      indent = undefined;
      starts.push({ start: at, section: undefined });
    } else if (sign === ' ' || sign === '-') {
      const dash = mayBeList ? matchAt(DASH, text, at) : null;
      if (dash === null) continue;
      indent ??= dash[1]?.length ?? 0;
      if (indent === (dash[1]?.length ?? 0)) starts.push({ start: at, section });
    } else if (/[\p{L}"']/u.test(sign)) {
      // A key that is being typed: what follows still belongs to the list before.
      starts.push({ start: at, section: undefined });
    }
  }
  if (starts[0]?.start !== 0) starts.unshift({ start: 0, section: undefined });
  return starts.map((one, i) => ({ ...one, end: starts[i + 1]?.start ?? text.length }));
}

function keyAt(
  text: string,
  at: number,
): { readonly name: string; readonly mayBeList: boolean } | undefined {
  const key = matchAt(KEY, text, at);
  if (key === null) return undefined;
  const name = (key[1] ?? key[2] ?? key[3] ?? '').trim();
  return { name, mayBeList: matchAt(NOTHING_BEHIND, text, at + key[0].length) !== null };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/**
 * Whether a text may stand in a block: as it is, or with escapes, which only reading the block
 * tells.
 */
export function isInBlock(text: string, { start, end }: TextBlock, words: string): boolean {
  const part = text.slice(start, end);
  return part.includes(words) || part.includes('\\') || words.includes("'") || /\s/.test(words);
}
