/** Lines of wrapped texts are about as long as a page is wide, in characters. */
const NARROWEST = 40;
const WIDEST = 100;
/** This share of the lines must go on in the next one. */
const SHARE = 0.4;

/** Whether a text's lines were broken at a page's width, so that a paragraph has several. */
export function isWrapped(text: string): boolean {
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const goOn = lines.filter(
    (line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '',
  );
  if (goOn.length < 3 || goOn.length < SHARE * filled.length) return false;
  const sorted = goOn.map(({ length }) => length).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  const long = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return middle >= NARROWEST && long <= WIDEST && /[a-z]{3} [a-z]/.test(text);
}
