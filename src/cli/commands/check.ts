import * as l10n from '@vscode/l10n';
import { shownText } from '../../core/text/shownText';
import { checkCorpus, type LocatedFinding } from '../check/checkCorpus';
import { cacheOption } from '../cacheOption';
import { sarif } from '../check/sarif';
import { command, EXIT, paths } from '../command';
import { openCorpus } from '../corpus/openCorpus';
import { shownPath } from '../location';
import { Progress } from '../terminal';

/** `claims check`: what is wrong, as compilers say it. */
export const check = command(() => ({
  usage: 'check [paths..]',
  describe: l10n.t('says what is wrong with sidecars, codebooks and annotations'),
  options: (yargs) =>
    yargs
      .positional('paths', paths(l10n.t('folders, articles or sidecars')))
      .option('sarif', {
        type: 'boolean',
        describe: l10n.t('as SARIF 2.1.0, for code hosts'),
      })
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') })
      .conflicts('sarif', 'json')
      .option('strict', {
        type: 'boolean',
        describe: l10n.t('ends with 1 for warnings, too'),
      })
      .options(cacheOption()),
  run: async ({ paths: given, sarif: asSarif, json, strict, cache }, terminal) => {
    const progress = new Progress(terminal, l10n.t('Checking:'));
    const opened = await openCorpus(given, {
      cwd: terminal.cwd,
      program: terminal.program,
      withOthers: true,
      withCache: cache,
    });
    const findings: LocatedFinding[] = [];
    let done = 0;
    for await (const found of checkCorpus(opened)) {
      findings.push(...found);
      progress.report(++done, opened.selected.length);
    }
    progress.end();
    const pathOf = (file: string) => shownPath(terminal.cwd, file);
    if (asSarif) terminal.out(printed(sarif(findings, pathOf)));
    else if (json)
      terminal.out(printed(findings.map((one) => ({ ...one, file: pathOf(one.file) }))));
    else for (const finding of findings) terminal.out(lineOf(finding, pathOf(finding.file)));
    opened.keep();
    const isFailed = ({ severity }: LocatedFinding) =>
      severity === 'error' || (strict === true && severity === 'warning');
    return findings.some(isFailed) ? EXIT.failed : EXIT.fine;
  },
}));

function lineOf({ line, column, severity, message }: LocatedFinding, path: string): string {
  const text = shownText(message).replace(/\s+/g, ' ');
  return `${path}:${line}:${column}: ${severity}: ${text}\n`;
}

function printed(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
