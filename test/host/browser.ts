import { chromium, type Browser } from 'playwright-core';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runToEnd } from './processes';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where installers put a browser that is not on the PATH. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    process.env['ProgramFiles'],
    process.env['ProgramFiles(x86)'],
    process.env['LOCALAPPDATA'],
  ].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
};

const INSTALL_LIMIT_MS = 600_000;

/** Starts a browser without a window of its own; installs one first if the machine has none. */
export async function launchBrowser(log: (line: string) => void = console.log): Promise<Browser> {
  const executablePath = findBrowser() ?? (await installBrowser(log));
  // QUIC is off because it only adds timeouts where a proxy or a sandbox drops UDP.
  return chromium.launch({ executablePath, headless: true, args: ['--disable-quic'] });
}

/**
 * A Chrome, Chromium or Edge of this machine: `CHROME_PATH`, the PATH, the usual places,
 * Playwright's own download.
 */
export function findBrowser(): string | undefined {
  const given = process.env['CHROME_PATH'];
  if (given && !existsSync(given))
    throw new Error(`CHROME_PATH names a file that does not exist: ${given}`);
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...(given ? [given] : []),
    ...NAMES.flatMap((name) => onPath.map((folder) => join(folder, name))),
    ...(USUAL_PLACES[process.platform] ?? []),
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/** Tries the ways to get a browser, those that also bring its system libraries and fonts first. */
async function installBrowser(log: (line: string) => void): Promise<string> {
  log('No Chrome, Chromium or Edge found: installing one …');
  const root = process.getuid?.() === 0;
  const sudo = root ? [] : ['sudo', '-n'];
  const attempts: string[][][] = [
    existsSync('/usr/bin/apt-get')
      ? [
          [...sudo, 'apt-get', 'update', '-q'],
          [
            ...sudo,
            'apt-get',
            'install',
            '-y',
            '-q',
            '--no-install-recommends',
            'chromium',
            'fonts-noto-cjk',
          ],
        ]
      : [],
    [['npx', 'playwright-core', 'install', ...(root ? ['--with-deps'] : []), 'chromium']],
  ];
  const problems: string[] = [];
  for (const commands of attempts) {
    for (const [program = '', ...args] of commands) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const { code, output } = await runToEnd(program, args, { timeoutMs: INSTALL_LIMIT_MS, env });
      if (code !== 0)
        problems.push(
          `${program} ${args.join(' ')}: ${output.trim().split('\n').slice(-2).join(' ')}`,
        );
    }
    const found = findBrowser();
    if (found) return found;
  }
  throw new Error(
    'The tests drive VS Code in a browser, and this machine has none. Install Chrome, Chromium or Edge, or set CHROME_PATH.\n' +
      problems.join('\n'),
  );
}
