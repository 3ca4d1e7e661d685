import { readDate } from '../../../../../src/core/model/dates';
import { NAMES, type Item } from './queries';

/** Days as the calendar has them: of a month or a year, the first and the last. */
function days(date: string): readonly [first: number, last: number] {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
  if (day === undefined) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0)];
  return [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day)];
}

/** Quotation marks and white space are one each; wide letters are narrow ones. */
function plain(text: string): string {
  let out = '';
  for (const sign of text.normalize('NFKC').toLowerCase())
    if (!/\s/.test(sign)) out += '“”"\'「」『』'.includes(sign) ? "'" : sign;
    else if (!out.endsWith(' ')) out += ' ';
  return out;
}

/** What a few patterns mean, one after the other by hand. */
function isMatch(path: string, wanted: string): boolean {
  const parts = path.split('/');
  switch (wanted) {
    case './a.md':
      return path === 'a.md';
    case '*.md':
      return parts.length === 1 && path.endsWith('.md');
    case '**/*.md':
      return path.endsWith('.md');
    case 'articles/*':
      return parts.length === 2 && parts[0] === 'articles';
    case 'articles/**':
      return parts[0] === 'articles';
    case '**/[ab].md':
      return ['a.md', 'b.md'].includes(parts.at(-1) ?? '');
    case '{a.md,文.*}':
      return path === 'a.md' || path === '文.txt';
    default:
      return path === wanted;
  }
}

/** Whether one value of one key holds for an item: the contract's words, one after the other. */
function holds(key: string, value: string | null, item: Item, all: readonly Item[]): boolean {
  const { annotation, path, state, published } = item;
  const name = (speaker: string | undefined) => speaker && NAMES.listedAs(speaker);
  const date = annotation.date ?? (published === undefined ? undefined : readDate(published));
  const toHere = all.flatMap((other) =>
    (other.annotation.links ?? []).filter(({ target }) => target === annotation.id),
  );
  const isSame = (found: string | undefined) => (found ?? null) === value;
  switch (key) {
    case 'text': {
      if (value === null) return false;
      const quote = annotation.passages.map(({ exact }) => exact).join(' … ');
      const words = plain(value).trim();
      return plain(quote).includes(words) || plain(annotation.note ?? '').includes(words);
    }
    case 'speaker':
      return value === null
        ? annotation.speaker === undefined
        : name(annotation.speaker) === name(value);
    case 'tag':
      return value === null
        ? (annotation.tags ?? []).length === 0
        : annotation.tags?.includes(value) === true;
    case 'article':
      return value !== null && isMatch(path, value);
    case 'state':
      return isSame(state);
    case 'linked':
      if (value === null) return (annotation.links ?? []).length + toHere.length === 0;
      return (value.startsWith('<') ? toHere : (annotation.links ?? [])).some(
        ({ type }) => type === value.slice(1),
      );
    case 'since':
      if (value === null || date === undefined) return value === null && date === undefined;
      return days(date)[1] >= days(value)[0];
    case 'until':
      if (value === null || date === undefined) return value === null && date === undefined;
      return days(date)[0] <= days(value)[1];
    default:
      return isSame(annotation[key] as string | undefined);
  }
}

/** The items that a filter finds. */
export function naivelyFiltered(
  given: Readonly<Record<string, unknown>>,
  items: readonly Item[],
): Item[] {
  return items.filter((item) =>
    Object.entries(given).every(([key, value]) =>
      [value].flat().some((one) => holds(key, one as string | null, item, items)),
    ),
  );
}
