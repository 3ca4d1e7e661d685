import * as l10n from '@vscode/l10n';
import { UNITS } from '../core/network/days';
import type { WindowOptions } from '../core/network/windows';
import { UsageError } from './usageError';

/** The options of a window that moves over time, for the declaration of a command. */
export const windowOptions = () =>
  ({
    'window-unit': {
      choices: UNITS,
      describe: l10n.t('moves a window over time: of days, weeks, months or years'),
    },
    'window-size': { ...number(), describe: l10n.t('how many of these it is long') },
    'window-step': { ...number(), describe: l10n.t('by how many of these it moves') },
  }) as const;

const number = () => ({ type: 'string', requiresArg: true, defaultDescription: '1' }) as const;

/** What a command was called with. */
interface Given {
  readonly 'window-unit'?: WindowOptions['unit'] | undefined;
  readonly 'window-size'?: string | undefined;
  readonly 'window-step'?: string | undefined;
}

/**
 * The window that is asked for; undefined: none.
 *
 * @throws UsageError if a number is wrong, or the unit is missing
 */
export function readWindow(given: Given): WindowOptions | undefined {
  const { 'window-unit': unit, 'window-size': size, 'window-step': step } = given;
  if (unit !== undefined)
    return { unit, size: count('--window-size', size), step: count('--window-step', step) };
  if (size !== undefined || step !== undefined) {
    const option = size !== undefined ? '--window-size' : '--window-step';
    throw new UsageError(l10n.t('“{0}” needs “{1}”.', option, '--window-unit'));
  }
  return undefined;
}

function count(option: string, given = '1'): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(l10n.t('“{0}” must be a whole number, 1 or more.', option));
}
