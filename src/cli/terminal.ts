/** Where a command runs, and what it prints to. */
export interface Terminal {
  /** The folder that paths are meant from. */
  readonly cwd: string;
  /** Prints data: what was asked for. */
  out(text: string): void;
  /** Prints a message: what is to be known beside it. */
  tell(text: string): void;
  /** Whether messages are read by a person at once, who likes to see how far it is. */
  readonly showsProgress: boolean;
  /** The program's own file, which further threads can run; left out where it isn't in one. */
  readonly program?: string;
}

/** The terminal, or what else the program's output goes to. */
export function processTerminal(program: string): Terminal {
  const { stdout, stderr } = process;
  // Who reads the beginning only, as `head` does, closes the pipe: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    cwd: process.cwd(),
    out: (text) => stdout.write(text),
    tell: (text) => stderr.write(text),
    showsProgress: stderr.isTTY,
    program,
  };
}

/** How often it is said how far it is, in milliseconds. */
const INTERVAL = 100;

/** Says on one line how far it is; where nobody watches, nothing. */
export class Progress {
  private last = 0;
  private isShown = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly what: string,
  ) {}

  report(done: number, total: number): void {
    const now = Date.now();
    if (!this.terminal.showsProgress || now - this.last < INTERVAL) return;
    this.last = now;
    this.isShown = true;
    this.terminal.tell(`\r\x1b[K${this.what} ${done}/${total}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.isShown) this.terminal.tell('\r\x1b[K');
    this.isShown = false;
  }
}
