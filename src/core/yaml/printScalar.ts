/**
 * Prints one text as a YAML scalar that every reader takes for that same text: YAML 1.2 and 1.1
 * alike.
 *
 * The `yaml` library's `compat: 'yaml-1.1'` comes close, but PyYAML (YAML 1.1) still rejects or
 * alters tabs, U+0085, U+2028, C1 controls, non-characters and a lone `=` in plain scalars; so a
 * text is written plain only if it is harmless by a narrow rule, and otherwise in double quotes
 * with escapes (YAML 1.1 specification, section 5.6; 1.2.2, section 5.7).
 */
export function printScalar(text: string, where: 'block' | 'flow' = 'block'): string {
  return isPlain(text, where) ? text : `"${escapeText(text)}"`;
}

/**
 * Prints several lines as a literal block (`|`), which keeps a note readable; undefined where a
 * block can't hold the text.
 *
 * @param indent the indentation of the block's lines, deeper than that of its key
 */
export function printLiteralBlock(text: string, indent: string, eol: string): string | undefined {
  const lines = text.split('\n');
  const body = text.endsWith('\n') ? lines.slice(0, -1) : lines;
  const safe =
    lines.length > 1 &&
    body.at(-1) !== '' &&
    !/^\s/.test(text) &&
    !body.some((line) => /\s$/.test(line)) &&
    !NEEDS_ESCAPE.test(text.replaceAll('\n', ''));
  if (!safe) return undefined;
  const header = text.endsWith('\n') ? '|' : '|-';
  return [header, ...body.map((line) => (line === '' ? '' : indent + line))].join(eol);
}

/**
 * First characters that no reader takes for an indicator: letters, digits, and the punctuation of
 * running text outside ASCII.
 */
const PLAIN_START = /^[\p{L}\p{Nd}“”‘’「」『』《》〈〉（）【】，。、；：？！…—·～]/u;
/** Where a plain scalar would end, or a comment start. */
const PLAIN_STOP = /: |:$| #|^\s|\s$/;
/** What ends a plain scalar between brackets; the question mark does in PyYAML. */
const FLOW_INDICATOR = /[,:?[\]{}]/;
/**
 * What YAML 1.1 reads as null, a truth value, a merge or default key, or (one library) a number; in
 * any mix of cases, to be on the safe side.
 */
const OTHER_TYPE = /^(?:null|true|false|yes|no|on|off|y|n|~|=|<<|e[-+]?\d+)$/i;
/**
 * Numbers, dates, times and sexagesimal numbers are all ASCII and start so; quoting other such
 * texts too does no harm.
 */
const NUMBER_LIKE = /^[\p{ASCII}]*$/u;

/**
 * What must be escaped: everything that YAML 1.1 doesn't count as printable or takes for a line
 * break, and what an editor doesn't show (format characters but the joiners that emoji and some
 * scripts need).
 */
const NEEDS_ESCAPE =
  /[\0-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]|(?![\u200c\u200d])\p{Cf}|\p{Cs}/u;

function isPlain(text: string, where: 'block' | 'flow'): boolean {
  const isTextToAll =
    PLAIN_START.test(text) &&
    !PLAIN_STOP.test(text) &&
    !NEEDS_ESCAPE.test(text) &&
    !OTHER_TYPE.test(text);
  if (!isTextToAll) return false;
  if (/^[0-9]/.test(text) && NUMBER_LIKE.test(text)) return false;
  return where === 'block' || !FLOW_INDICATOR.test(text);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

function escapeText(text: string): string {
  return Array.from(
    text,
    (character) =>
      SHORT_ESCAPES[character] ??
      (NEEDS_ESCAPE.test(character) ? escapeCharacter(character) : character),
  ).join('');
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\U${hex(code, 8)}`;
  return code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
