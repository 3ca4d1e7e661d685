import * as l10n from '@vscode/l10n';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exportDocument, printExport } from '../../core/exchange/exportDocument';
import type { ExportDocument } from '../../core/model/types';
import { updateFile } from '../../disk/updateFile.node';
import { cacheOption } from '../cacheOption';
import { command, EXIT, paths } from '../command';
import { openCorpus } from '../corpus/openCorpus';
import { tellTrouble } from '../sidecarTrouble';
import { Progress } from '../terminal';

/** A form in which annotations can be exported. */
interface Format {
  /** The file's name, where a folder was given. */
  readonly file: string;
  readonly print: (document: ExportDocument) => string;
}

const JSON_FORMAT: Format = { file: 'claims.json', print: printExport };
const FORMATS: Readonly<Record<string, Format>> = { json: JSON_FORMAT };

/** `claims export`: all that is known, for other programs. */
export const exportCommand = command(() => ({
  usage: 'export [paths..]',
  describe: l10n.t('prints or writes everything for other programs'),
  options: (yargs) =>
    yargs
      .positional('paths', paths(l10n.t('folders, articles or sidecars')))
      .option('format', {
        choices: Object.keys(FORMATS),
        defaultDescription: 'json',
        describe: l10n.t('in which form'),
      })
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') })
      .conflicts('json', 'format')
      .option('output', {
        type: 'string',
        requiresArg: true,
        describe: l10n.t('the file to write, or a folder for it'),
      })
      .options(cacheOption()),
  run: async ({ paths: given, format, output, cache }, terminal) => {
    const progress = new Progress(terminal, l10n.t('Reading:'));
    const opened = await openCorpus(given, {
      cwd: terminal.cwd,
      program: terminal.program,
      withCache: cache,
    });
    const articles = [];
    for (const article of opened.selected) {
      articles.push(await opened.place(article));
      progress.report(articles.length, opened.selected.length);
    }
    progress.end();
    const { file, print } = FORMATS[format ?? 'json'] ?? JSON_FORMAT;
    const text = print(exportDocument(articles, opened.codebook));
    if (output === undefined) terminal.out(text);
    else {
      const target = resolve(terminal.cwd, output);
      const found = await stat(target).catch(() => undefined);
      const path = found?.isDirectory() === true ? join(target, file) : target;
      await updateFile(path, () => new TextEncoder().encode(text));
    }
    opened.keep();
    const unreadable = articles.filter((article) => article.unreadable !== undefined);
    for (const { path, unreadable: why = '' } of unreadable)
      terminal.tell(`${path}: ${l10n.t('error: the article can’t be read: {0}', why)}\n`);
    const isLeftOut = await tellTrouble(opened, terminal);
    return isLeftOut || unreadable.length > 0 ? EXIT.failed : EXIT.fine;
  },
}));
