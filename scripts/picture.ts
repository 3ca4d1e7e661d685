/**
 * Makes the README's pictures and those of the walkthrough anew from the real window: `npm run
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
import { DebateTab } from '../test/ui/debateTab';
import { Tree } from '../test/ui/tree';
import { Window } from '../test/ui/window';
import { pictureOf, STEPS } from './manifest/walkthroughs';

const SETTINGS = {
  'workbench.quickOpen.closeOnFocusLost': false,
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
};
/**
 * Each user downloads the pictures: a test holds all together below 400 kB. As they come from the
 * browser they are larger, and must be reduced to 64 colours. The walkthrough shows its own small.
 */
const README_SIZE = { width: 1180, height: 700 };
const DEBATE_SIZE = { width: 960, height: 560 };
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
    const tree = window.tree('Claim Annotator');
    // The picture is about arguments: what was made last would fill it.
    await tree.collapse('Recent');
    const rows = await tree.until((all) => all.some(({ expanded }) => expanded !== undefined));
    const claim = rows.find(({ label, expanded }) => label !== 'Recent' && expanded === false);
    if (claim !== undefined) await tree.expand(claim.label);
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

async function makeDebatePictures(window: Window): Promise<void> {
  await window.showContainer('Claim Annotator');
  await window.command('Claims: Show Debate');
  await window.press('Control+B');
  const { frame } = new DebateTab(window.page);
  for (const view of ['timeline', 'answers']) {
    await frame.locator(`#tab-${view}`).click();
    await frame.locator(`.picture-${view}`).waitFor();
    await window.parkMouse();
    await untilStill(window);
    await window.screenshot(join(ROOT, 'media', `debate-${view}.png`));
  }
}

async function makeStepPictures(window: Window): Promise<void> {
  for (const { name } of STEPS) {
    await PREPARE[name]?.(window);
    await window.parkMouse();
    await untilStill(window);
    await window.screenshot(join(ROOT, pictureOf(name)));
  }
}

/** `session`, `debate` or `walkthrough` makes those alone. */
const wanted = process.argv[2];
const isWanted = (name: string) => wanted === undefined || wanted === name;
const parent = mkdtempSync(join(tmpdir(), 'claim-annotator-'));
const folder = join(parent, 'examples');
cpSync(join(ROOT, 'examples'), folder, { recursive: true });
const server = await startServer();
const browser = await launchBrowser();
try {
  if (isWanted('session'))
    await makeReadmePicture(await open(browser, server, folder, README_SIZE));
  if (isWanted('debate'))
    await makeDebatePictures(await open(browser, server, folder, DEBATE_SIZE));
  if (isWanted('walkthrough'))
    await makeStepPictures(await open(browser, server, folder, STEP_SIZE, STEP_SETTINGS));
} finally {
  await browser.close();
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
}
