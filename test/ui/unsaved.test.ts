import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { OUT } from '../host/paths';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';
/**
 * A file where the folder of the sidecar's lock must be: nobody, not even root, can write the
 * sidecar then.
 */
const LOCK = `.claims-${createHash('sha256').update(`${EN}.claims.yaml`).digest('hex').slice(0, 16)}.lock`;

describe('an annotation that can’t be written', () => {
  const session = useWindow();

  it('is shown as unsaved, survives a reload of the window, and is written once that is possible', async () => {
    const { window, files } = session;
    await window.openFile(EN);
    files.write(LOCK, '');
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
    files.remove(LOCK);
    await status().click();
    const sidecar = await eventually('the sidecar', () => files.read(`${EN}.claims.yaml`));
    assert.match(sidecar, /exact: Not everybody agrees/);
    await status().waitFor({ state: 'detached' });
  });
});
