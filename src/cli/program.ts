import * as l10n from '@vscode/l10n';
import yargs, { type Argv } from 'yargs';
import { EXIT, type Command, type ExitCode } from './command';
import { check } from './commands/check';
import { dossier } from './commands/dossier';
import { exportCommand } from './commands/export';
import { gaps } from './commands/gaps';
import { list } from './commands/list';
import { network } from './commands/network';
import { rename } from './commands/rename';
import { same } from './commands/same';
import { stats } from './commands/stats';
import { suggest } from './commands/suggest';
import { turns } from './commands/turns';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** In the order in which `--help` lists them. */
const COMMANDS: readonly Command[] = [
  list,
  exportCommand,
  check,
  gaps,
  turns,
  same,
  network,
  dossier,
  stats,
  suggest,
  rename,
];

/** Runs the program with some arguments; what it ends with. */
export async function runClaims(
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = declare(terminal, version, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, {}, (_error, _args, output) => {
      // What yargs itself has to say: help, the version, a completion.
      if (output !== '') terminal.out(`${output}\n`);
    });
    return code;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    terminal.tell(`claims: ${messageOf(error)}\n`);
    if (isUsage) terminal.tell(`${l10n.t('“claims --help” says how it is used.')}\n`);
    return isUsage ? EXIT.wrongUsage : EXIT.failed;
  }
}

function declare(terminal: Terminal, version: string, ended: (code: ExitCode) => void): Argv {
  const program = yargs()
    .scriptName('claims')
    .usage(l10n.t('claims COMMAND [paths…]: the annotations of articles, without VS Code'))
    // Words stay as they are written: 007 is a name, too.
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'dot-notation': false,
      'camel-case-expansion': false,
      'greedy-arrays': false,
    })
    .locale('en')
    .updateStrings(strings())
    .version(version)
    .help()
    .strict()
    .demandCommand(1, l10n.t('Which command?'))
    .recommendCommands()
    .completion('completion', l10n.t('prints what lets bash or zsh complete commands and options'))
    .wrap(null)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // The parser's own errors are about how it was called.
      if (error === undefined || error.name === 'YError') throw new UsageError(message ?? '');
      throw error;
    });
  for (const add of COMMANDS) add(program, terminal, ended);
  return program;
}

/** The parser's own words, in which `%s` stands for values. */
function strings(): Record<string, string> {
  const texts = {
    'Commands:': l10n.t('Commands:'),
    'Options:': l10n.t('Options:'),
    'Positionals:': l10n.t('Arguments:'),
    'Show help': l10n.t('shows this'),
    'Show version number': l10n.t('shows the version'),
    'Invalid values:': l10n.t('Such a value is not possible:'),
    'Argument: %s, Given: %s, Choices: %s': l10n.t('{0}: {1}; possible are {2}', '%s', '%s', '%s'),
    'Arguments %s and %s are mutually exclusive': l10n.t(
      '“{0}” and “{1}” exclude each other.',
      '%s',
      '%s',
    ),
    'Not enough arguments following: %s': l10n.t('A value must follow: {0}', '%s'),
    'Did you mean %s?': l10n.t('Did you mean “{0}”?', '%s'),
  };
  const counted = {
    'Unknown argument: %s': l10n.t('There is no such argument: {0}', '%s'),
    'Unknown command: %s': l10n.t('There is no such command: {0}', '%s'),
    'Missing required argument: %s': l10n.t('Missing: {0}', '%s'),
    'Not enough non-option arguments: got %s, need at least %s': l10n.t(
      'Too few arguments: {0} instead of {1}',
      '%s',
      '%s',
    ),
  };
  return { ...texts, ...countedTexts(counted) };
}

/** Texts of which the parser has one for one thing and one for several: both are the same here. */
function countedTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
  const both = Object.entries(texts).map(([key, text]): [string, unknown] => [
    key,
    { one: text, other: text },
  ]);
  // Its types don't know of these.
  return Object.fromEntries(both) as Record<string, string>;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
