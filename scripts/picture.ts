/** Makes the README's picture from the real window: `npm run picture`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../test/host/browser';
import { ROOT } from '../test/host/paths';
import { startServer } from '../test/host/server';
import { openWindow } from '../test/host/workbench';
import { Window } from '../test/ui/window';

const parent = mkdtempSync(join(tmpdir(), 'claim-annotator-'));
const folder = join(parent, 'examples');
cpSync(join(ROOT, 'examples'), folder, { recursive: true });
const server = await startServer();
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1180, height: 700 } });
  const settings = {
    'workbench.quickOpen.closeOnFocusLost': false,
    'editor.minimap.enabled': false,
    'breadcrumbs.enabled': false,
  };
  const window = new Window(
    await openWindow(context, server, { open: folder, extension: ROOT, settings }),
  );
  await window.ready();
  await window.openFile('4-takings-up-tempers-too.md');
  await window.showContainer('Claim Annotator');
  await window.tree('Claim Annotator').expand('河岸商会');
  await window.editor.goTo(28);
  await window.editor.hover('The old town had the same weather', '市统计局');
  // The hover fades in.
  await window.page.waitForFunction(
    "getComputedStyle(document.querySelector('.monaco-hover:not(.hidden)')).opacity === '1'",
  );
  await window.page.evaluate(
    'Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))',
  );
  await window.screenshot(join(ROOT, 'media', 'first-session.png'));
} finally {
  await browser.close();
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
}
