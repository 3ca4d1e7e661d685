import { Lexer } from 'yaml';

/** What the lexer puts before a scalar: a `#` behind it is no comment. */
const SCALAR = '\u001F';

/** The comments in some lines of YAML, from `#` on, each once. */
export function commentsIn(lines: string): Set<string> {
  const comments = new Set<string>();
  if (!lines.includes('#')) return comments;
  let before = '';
  for (const token of new Lexer().lex(lines)) {
    if (token.startsWith('#') && before !== SCALAR) comments.add(token.trimEnd());
    before = token;
  }
  return comments;
}
