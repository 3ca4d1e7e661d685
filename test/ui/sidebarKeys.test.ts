import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';
const SIDECAR = `${EN}.claims.yaml`;
const [LOWER, STRONGER] = [
  'open models lower the cost of entry',
  'Closed models are simply stronger',
];
const entry = (id: string, exact: string) =>
  `  - id: ${id}\n    role: claim\n    speaker: Guild\n    passages:\n      - exact: ${exact}\n`;

describe('a row of the sidebar', () => {
  const session = useWindow();
  const tree = () => session.window.tree('Claim Annotator');
  const sidecar = () => session.files.read(SIDECAR) ?? '';

  before(async () => {
    // In reading order: rows change places otherwise, once the article is open, under the mouse.
    const text = `version: 1\nannotations:\n${entry('str1', STRONGER)}    note: what the insurers wrote\n${entry('low1', LOWER)}`;
    session.files.write(SIDECAR, text);
    await session.window.showContainer('Claim Annotator');
    await tree().expand('Guild');
    await tree().row(STRONGER);
  });

  it('shows its passage at a click, and keeps the focus', async () => {
    await tree().click(STRONGER);
    await session.window.editor.status(`(${STRONGER.length} selected)`);
    const text = session.files.read(EN);
    await session.window.page.keyboard.type('zz');
    assert.equal(session.files.read(EN), text);
    assert.deepEqual(
      (await session.window.tabs()).map(({ dirty }) => dirty),
      [false],
    );
    await session.window.press('Escape');
  });

  it('goes to the passage at Enter', async () => {
    await tree().click(LOWER);
    await session.window.press('Enter');
    await session.window.editor.status(`(${LOWER.length} selected)`);
    await session.window.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  });

  it('is the one in focus that F2 edits, also where another one is selected', async () => {
    await tree().click(STRONGER);
    await session.window.press('ArrowDown');
    await session.window.press('F2');
    await session.window.quickInput.opened(LOWER);
    await session.window.quickInput.cancel();
    await session.window.quickInput.closed();
  });

  it('is deleted by Delete, not the article’s words; Undo brings it back', async () => {
    const [text, before] = [session.files.read(EN), sidecar()];
    await tree().click(STRONGER);
    await session.window.editor.status(`(${STRONGER.length} selected)`);
    await session.window.press('Delete');
    await eventually('the annotation to go', () => !sidecar().includes('str1'));
    assert.ok(sidecar().includes('low1'));
    assert.equal(session.files.read(EN), text);
    assert.deepEqual(
      (await session.window.tabs()).map(({ dirty }) => dirty),
      [false],
    );
    await session.window.command('Claims: Undo Annotation Change');
    await eventually('the annotation to come back', () => sidecar() === before);
  });

  it('is found by a word of its note, whatever its row shows', async () => {
    await session.window.command('Claims: Go to Annotation…');
    await session.window.quickInput.type('insurers guild');
    await eventually('the one row', async () => {
      const rows = await session.window.quickInput.rows();
      return rows.length === 1 && rows[0]?.label === STRONGER;
    });
    await session.window.quickInput.accept();
    await session.window.editor.status(`(${STRONGER.length} selected)`);
  });

  it('leaves a speaker’s row alone at Delete, and folds it at Enter', async () => {
    const before = sidecar();
    await tree().click('Guild');
    await tree().until((rows) =>
      rows.some((row) => row.label === 'Guild' && row.expanded === false),
    );
    await session.window.press('Enter');
    await tree().until((rows) =>
      rows.some((row) => row.label === 'Guild' && row.expanded === true),
    );
    // Selecting a group folds it; the keys unfold it again.
    for (const key of ['Delete', 'F2']) {
      await session.window.press(key);
      await tree().until((rows) => rows.some((row) => row.label === LOWER));
    }
    assert.equal(sidecar(), before);
  });
});
