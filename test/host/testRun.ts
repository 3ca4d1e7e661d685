import { EVENT_PREFIX, type TestEvent } from './reporter';
import type { TestBundle } from './bundle';

/** A window that says nothing for this long has hung: single tests time out far earlier. */
const SILENCE_LIMIT_MS = 90_000;

/** What VS Code in a browser says in every run, to no purpose here. */
const CHATTER =
  /Could not locate the bindings|^\s+→|watchdog|Ignoring fetching|AccountPolicyGate|AgentHost|Service Worker|onnection token|Creat(ing|ion of) |reconnection-grace|ENOPRO|CodeExpectedError|Canceled|additional builtin/;

/**
 * Follows one window's test run from what the window prints. However the window ends, the run ends
 * too: in an `end` event, or in a failure that says how far it came.
 */
export class TestRun {
  /** Whether any test has reported. */
  started = false;
  /** Resolves when the run is over. */
  readonly over: Promise<void>;
  private close!: () => void;
  private closed = false;
  private complete = false;
  private last = 'the start';
  private rest = '';
  private silence: NodeJS.Timeout | undefined;
  private readonly console: string[] = [];

  constructor(
    private readonly name: string,
    private readonly bundle: TestBundle,
    private readonly emit: (event: TestEvent) => void,
  ) {
    this.over = new Promise((resolve) => (this.close = resolve));
    this.waitForMore();
  }

  /** Takes one whole message of the window's console. */
  readonly onConsole = (text: string): void => {
    if (!text.startsWith(EVENT_PREFIX)) {
      if (!CHATTER.test(text)) this.console.push(text.slice(0, 500));
      return;
    }
    if (this.closed) return;
    this.started = true;
    this.waitForMore();
    const event = JSON.parse(text.slice(EVENT_PREFIX.length)) as TestEvent;
    if (event.kind === 'end') this.complete = true;
    else this.last = `“${event.title}”`;
    this.emit(
      event.kind === 'fail' ? { ...event, error: this.bundle.mapStack(event.error) } : event,
    );
  };

  /** Takes a piece of a process's output, of any length. */
  readonly onOutput = (text: string): void => {
    const lines = (this.rest + text).split(/\r?\n/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      const start = line.indexOf(EVENT_PREFIX);
      this.onConsole(start < 0 ? line : line.slice(start));
    }
  };

  /** Ends the run; a failure unless all tests have reported. */
  readonly end = (how: string): void => {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.silence);
    if (!this.complete) {
      const said = this.console.slice(-15).map((text) => `\n  ${text}`);
      const lastWords = said.length > 0 ? `; its last words:${said.join('')}` : '';
      this.emit({
        kind: 'fail',
        depth: 1,
        title: `window “${this.name}”`,
        error: `It ${how} after ${this.last}${lastWords}`,
      });
    }
    this.close();
  };

  private waitForMore(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(
      () => this.end(`fell silent for ${SILENCE_LIMIT_MS / 1000} s`),
      SILENCE_LIMIT_MS,
    );
  }
}
