import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';

describe('trouble in the window', () => {
  const session = useWindow();

  it('offers to save an article with unsaved changes, and goes on then', async () => {
    const { window, files } = session;
    await window.openFile(EN);
    await window.editor.goTo(17);
    await window.editor.focus();
    await window.editor.type('New: ');
    await window.editor.select('Nobody knows');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await window.quickInput.opened(/is not saved yet/);
    await window.quickInput.choose('Save and Annotate');
    await window.quickInput.opened('Nobody knows');
    await window.quickInput.choose('Leave the speaker open');
    await window.quickInput.choose('neutral');
    const sidecar = await eventually('the sidecar', () => files.read(`${EN}.claims.yaml`));
    const start = Number(/start: (\d+)/.exec(sidecar)?.[1]);
    assert.equal(
      Array.from(files.read(EN) ?? '')
        .slice(start, start + 12)
        .join(''),
      'Nobody knows',
    );
  });

  it('says in Problems where a sidecar is broken, and refuses to write to it', async () => {
    const { window, files } = session;
    const broken = `${files.read(`${EN}.claims.yaml`) ?? ''}  - id: "unclosed\n`;
    files.write(`${EN}.claims.yaml`, broken);
    const rows = await window.problems((all) => all.some((row) => row.includes('Not valid YAML')));
    assert.ok(
      rows.some((row) => /Claim Annotator.*Ln \d+, Col \d+/.test(row)),
      rows.join(' | '),
    );
    await window.openFile(EN);
    await window.editor.select('Not everybody agrees');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await window.notifications.shown(/open-or-closed\.md\.claims\.yaml:\d+:\d+: Not valid YAML/);
    assert.equal(files.read(`${EN}.claims.yaml`), broken);
  });

  it('says why a selection in a sidecar can’t be annotated', async () => {
    const { window } = session;
    await window.openFile(`${EN}.claims.yaml`);
    await window.command('Claims: Annotate as Claim');
    await window.quickInput.opened(/is not an article/);
    // What is typed on goes there.
    await window.page.keyboard.type('Le');
    await window.quickInput.choose('Back to the text');
    await window.quickInput.closed();
    await window.editor.status(/Ln 1, Col 1\b/);
  });
});
