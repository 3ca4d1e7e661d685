import * as l10n from '@vscode/l10n';

/** The option `--no-cache` of a command, for its declaration: without it, `cache` is true. */
export const cacheOption = () =>
  ({
    // This one is for the help only: the parser takes its `no-` for a negation.
    'no-cache': {
      type: 'boolean',
      describe: l10n.t('reads all files, also those that are as they were the last time'),
    },
    cache: { type: 'boolean', default: true, hidden: true },
  }) as const;
