import * as l10n from '@vscode/l10n';
import { FILTER_KEYS, parseFilter, type Filter, type FilterKey, type ParsedFilter } from './filter';

/** `key:value`, `key:"value"`, or a word; colons may be full-width, as on Chinese keyboards. */
const PART =
  /(?:(?<key>[^\s:：“”"]+)[:：])?(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s"]\S*))?/suy;

/**
 * Reads a filter as it is typed: `role:rebuttal speaker:"Li Yanhong" tax`. What isn't the value of
 * a key is text that is searched for, as one phrase; a key without a value means that it isn't set;
 * a key that stands twice may have either value.
 *
 * @param names other names of keys, such as those of the analyst's language
 */
export function parseTypedFilter(
  typed: string,
  names: ReadonlyMap<string, FilterKey> = new Map(),
): ParsedFilter {
  const given: Record<string, (string | null)[]> = {};
  const words: string[] = [];
  let at = 0;
  while (at < typed.length) {
    PART.lastIndex = at;
    const { key, quoted, plain } = PART.exec(typed)?.groups ?? {};
    const end = PART.lastIndex;
    const known = key === undefined ? undefined : keyNamed(key, names);
    const value = quoted?.replace(/\\(.)/gsu, '$1') ?? plain;
    if (known !== undefined) (given[known] ??= []).push(value === undefined ? null : value);
    else if (end > at)
      words.push(key === undefined && quoted !== undefined ? (value ?? '') : typed.slice(at, end));
    // White space, or a quotation mark that nothing closes.
    if (end > at) at = end;
    else {
      if (/\S/u.test(typed[at] ?? '')) words.push(typed[at] ?? '');
      at += 1;
    }
  }
  const text = words.join(' ').trim();
  const texts = [...(given['text'] ?? []), ...(text === '' ? [] : [text])];
  return parseFilter({ ...given, ...(texts.length > 0 && { text: texts }) });
}

/** A filter as it would be typed: read again, it is the same filter. */
export function printTypedFilter(filter: Filter): string {
  return FILTER_KEYS.flatMap((key) =>
    (filter[key] ?? []).map((value) => `${key}:${value === null ? '' : printValue(value)}`),
  ).join(' ');
}

/** A filter in words, for a line on the screen. */
export function describeFilter(
  filter: Filter,
  nameOf: (key: FilterKey) => string,
  valueOf: (key: FilterKey, value: string) => string,
): string {
  return FILTER_KEYS.flatMap((key) => {
    const values = filter[key];
    if (values === undefined) return [];
    const shown = values.map((value) => (value === null ? l10n.t('not set') : valueOf(key, value)));
    if (key === 'text') return [shown.map((text) => `“${text}”`).join(l10n.t(' or '))];
    return [`${nameOf(key)}: ${shown.join(l10n.t(' or '))}`];
  }).join(' · ');
}

function keyNamed(name: string, names: ReadonlyMap<string, FilterKey>): FilterKey | undefined {
  const folded = name.toLowerCase();
  return names.get(folded) ?? FILTER_KEYS.find((key) => key.toLowerCase() === folded);
}

function printValue(value: string): string {
  return /^[^\s"]+$/u.test(value) ? value : `"${value.replace(/["\\]/gu, String.raw`\$&`)}"`;
}
