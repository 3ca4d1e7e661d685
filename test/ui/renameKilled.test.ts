import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { eventually } from './eventually';
import { useWindow } from './session';

const ARTICLES = 500;
const EACH = 10;
const [OLD, NEW] = ['老周', '周建国'];

const sidecarOf = (i: number) => `ferry-${i}.md.claims.yaml`;
const quote = (i: number, k: number) => `第${i}年的第${k}班船照样开`;
const entry = (i: number, k: number) =>
  `  - id: r${i}k${k}\n    role: claim\n    speaker: ${OLD}\n    passages:\n      - exact: ${quote(i, k)}\n`;

/** The extension host of a window that a server opened last: its process, and when it began. */
function extensionHostOf(dataDir: string): number {
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((row) => {
      const [, pid, parent, command = ''] = /^ *(\d+) +(\d+) (.*)$/.exec(row) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
  const servers = new Set(
    rows.filter(({ command }) => command.includes(dataDir)).map(({ pid }) => pid),
  );
  const hosts = rows.filter(
    ({ parent, command }) => servers.has(parent) && command.includes('--type=extensionHost'),
  );
  const last = hosts.sort((a, b) => a.pid - b.pid).at(-1);
  assert.ok(last, 'the window has an extension host');
  return last.pid;
}

describe('a speaker renamed in hundreds of articles, and the window killed midway', () => {
  const session = useWindow();
  const tree = () => session.window.tree('Claim Annotator');
  const pick = () => session.window.quickInput;
  const numbers = Array.from({ length: ARTICLES }, (_, i) => i);

  /** How many sidecars name only the new speaker. Each must have all that it had. */
  const renamed = (): number =>
    numbers.filter((i) => {
      const text = session.files.read(sidecarOf(i)) ?? '';
      const named = (name: string) => text.split(`speaker: ${name}\n`).length - 1;
      assert.equal(named(OLD) + named(NEW), EACH, `${sidecarOf(i)}:\n${text}`);
      for (let k = 0; k < EACH; k++) assert.ok(text.includes(`exact: ${quote(i, k)}\n`), text);
      return named(NEW) === EACH;
    }).length;

  const begin = async () => {
    await tree().chooseFromContextMenu(OLD, 'Rename Everywhere…');
    await pick().type(NEW);
    await pick().accept();
    await eventually('what changes to be shown', async () =>
      (await pick().title()).startsWith('These annotations change'),
    );
    await pick().accept();
  };

  it('loses nothing, and is done when it is begun again', async function () {
    this.timeout(180_000);
    for (const i of numbers) {
      const lines = Array.from({ length: EACH }, (_, k) => quote(i, k));
      session.files.write(`ferry-${i}.md`, `${lines.join('。\n')}。\n`);
      const entries = lines.map((_, k) => entry(i, k)).join('');
      session.files.write(sidecarOf(i), `version: 1\nannotations:\n${entries}`);
    }
    await session.reload();
    await session.window.showContainer('Claim Annotator');
    await eventually(
      'all annotations',
      async () => (await tree().row(OLD)).description === (ARTICLES * EACH).toLocaleString('en'),
      60_000,
    );
    const host = extensionHostOf(session.dataDir);
    await begin();
    const some = await eventually('some sidecars to be renamed', () => renamed() || undefined);
    process.kill(host, 'SIGKILL');
    assert.ok(some < ARTICLES, `${some} were renamed before the window could be killed`);
    await eventually('the host to be gone', () => {
      try {
        return !process.kill(host, 0);
      } catch {
        return true;
      }
    });
    const left = renamed();
    assert.ok(left < ARTICLES, 'it was killed midway');

    await session.reload();
    await session.window.showContainer('Claim Annotator');
    await tree().row(NEW);
    await tree().row(OLD);
    await begin();
    await eventually('all to be renamed', () => renamed() === ARTICLES, 60_000);
    await tree().until((rows) => rows.every(({ label }) => label !== OLD));
  });
});
