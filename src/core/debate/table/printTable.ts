import { printCsvCell, withoutFormula } from '../../network/formats/csvCell';
import { shownText } from '../../text/shownText';

/** How a table can be copied: as spreadsheets paste it, as a file, for a text. */
export const TABLE_FORMATS = ['tsv', 'csv', 'markdown'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

type Cell = string | number;

/**
 * A table as text, its heads first. No cell is run as a formula by a spreadsheet, and none is
 * markup in Markdown.
 */
export function printTable(
  format: TableFormat,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  switch (format) {
    case 'csv':
      return [heads, ...rows].map((cells) => `${cells.map(printCsvCell).join(',')}\r\n`).join('');
    case 'tsv':
      return [heads, ...rows].map((cells) => `${cells.map(printTabbed).join('\t')}\r\n`).join('');
    case 'markdown': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
      const rule = line(heads.map(() => '---'));
      return [
        line(heads.map(printMarkdown)),
        rule,
        ...rows.map((cells) => line(cells.map(printMarkdown))),
      ].join('');
    }
  }
}

/** Spreadsheets take quotation marks around what has tabs and line ends in it. */
function printTabbed(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = withoutFormula(cell);
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What Markdown takes for more than text inside a cell; addresses become links by themselves. */
const MARKUP = /[\\`*_[\]<>|~&!$:@]|\bwww(?=\.)/giu;

function printMarkdown(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const line = shownText(cell).trim().replace(/\s+/gu, ' ');
  return line.replace(MARKUP, (sign) => (sign.length > 1 ? `${sign}\u2060` : `\\${sign}`));
}
