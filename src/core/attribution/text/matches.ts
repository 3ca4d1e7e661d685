/**
 * All matches of a global pattern that never matches nothing. `matchAll` copies the pattern each
 * time, which costs more than most searches where it is long and the text short.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    found.push(match);
  return found;
}
