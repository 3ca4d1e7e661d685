import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import { launchBrowser } from '../host/browser';
import { OUT, ROOT } from '../host/paths';
import { sharedServer, type Server } from '../host/server';
import { openWebWindow } from '../host/web';
import { MARK, numberOf, type Told } from './browserTold';
import type { Figure, Random, Scenario } from './scenario';

/** VS Code starts in some seconds; after so many it never will. */
const PATIENCE = 60_000;

/**
 * A VS Code in the browser is killed while it writes to a file system that empties a file before it
 * writes it.
 */
export const browserCrashes: Scenario = {
  title: 'A browser crashes while a sidecar is written',
  async run(size, random) {
    execFileSync(process.execPath, ['esbuild.js'], { cwd: ROOT });
    const server = await sharedServer();
    const browser = await launchBrowser();
    try {
      return await crashBrowser(server, browser, size === 'full' ? 40 : 3, random);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** The same in a browser and on a server that are there already. */
export async function crashBrowser(
  server: Server,
  browser: Browser,
  times: number,
  random: Random,
): Promise<readonly Figure[]> {
  const script = join(OUT, 'stress-browser.js');
  await build({
    entryPoints: [join(ROOT, 'test/stress/browserScript.ts')],
    outfile: script,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  try {
    const sum = { acknowledged: 0, torn: 0, lost: [] as string[], broken: 0 };
    const notes = new Map<string, string>();
    for (let round = 0; round <= times; round++) {
      const window = await Window.open(context, server, script);
      const found = await window.next();
      if (found.kind !== 'found')
        throw new Error(`Instead of what it found, the window told ${JSON.stringify(found)}.`);
      const file = readSidecar(found.file);
      if (
        round > 0 &&
        (file.refusal !== undefined || file.problems.length > 0 || file.entries.length < notes.size)
      )
        sum.torn++;
      // A later change, which was under way when the page was killed, may have been made as well.
      for (const [id, note] of notes)
        if (numberOf(found.notes[id] ?? '') < numberOf(note))
          sum.lost.push(`${id}: ${found.notes[id] ?? 'gone'} instead of ${note}`);
      notes.clear();
      for (const [id, note] of Object.entries(found.notes)) notes.set(id, note);
      const changes = round < times ? random.below(4) : 2;
      for (let n = 0; n < changes; n++) await window.next();
      // Not to wait for something, but so that the crash comes at any moment of what is done next.
      await sleep(random.below(240));
      for (const told of await window.crash()) {
        if (told.kind === 'failed') throw new Error(told.message);
        if (told.kind !== 'done') continue;
        notes.set(told.id, told.note);
        sum.acknowledged++;
      }
    }
    return [
      {
        name: 'crashes',
        value: `${times}, after ${sum.acknowledged} acknowledged changes`,
        holds: sum.acknowledged > times,
      },
      {
        name: 'files found torn at the next start',
        value: String(sum.torn),
        holds: sum.torn > 0 || times < 10,
      },
      {
        name: 'acknowledged changes lost after recovery',
        value: [String(sum.lost.length), ...sum.lost.slice(0, 3)].join('; '),
        holds: sum.lost.length === 0,
      },
    ];
  } finally {
    await context.close();
  }
}

/** A window of VS Code, and what the script in it tells. */
class Window {
  private readonly told: Told[] = [];
  private read = 0;
  private wake: () => void = () => undefined;
  private page: Page | undefined;

  static async open(context: BrowserContext, server: Server, script: string): Promise<Window> {
    const window = new Window();
    const onConsole = (text: string) => {
      if (!text.startsWith(MARK)) return;
      window.told.push(JSON.parse(text.slice(MARK.length)) as Told);
      window.wake();
    };
    window.page = await openWebWindow(
      context,
      server,
      { tests: script },
      { onConsole, onExit: () => undefined },
    );
    return window;
  }

  /** What is told next. */
  async next(): Promise<Told> {
    const limit = Date.now() + PATIENCE;
    while (this.read >= this.told.length) {
      if (Date.now() > limit) throw new Error(`The window told nothing for ${PATIENCE / 1000} s.`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, 1_000);
      });
    }
    return this.told[this.read++] as Told;
  }

  /** Kills the page; all that it told. */
  async crash(): Promise<readonly Told[]> {
    const { page } = this;
    if (page === undefined) return [];
    const crashed = new Promise<void>((resolve) => {
      page.once('crash', () => {
        resolve();
      });
    });
    const session = await page.context().newCDPSession(page);
    // Nobody is left to answer.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    return this.told;
  }
}
