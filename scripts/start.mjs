/**
 * `npm start`: opens VS Code on examples/ with this extension in it, from a fresh clone on.
 *
 *     node scripts/start.mjs [--host=desktop|npm] [--folder=PATH] [--port=N] [--no-open]
 *
 * A desktop VS Code is used where one can be had; else the one that npm carries, in a browser.
 * --no-open only prints its address.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, setup } from './setup.mjs';

const interrupted = new Promise((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done());
});

try {
  await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      folder: { type: 'string', default: join(ROOT, 'examples') },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  if (values.host && !['desktop', 'npm'].includes(values.host))
    throw new Error(`--host is desktop or npm, not ${values.host}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port is a number from 0 to 65535, not ${values.port}.`);
  const open = resolve(values.folder);
  if (!existsSync(open)) throw new Error(`There is no folder ${open}.`);

  await setup();
  console.log('Building …');
  const { status } = spawnSync(process.execPath, [join(ROOT, 'esbuild.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed.');

  await import('./typescript.mjs');
  const { openVSCode } = await import('../test/host/open.ts');
  await openVSCode({ open, host: values.host, port, showBrowser: !values['no-open'] }, interrupted);
}
