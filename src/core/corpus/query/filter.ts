import * as l10n from '@vscode/l10n';
import { isIsoDate } from '../../model/dates';
import { RefusedError } from '../../model/problem';
import { isMapping } from '../../model/sameValue';
import { passageStates, quoteTypes } from '../../model/schema';
import { foldForSearch } from '../searchAnnotations';

/** What a filter can ask for, in the order in which it is told. */
export const FILTER_KEYS = [
  'text',
  'speaker',
  'role',
  'stance',
  'topic',
  'tag',
  'article',
  'creator',
  'state',
  'quoteType',
  'linked',
  'since',
  'until',
] as const;

export type FilterKey = (typeof FILTER_KEYS)[number];

/** One of the values that a key may have; null: not set. */
export type FilterValue = string | null;

/**
 * Which annotations are wanted: all keys must hold, of a key's values one must. Made by
 * `parseFilter` alone, so its values are of the right kind.
 */
export type Filter = { readonly [K in FilterKey]?: readonly FilterValue[] };

/** A filter, or all that is wrong with what was given for one. */
export interface ParsedFilter {
  /** Undefined where there are errors. */
  readonly filter?: Filter;
  /** Localised; each names the key and what it may have. */
  readonly errors: readonly string[];
}

/** A longer pattern is no path that somebody wrote. */
const LONGEST_PATH = 1_000;

/**
 * Reads a filter as commands, saved views and the command line give it: each value alone or in a
 * list. Unknown keys and values of the wrong kind are errors: passed over, they would show more
 * than was asked for.
 *
 * @param given undefined: nothing is asked for, and everything is found
 */
export function parseFilter(given: unknown): ParsedFilter {
  if (given === undefined) return { filter: {}, errors: [] };
  if (!isMapping(given)) return { errors: [l10n.t('“{0}” must have keys and values.', 'filter')] };
  const errors: string[] = [];
  const filter: { [K in FilterKey]?: readonly FilterValue[] } = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!isFilterKey(key)) {
      errors.push(
        l10n.t('“{0}” is no part of a filter. It can have: {1}.', key, FILTER_KEYS.join(', ')),
      );
      continue;
    }
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const wrong = values.filter((one) => one !== null).map((one) => whyWrong(key, one));
    const first = wrong.find((message) => message !== undefined);
    if (first === undefined) filter[key] = values as readonly FilterValue[];
    else errors.push(first);
  }
  return errors.length > 0 ? { errors } : { filter, errors };
}

/**
 * The filter that a command was given.
 *
 * @throws RefusedError with all that is wrong with it
 */
export function requireFilter(given: unknown): Filter {
  const { filter, errors } = parseFilter(given);
  if (filter === undefined) throw new RefusedError(errors.join(' '));
  return filter;
}

/** A filter that leaves a key open. */
export function withoutKey(filter: Filter, left: FilterKey): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => key !== left));
}

function isFilterKey(key: string): key is FilterKey {
  return (FILTER_KEYS as readonly string[]).includes(key);
}

/** What is wrong with a key's value; undefined if nothing is. */
function whyWrong(key: FilterKey, value: unknown): string | undefined {
  if (typeof value !== 'string')
    return l10n.t(
      '“{0}” of a filter must be text, null for what is not set, or a list of these.',
      key,
    );
  switch (key) {
    case 'since':
    case 'until':
      return isIsoDate(value)
        ? undefined
        : l10n.t('“{0}” must be a date: 2024, 2024-07 or 2024-07-04.', key);
    case 'state':
      return allowed(key, value, passageStates);
    case 'quoteType':
      return allowed(key, value, quoteTypes);
    case 'linked':
      return /^[<>]./su.test(value)
        ? undefined
        : l10n.t(
            '“{0}” must be a type of link with > (from here) or < (to here) before it, such as “<rebuts”.',
            key,
          );
    case 'text':
      return foldForSearch(value).trim() === '' ? mustNotBeEmpty(key) : undefined;
    case 'article':
      if (value.length > LONGEST_PATH) return l10n.t('“{0}” is too long.', key);
      return value === '' ? mustNotBeEmpty(key) : undefined;
    default:
      return value === '' ? mustNotBeEmpty(key) : undefined;
  }
}

function allowed(key: string, value: string, values: readonly string[]): string | undefined {
  return values.includes(value)
    ? undefined
    : l10n.t('“{0}” must be {1}.', key, values.map((one) => `"${one}"`).join(' | '));
}

function mustNotBeEmpty(key: string): string {
  return l10n.t('“{0}” must not be empty.', key);
}
