import { strict as assert } from 'node:assert';
import { chmodSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { OUT } from '../host/paths';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';

describe('a folder that isn’t trusted (Restricted Mode)', () => {
  const session = useWindow();

  it('is annotated like any other, and nothing of it is run', async () => {
    const { files } = session;
    session.settings({
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    });
    await session.reload();
    const isRestricted = () =>
      session.window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await isRestricted();
    // What git would run for whoever asks it anything here.
    files.write('trap.sh', '#!/bin/sh\ntouch "$(dirname "$0")/run"\n');
    chmodSync(files.path('trap.sh'), 0o755);
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: files.folder, stdio: 'ignore' });
    git('init');
    git('config', 'core.fsmonitor', './trap.sh');
    git('config', 'user.name', 'Somebody Else');
    await session.reload();
    await isRestricted();

    const { window } = session;
    await window.openFile(EN);
    await window.editor.select('Not everybody agrees');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await window.quickInput.choose('Leave the speaker open');
    await window.quickInput.choose('neutral');
    const sidecar = await eventually('the sidecar', () => files.read(`${EN}.claims.yaml`));
    assert.match(sidecar, /exact: Not everybody agrees/);
    assert.doesNotMatch(sidecar, /Somebody Else/);
    await window.showContainer('Claim Annotator');
    await eventually('the annotation in the sidebar', async () =>
      (await window.tree('Claim Annotator').rows()).some(({ label }) =>
        label.includes('No speaker'),
      ),
    );
    await window.screenshot(join(OUT, 'restricted.png'));
    assert.equal(files.read('run'), undefined);
    // The trap works: git does run it.
    git('status');
    assert.equal(files.read('run'), '');
  });
});
