import * as l10n from '@vscode/l10n';
import { parseFilter, type Filter } from '../core/corpus/query/filter';
import { UsageError } from './usageError';

/** The option `--filter` of a command, for its declaration. */
export const filterOption = () =>
  ({
    type: 'string',
    array: true,
    nargs: 1,
    default: [] as string[],
    defaultDescription: '',
    describe: l10n.t('KEY=VALUE, repeatable; KEY= for not set; for one key, one of its values'),
  }) as const;

/**
 * The filter of some `KEY=VALUE`; of a key that is given more than once, one of the values.
 *
 * @throws UsageError with all that is wrong
 */
export function filterOf(given: readonly string[]): Filter {
  const values = new Map<string, (string | null)[]>();
  for (const one of given) {
    const at = one.indexOf('=');
    if (at <= 0) throw new UsageError(l10n.t('“{0}” must be KEY=VALUE.', one));
    const key = one.slice(0, at);
    values.set(key, [...(values.get(key) ?? []), one.slice(at + 1) || null]);
  }
  const { filter, errors } = parseFilter(Object.fromEntries(values));
  if (filter === undefined) throw new UsageError(errors.join('\n'));
  return filter;
}
