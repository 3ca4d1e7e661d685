/**
 * An article's text as sidecars count it: without a byte-order mark, CRLF and lone CR read as LF
 * (what Python's `open(path, encoding="utf-8-sig").read()` gives).
 */
export function toArticleText(decoded: string): string {
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The line end that a file uses most, LF for a file without any: what new lines in it are written
 * with.
 */
export function dominantLineEnding(text: string): '\n' | '\r\n' {
  if (!text.includes('\r\n')) return '\n';
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  return crlf > lf ? '\r\n' : '\n';
}
