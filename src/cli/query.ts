import * as l10n from '@vscode/l10n';
import type { Argv } from 'yargs';
import { cacheOption } from './cacheOption';
import { EXIT, paths, type ExitCode } from './command';
import { filterRows, type FilteredRows } from './corpus/filterRows';
import { openCorpus, type OpenedCorpus } from './corpus/openCorpus';
import { filterOf, filterOption } from './filterOption';
import { tellTrouble } from './sidecarTrouble';
import { Progress, type Terminal } from './terminal';

/** What a question about some annotations was called with. */
export interface QueryArguments {
  readonly paths: readonly string[];
  readonly filter: readonly string[];
  readonly cache: boolean;
}

/** The arguments of such a question, for its command's declaration. */
export const queryOptions = (yargs: Argv) =>
  yargs
    .positional('paths', paths(l10n.t('folders, articles or sidecars')))
    .option('filter', filterOption())
    .options(cacheOption());

/** The annotations that a question is about. */
export interface Queried extends FilteredRows {
  readonly opened: OpenedCorpus;
  readonly onProgress: (done: number, total: number) => void;
}

/** What an answer needs beside the annotations that it is about. */
export interface QueryNeeds {
  /** Links from what else is in their folders. */
  readonly links?: boolean;
  /** The dates of articles. */
  readonly dates?: boolean;
}

/** Reads what a question is about, prints the answer, and says what is left out of it. */
export async function answerQuery(
  { paths: given, filter: conditions, cache }: QueryArguments,
  terminal: Terminal,
  { links = false, dates = false }: QueryNeeds,
  answer: (queried: Queried) => string | Promise<string>,
): Promise<ExitCode> {
  const filter = filterOf(conditions);
  const progress = new Progress(terminal, l10n.t('Reading:'));
  const onProgress = (done: number, total: number) => progress.report(done, total);
  const opened = await openCorpus(given, {
    cwd: terminal.cwd,
    program: terminal.program,
    withOthers: links || filter.linked !== undefined,
    withCache: cache,
    onProgress,
  });
  const filtered = await filterRows(opened, filter, dates, onProgress);
  const text = await answer({ ...filtered, opened, onProgress });
  progress.end();
  terminal.out(text);
  opened.keep();
  return (await tellTrouble(opened, terminal)) ? EXIT.failed : EXIT.fine;
}
