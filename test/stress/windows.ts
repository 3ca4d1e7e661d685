import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { ROOT } from '../host/paths';
import { sharedServer, type Server } from '../host/server';
import { openWindow } from '../host/workbench';
import { bundleScript } from './childScript';
import type { Operation } from './operations';
import type { Figure, Random, Scenario } from './scenario';
import { nodeProcess, writeAtOnce, type WriterKind } from './writers';

/** The article: what the operations annotate stands in it. */
const ARTICLE = Array.from({ length: 1_000 }, (_, i) => String(i).padStart(4, '第')).join('句');

/** Two windows of VS Code and a plain Node program change one sidecar at the same time. */
export const windows: Scenario = {
  title: 'Two windows of VS Code and a program write one sidecar',
  async run(size, random) {
    execFileSync(process.execPath, ['esbuild.js'], { cwd: ROOT });
    const server = await sharedServer();
    const browser = await launchBrowser();
    try {
      return await writeInWindows(server, browser, size === 'full' ? 10_000 : 150, random);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** The same in a browser and on a server that are there already. */
export async function writeInWindows(
  server: Server,
  browser: Browser,
  operations: number,
  random: Random,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-windows-'));
  try {
    writeFileSync(join(folder, 'a.md'), ARTICLE);
    const script = await bundleScript('test/stress/nodeWriter.ts', folder);
    // Ids that the extension gives are in lower case: they never begin with another writer's name.
    const kinds = [
      nodeProcess('N', 'speaker', script),
      window('W', 'note', folder, server, browser),
      window('X', 'topic', folder, server, browser),
    ];
    return await writeAtOnce(kinds, folder, operations, random);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A window of VS Code with the extension, on the sidecar's folder. */
function window(
  name: string,
  field: string,
  folder: string,
  server: Server,
  browser: Browser,
): WriterKind {
  return {
    name,
    field,
    canPause: false,
    async start(path) {
      const scripts = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-window-'));
      const address = join(scripts, 'socket');
      const listener = createServer();
      const connected = new Promise<Socket>((resolve) => {
        listener.once('connection', resolve);
      });
      const script = join(scripts, 'window.cjs');
      await build({
        entryPoints: [join(ROOT, 'test/stress/windowScript.ts')],
        outfile: script,
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        external: ['vscode'],
        define: { SOCKET: JSON.stringify(address), SIDECAR: JSON.stringify(path) },
        logLevel: 'warning',
      });
      await new Promise<void>((resolve) => {
        listener.listen(address, resolve);
      });
      const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
      const page = await openWindow(
        context,
        server,
        { open: folder, extension: ROOT, tests: script },
        { onConsole: () => undefined, onExit: () => undefined },
      );
      const socket = await connected;
      const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
      return {
        async perform(operation) {
          socket.write(`${JSON.stringify(operation)}\n`);
          const answer = await lines.next();
          if (answer.done === true) throw new Error(`The window “${name}” ended.`);
          return answer.value.startsWith('lost ')
            ? { lost: answer.value }
            : (JSON.parse(answer.value) as Operation);
        },
        async stop() {
          socket.destroy();
          listener.close();
          await page.close();
          await context.close();
          rmSync(scripts, { recursive: true, force: true });
        },
      };
    },
  };
}
