/**
 * `node guard.mjs COMMAND ARGUMENT…`: runs a command for as long as the guard's standard input
 * stays open.
 *
 * The operating system closes that pipe when the process that asked for the command ends, however
 * it ends, so no server and no test runner can outlive the session that started it. The command
 * gets a process group of its own: ending the group ends the command's own children too, and
 * nothing else.
 */
import { execFileSync, spawn } from 'node:child_process';

const GRACE_MS = 5000;
const [command, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';
const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: !windows,
  windowsHide: true,
});

function signalGroup(signal) {
  try {
    if (windows)
      execFileSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function stop() {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), GRACE_MS).unref();
}

child.once('error', (error) => {
  console.error(`${command} did not start: ${error.message}`);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  signalGroup('SIGKILL'); // whatever the command left behind
  process.exit(code ?? (signal ? 1 : 0));
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.stdin.once('end', stop).once('close', stop).once('error', stop).resume();
