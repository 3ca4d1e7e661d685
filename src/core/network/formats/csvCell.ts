/** What spreadsheets take for the beginning of a formula; the wide ones are taken so, too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;

/**
 * A cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe
 * before it; numbers stay as they are.
 */
export function printCsvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = withoutFormula(value);
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text that no spreadsheet runs. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
