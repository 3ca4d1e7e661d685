import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Terminal } from './terminal';

/** What the program ends with. */
export const EXIT = {
  fine: 0,
  /** Something was found by a check, or could not be done. */
  failed: 1,
  wrongUsage: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One command of the program, as its file declares it. */
export interface CommandDeclaration<Options> {
  /** Its name and what stands behind it, such as `list [paths..]`. */
  readonly usage: string;
  /** What it does, in some words. */
  readonly describe: string;
  readonly options: (yargs: Argv) => Argv<Options>;
  readonly run: (args: ArgumentsCamelCase<Options>, terminal: Terminal) => Promise<ExitCode>;
}

/** Makes a command known to the program, which is told what it ended with. */
export type Command = (yargs: Argv, terminal: Terminal, ended: (code: ExitCode) => void) => void;

export function command<Options>(declare: () => CommandDeclaration<Options>): Command {
  return (yargs, terminal, ended) => {
    const { usage, describe, options, run } = declare();
    yargs.command(usage, describe, options, async (args) => {
      ended(await run(args, terminal));
    });
  };
}

/** The folders, articles or sidecars that a command is about, for its declaration. */
export const paths = (describe: string) =>
  ({
    type: 'string',
    array: true,
    default: [] as string[],
    defaultDescription: '.',
    describe,
  }) as const;
