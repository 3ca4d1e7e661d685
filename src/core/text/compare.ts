/**
 * Orders texts by code point: the same on every machine and in every language, unlike a collation.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length - b.length;
  const [unitA, unitB] = [a.charCodeAt(i), b.charCodeAt(i)];
  const [surrogateA, surrogateB] = [isSurrogate(unitA), isSurrogate(unitB)];
  // A surrogate stands for a code point above all others, though its unit is below U+E000 to
  // U+FFFF.
  if (surrogateA === surrogateB) return unitA - unitB;
  return surrogateA ? 1 : -1;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
