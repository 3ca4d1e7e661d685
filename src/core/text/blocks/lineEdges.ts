/** Where the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of `offset` ends, without its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** `offset`, moved before a character that it would cut in two. */
export function wholeCharacter(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))
    ? offset - 1
    : offset;
}

/** Whether `text` holds nothing but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
