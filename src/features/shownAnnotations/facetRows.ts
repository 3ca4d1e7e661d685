import * as vscode from 'vscode';
import { groupValues } from '../../core/corpus/query/groupValues';
import { allRows } from '../../core/corpus/query/rows';
import type { FilterKey } from '../../core/corpus/query/filter';
import { printTypedFilter } from '../../core/corpus/query/typedFilter';
import { passageStates, quoteTypes } from '../../core/model/schema';
import type { Choice } from '../../ui/asking/ask';
import type { FilterWords } from '../../ui/sidebar/filterWords';
import { shownNumber } from '../../ui/numbers';
import type { Services } from '../services';

export type FacetSources = Pick<Services, 'codebooks' | 'index'>;

/** What a row of the filter's box does: takes what is typed, or types more. */
export type FacetRow = 'take' | { readonly typed: string };

/** The keys that rows offer, in their order. */
const OFFERED: readonly FilterKey[] = [
  'role',
  'stance',
  'speaker',
  'topic',
  'tag',
  'state',
  'linked',
  'quoteType',
  'creator',
];
/** So many values of a key are offered before one types more. */
const MOST_VALUES = 60;

/** The end of what is typed: a key with the beginning of a value, or the beginning of a key. */
const LAST_PART = /(?:(?<key>[^\s:："]+)[:：])?"?(?<begun>[^\s"]*)$/u;

/** The values that keys can have, counted once: keys are pressed quickly. */
export class FacetValues {
  private readonly known = new Map<FilterKey, readonly (readonly [string, number?])[]>();

  constructor(private readonly sources: FacetSources) {}

  /** With how many annotations have them, as far as that is known. */
  of(key: FilterKey): readonly (readonly [string, number?])[] {
    const values = this.known.get(key) ?? valuesOf(this.sources, key);
    this.known.set(key, values);
    return values;
  }
}

/** Rows for what may come next: values of the key that is typed, or keys. */
export function facetRows(
  values: FacetValues,
  words: FilterWords,
  typed: string,
): Choice<FacetRow>[] {
  const { key: named, begun = '' } = LAST_PART.exec(typed)?.groups ?? {};
  const before = typed.slice(0, typed.length - (LAST_PART.exec(typed)?.[0].length ?? 0));
  const key = named === undefined ? undefined : words.keyOf(named);
  if (key !== undefined) return valueRows(values, words, key, begun, before);
  return OFFERED.filter((one) => begins(words.nameOf(one), begun) || begins(one, begun)).map(
    (one) => ({
      label: `${words.nameOf(one)}:`,
      iconPath: new vscode.ThemeIcon('filter'),
      value: { typed: `${before}${one}:` },
    }),
  );
}

function valueRows(
  values: FacetValues,
  words: FilterWords,
  key: FilterKey,
  begun: string,
  before: string,
): Choice<FacetRow>[] {
  const rows = values
    .of(key)
    .map(([value, count]) => ({ value, count, name: words.valueOf(key, value) }))
    .filter(({ name, value }) => begun === '' || holds(name, begun) || holds(value, begun))
    .slice(0, MOST_VALUES)
    .map(({ value, count, name }): Choice<FacetRow> => ({
      label: name,
      description: count === undefined ? '' : shownNumber(count),
      value: { typed: `${before}${printTypedFilter({ [key]: [value] })} ` },
    }));
  const isOptional = key !== 'role' && key !== 'state';
  const none: Choice<FacetRow> = {
    label: vscode.l10n.t('not set'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    value: { typed: `${before}${key}: ` },
  };
  return begun === '' && isOptional ? [...rows, none] : rows;
}

/** The values that a key can have, with how many annotations have them, as far as that is known. */
function valuesOf(
  { codebooks, index }: FacetSources,
  key: FilterKey,
): (readonly [string, number?])[] {
  const { vocabulary } = codebooks;
  switch (key) {
    case 'state':
      return passageStates.map((state) => [state]);
    case 'quoteType':
      return quoteTypes.map((type) => [type]);
    case 'linked':
      return vocabulary.links.flatMap(({ id }) => [[`>${id}`], [`<${id}`]] as const);
    case 'role':
    case 'stance':
    case 'speaker':
    case 'topic':
    case 'tag':
    case 'creator':
      return countedValues(index, key);
    default:
      return [];
  }
}

function countedValues(
  { corpus }: FacetSources['index'],
  key: 'role' | 'stance' | 'speaker' | 'topic' | 'tag' | 'creator',
): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  const valuesOfRow = groupValues(key, { corpus, publishedOf: () => undefined });
  for (const row of allRows(corpus))
    for (const value of valuesOfRow(row))
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const begins = (text: string, begun: string) => fold(text).startsWith(fold(begun));
const holds = (text: string, begun: string) => fold(text).includes(fold(begun));
