import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { useWindow } from './session';

const SIDECAR = 'open-or-closed.md.claims.yaml';
const entry = (id: string, exact: string, more = '') =>
  `  - id: ${id}\n    role: claim\n${more}    passages:\n      - exact: ${exact}\n`;
const file = (...entries: string[]) => `version: 1\nannotations:\n${entries.join('')}`;

describe('a merge that git gave up', () => {
  const session = useWindow();

  it('is done by the quick fix with what both sides started from: what one side deleted stays deleted', async () => {
    const { files } = session;
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: files.folder,
        stdio: 'pipe',
      });
    const commit = (branch: string, text: string) => {
      git('checkout', '-q', '-B', branch);
      files.write(SIDECAR, text);
      git('add', '-A');
      git('commit', '-qm', branch);
    };
    const [a, b, c] = [
      entry('a1', 'Closed models are simply stronger'),
      entry('b1', 'open models lower the cost of'),
      entry('c1', 'Nobody knows which side'),
    ];
    git('init', '-q');
    commit('base', file(a, b, c));
    commit(
      'theirs',
      file(entry('a1', 'Closed models are simply stronger', '    stance: favor\n'), c),
    );
    git('checkout', '-q', 'base');
    commit(
      'ours',
      file(entry('a1', 'Closed models are simply stronger', '    speaker: Guild\n'), b, c),
    );
    assert.throws(() => git('merge', 'theirs'));
    assert.match(files.read(SIDECAR) ?? '', /^<{7} /m);
    await session.reload();

    const { window } = session;
    await window.openFile(SIDECAR);
    await window.page.locator('.statusbar-item', { hasText: /ours/ }).waitFor();
    await window.quickFix('Git could not merge', 'Merge both versions');
    const text = await files.until(SIDECAR, (text) => text !== '' && !text.includes('<<<<'));
    assert.match(text, /id: a1\n {4}role: claim\n {4}speaker: Guild\n {4}stance: favor\n/);
    assert.ok(!text.includes('b1') && text.includes('c1') && !text.includes('conflicts'), text);
  });
});
