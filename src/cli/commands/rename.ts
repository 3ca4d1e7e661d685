import * as l10n from '@vscode/l10n';
import { NAMED_FIELDS } from '../../core/rename/renaming';
import { command, EXIT, paths } from '../command';
import { openCorpus } from '../corpus/openCorpus';
import { renameEverywhere } from '../renameEverywhere';
import { tellTrouble } from '../sidecarTrouble';
import { Progress } from '../terminal';
import { UsageError } from '../usageError';

/** `claims rename`: another name for a speaker, a topic or a tag, or two that become one. */
export const rename = command(() => ({
  usage: 'rename <from> <to> [paths..]',
  describe: l10n.t(
    'renames a speaker, a topic or a tag; if the new name exists, the two become one',
  ),
  options: (yargs) =>
    yargs
      .positional('from', { type: 'string', demandOption: true, describe: l10n.t('the old name') })
      .positional('to', { type: 'string', demandOption: true, describe: l10n.t('the new name') })
      .positional('paths', paths(l10n.t('folders')))
      .option('field', {
        choices: NAMED_FIELDS,
        demandOption: true,
        describe: l10n.t('what it is the name of'),
      })
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') }),
  run: async ({ field, from, to, paths: given, json }, terminal) => {
    const name = to.trim();
    if (from === '' || name === '') throw new UsageError(l10n.t('A name must not be empty.'));
    const progress = new Progress(terminal, l10n.t('Reading:'));
    // A name means the same in the whole folder, whichever article of it is named.
    const opened = await openCorpus(given, {
      cwd: terminal.cwd,
      program: terminal.program,
      withOthers: true,
      onProgress: (done, total) => progress.report(done, total),
    });
    progress.end();
    const renaming = { field: field, from, to: name };
    const { annotations, articles, isInCodebook, isWhole } = await renameEverywhere(
      opened,
      renaming,
      terminal,
    );
    terminal.out(
      json === true
        ? `${JSON.stringify({ annotations, articles }, undefined, 2)}\n`
        : `${l10n.t('Annotations changed: {0}, in articles: {1}', annotations, articles)}\n`,
    );
    const isLeftOut = await tellTrouble(opened, terminal);
    const isFound = annotations > 0 || isInCodebook;
    if (!isFound) terminal.tell(`claims: ${l10n.t('There is no “{0}” to rename.', from)}\n`);
    return isWhole && !isLeftOut && isFound ? EXIT.fine : EXIT.failed;
  },
}));
