import { strict as assert } from 'node:assert';
import { useWindow } from './session';

const EN = 'open-or-closed.md';
const PICTURES = process.env['UI_PICTURES'] ?? 'out';
const entry = (id: string, speaker: string, exact: string) =>
  `  - id: ${id}\n    role: claim\n    speaker: ${speaker}\n    stance: favor\n    passages:\n      - exact: ${exact}\n`;
const LOST = `version: 1\nannotations:\n${entry('lost1', 'Guild', 'Closed models are simply stronger')}${entry('lost2', 'Association', 'open models lower the cost of entry')}`;

describe('articles that move, in the window', () => {
  const session = useWindow();
  const tree = () => session.window.tree('Claim Annotator');

  it('lists annotations whose article is gone by their sidecar, which counts once', async () => {
    const { files, window } = session;
    files.write('before.md.claims.yaml', LOST);
    files.write(
      'nowhere.md.claims.yaml',
      `version: 1\nannotations:\n${entry('none1', 'Guild', 'words that stand in no file at all')}`,
    );
    await window.openFile(EN);
    await window.showContainer('Claim Annotator');
    // Rows come one by one.
    const rows = await tree().until((all) => all.length >= 5);
    assert.deepEqual(
      rows.map(({ label, description, level }) => `${level} ${label} ${description}`),
      ['1 Without article 2', '2 before.md 2', '2 nowhere.md 1', '1 Association 1', '1 Guild 2'],
    );
    await window.page.locator('.activitybar .badge-content', { hasText: '2' }).waitFor();
    await tree().expand('before.md');
    const [, , first] = await tree().until(
      (all) => all.filter(({ level }) => level === 3).length === 2,
    );
    assert.deepEqual(
      [first?.label, first?.description],
      ['Closed models are simply stronger', 'Guild · ▲ favor'],
    );
  });

  it('offers the file that holds their words', async () => {
    const { window } = session;
    const message = /before\.md is gone; 2 of its 2 quotations stand in open-or-closed\.md/;
    assert.deepEqual(await window.notifications.buttons(message), [
      'Move Annotations There',
      'Not Now',
    ]);
    await window.screenshot(`${PICTURES}/moving-offer.png`);
    await window.notifications.press(message, 'Not Now');
  });

  // For whoever looks at pictures: nothing is asserted here.
  for (const theme of process.env['UI_PICTURES'] === undefined
    ? []
    : ['Light Modern', 'Dark Modern']) {
    it(`shows them in ${theme}`, async () => {
      const { window } = session;
      await window.command('Preferences: Color Theme');
      await window.quickInput.type(theme);
      await window.quickInput.choose(theme);
      await window.quickInput.closed();
      await tree().rowElement('before.md').hover();
      await window.screenshot(`${PICTURES}/moving-${theme.split(' ')[0]?.toLowerCase() ?? ''}.png`);
    });
  }

  it('deletes the annotations of one only when asked twice', async () => {
    const { files, window } = session;
    assert.deepEqual(await tree().contextMenu('nowhere.md'), [
      'Find Its Article…',
      'Open Sidecar',
      'Delete Annotations…',
    ]);
    await window.press('Escape');
    await tree().chooseFromContextMenu('nowhere.md', 'Delete Annotations…');
    await window.dialogButton('Cancel').click();
    assert.ok(files.read('nowhere.md.claims.yaml'));
    await tree().chooseFromContextMenu('nowhere.md', 'Delete Annotations…');
    await window.dialogButton('Delete').click();
    await files.untilGone('nowhere.md.claims.yaml');
    await tree().until((rows) => rows.every(({ label }) => label !== 'nowhere.md'));
  });

  it('finds the article by the row’s button, and moves the annotations there', async () => {
    const { files, window } = session;
    await tree().pressInline('before.md', 'Find Its Article…');
    await window.quickInput.opened('Which article do the annotations of before.md belong to?');
    const row = await window.quickInput.row(EN);
    assert.deepEqual([row.description, row.detail], ['2 of 2 quotations found', EN]);
    await window.quickInput.row('Choose another file…');
    await window.screenshot(`${PICTURES}/moving-find.png`);
    await window.quickInput.choose(EN);
    await files.untilGone('before.md.claims.yaml');
    assert.equal(files.read(`${EN}.claims.yaml`), LOST);
    await tree().until(
      (rows) => rows.length > 0 && rows.every(({ label }) => label !== 'Without article'),
    );
    await window.editor.appearance('Closed models are simply stronger', ({ boxes }) =>
      boxes.some(({ style }) => style['border-bottom-style'] === 'solid'),
    );
  });

  it('takes annotations along when an article is renamed in the explorer, and back with one undo', async () => {
    const { files, window } = session;
    await window.renameInExplorer(EN, 'renamed.md');
    await files.until('renamed.md.claims.yaml', (text) => text === LOST);
    await files.untilGone(`${EN}.claims.yaml`);
    await files.until('renamed.md', /Closed models/);
    await window.undoInExplorer(EN);
    await files.until(`${EN}.claims.yaml`, (text) => text === LOST);
    await files.until(EN, /Closed models/);
    await files.untilGone('renamed.md.claims.yaml');
  });
});
