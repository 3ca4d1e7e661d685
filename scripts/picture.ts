/**
 * Makes the README's picture and those of the walkthrough anew from the real window: `npm run
 * picture`.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/host/browser';
import { ROOT } from '../test/host/paths';
import { startServer, type Server } from '../test/host/server';
import { openWindow } from '../test/host/workbench';
import { Tree } from '../test/ui/tree';
import { Window } from '../test/ui/window';
import { pictureOf, STEPS } from './manifest/walkthroughs';

const SETTINGS = {
  'workbench.quickOpen.closeOnFocusLost': false,
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
};
const README_SIZE = { width: 1180, height: 700 };
/**
 * The walkthrough shows its pictures small, and each user downloads them: a test holds all together
 * below 400 kB. As they come from the browser they are larger, and must be reduced to 64 colours.
 */
const STEP_SIZE = { width: 700, height: 480 };
const STEP_SETTINGS = {
  'editor.lineNumbers': 'off',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

/** What the window shows for each step of the walkthrough; one follows on the other. */
const PREPARE: Readonly<Record<string, (window: Window) => Promise<void>>> = {
  example: async (window) => {
    await window.openFile('4-takings-up-tempers-too.md');
    await window.showContainer('Claim Annotator');
    await window.tree('Claim Annotator').expand('河岸商会');
    await window.editor.goTo(28);
  },
  tag: async (window) => {
    await window.openFile('2-who-drives-to-the-river.md');
    await window.editor.select('counting heads misses the point');
    await window.press('Shift+Alt+Digit1');
    await window.quickInput.opened();
  },
  group: async (window) => {
    await window.quickInput.cancel();
    await window.openFile('5-traders-change-their-mind.md');
    await window.command('Claims: Group By…');
    // It is the last row, out of sight.
    await window.quickInput.type('Argument');
    await window.quickInput.choose('Argument (evidence and rebuttals under their claims)');
    await window.quickInput.closed();
    await window.tree('Claim Annotator').until((rows) => rows.some(({ level }) => level > 1));
  },
  ask: async (window) => {
    await window.command('Claims: Show Who Turned');
    await new Tree(window.page, 'Findings').expand('Changed their stance');
  },
  share: async (window) => {
    await window.openFile('5-traders-change-their-mind.md.claims.yaml');
    await window.command('Explorer: Focus on Folders View');
  },
};

/** Waits until nothing moves or fades any more. */
async function untilStill({ page }: Window): Promise<void> {
  await page.evaluate(
    'Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))',
  );
}

async function open(
  browser: Browser,
  server: Server,
  folder: string,
  viewport: { readonly width: number; readonly height: number },
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport });
  const page = await openWindow(context, server, {
    open: folder,
    extension: ROOT,
    settings: { ...SETTINGS, ...settings },
  });
  const window = new Window(page);
  await window.ready();
  return window;
}

async function makeReadmePicture(window: Window): Promise<void> {
  await window.openFile('4-takings-up-tempers-too.md');
  await window.showContainer('Claim Annotator');
  await window.tree('Claim Annotator').expand('河岸商会');
  await window.editor.goTo(28);
  await window.editor.hover('The old town had the same weather', '市统计局');
  // The hover fades in.
  await window.page.waitForFunction(
    "getComputedStyle(document.querySelector('.monaco-hover:not(.hidden)')).opacity === '1'",
  );
  await untilStill(window);
  await window.screenshot(join(ROOT, 'media', 'first-session.png'));
}

async function makeStepPictures(window: Window): Promise<void> {
  for (const { name } of STEPS) {
    await PREPARE[name]?.(window);
    await window.parkMouse();
    await untilStill(window);
    await window.screenshot(join(ROOT, pictureOf(name)));
  }
}

/** `walkthrough` makes those alone. */
const isWalkthroughAlone = process.argv[2] === 'walkthrough';
const parent = mkdtempSync(join(tmpdir(), 'claim-annotator-'));
const folder = join(parent, 'examples');
cpSync(join(ROOT, 'examples'), folder, { recursive: true });
const server = await startServer();
const browser = await launchBrowser();
try {
  if (!isWalkthroughAlone)
    await makeReadmePicture(await open(browser, server, folder, README_SIZE));
  await makeStepPictures(await open(browser, server, folder, STEP_SIZE, STEP_SETTINGS));
} finally {
  await browser.close();
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
}
