import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../host/paths';
import { eventually } from './eventually';
import { readIfThere } from './files';
import { useWindow } from './session';

const EN = 'open-or-closed.md';
const ZH = '开源与闭源.md';

/**
 * A file where the folder of a sidecar's lock must be: nobody, not even root, can write the sidecar
 * then.
 */
function lockOf(article: string): string {
  const digest = createHash('sha256').update(`${article}.claims.yaml`).digest('hex');
  return `.claims-${digest.slice(0, 16)}.lock`;
}

describe('an annotation that can’t be written', () => {
  const session = useWindow();

  it('is shown as unsaved, survives a reload of the window, and is written once that is possible', async () => {
    const { window, files } = session;
    await window.openFile(EN);
    files.write(lockOf(EN), '');
    await window.editor.select('Not everybody agrees');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await window.quickInput.choose('Leave the speaker open');
    await window.quickInput.choose('neutral');
    await window.notifications.shown(/open-or-closed\.md\.claims\.yaml could not be written/);
    const status = () =>
      session.window.page.locator('.statusbar-item', { hasText: 'Annotations not written: 1' });
    await status().waitFor();
    await window.page.screenshot({ path: join(OUT, 'unsaved.png') });
    assert.equal(files.read(`${EN}.claims.yaml`), undefined);

    await session.reload();
    await session.window.openFile(EN);
    await status().waitFor();
    assert.equal(files.read(`${EN}.claims.yaml`), undefined);
    files.remove(lockOf(EN));
    await status().click();
    const sidecar = await eventually('the sidecar', () => files.read(`${EN}.claims.yaml`));
    assert.match(sidecar, /exact: Not everybody agrees/);
    await status().waitFor({ state: 'detached' });
  });

  it('comes back in a window of another workspace, once the one that made it is gone', async () => {
    const { window, files, dataDir } = session;
    await window.openFile(ZH);
    files.write(lockOf(ZH), '');
    await window.editor.select('这场争论还将继续');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await window.quickInput.choose('Leave the speaker open');
    await window.quickInput.choose('neutral');
    const status = () =>
      session.window.page.locator('.statusbar-item', { hasText: 'Annotations not written: 1' });
    await status().waitFor();
    // Windows of other tests may have left theirs.
    const copies = () =>
      readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter(
        ({ parentPath, name }) =>
          /\/unsaved$/.test(parentPath) &&
          readIfThere(join(parentPath, name))?.includes('这场争论还将继续'),
      );
    const copy = await eventually('the copy', () => copies()[0]);
    // As if a window with the folder among others had made it, and been killed.
    const { pid } = spawnSync('true');
    const [sidecar, , computer, , ...rest] = copy.name.split('-');
    const theirs = [sidecar, '0'.repeat(24), computer, pid, ...rest].join('-');
    renameSync(join(copy.parentPath, copy.name), join(copy.parentPath, theirs));

    await session.reload();
    await session.window.openFile(ZH);
    await status().waitFor();
    files.remove(lockOf(ZH));
    await status().click();
    const written = await eventually('the sidecar', () => files.read(`${ZH}.claims.yaml`));
    assert.match(written, /exact: 这场争论还将继续/);
    await eventually('no copy is left', () => copies().length === 0);
  });
});
