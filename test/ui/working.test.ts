import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';
import { Tree } from './tree';

const EN = 'open-or-closed.md';
const ZH = '开源与闭源.md';
const SIDECAR = `${EN}.claims.yaml`;
/** The rows of two passages in the sidebar. */
const STRONGER = 'Closed models are simply stronger';
const ENTRY = 'open models lower the cost of entry';

/** A sidecar as another program would write it. */
function sidecar(
  ...entries: {
    id: string;
    role: string;
    speaker: string;
    exact: string;
    stance?: string;
    note?: string;
  }[]
): string {
  const blocks = entries.map(({ id, role, speaker, exact, stance, note }) =>
    [
      `  - id: ${id}`,
      `    role: ${role}`,
      `    speaker: ${speaker}`,
      ...(stance ? [`    stance: ${stance}`] : []),
      '    passages:',
      `      - exact: ${JSON.stringify(exact)}`,
      ...(note ? [`    note: ${JSON.stringify(note)}`] : []),
      '',
    ].join('\n'),
  );
  return `version: 1\nannotations:\n${blocks.join('')}`;
}

describe('working with annotations in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const tree = () => new Tree(session.window.page, 'Claim Annotator');
  const contents = () => session.files.read(SIDECAR) ?? '';

  it('shows what another program wrote, at once', async () => {
    await session.window.openFile(EN);
    await session.window.showContainer('Claim Annotator');
    session.files.write(
      SIDECAR,
      sidecar(
        {
          id: 'c1',
          role: 'claim',
          speaker: 'Guild',
          stance: 'favor',
          exact: 'Closed models are simply stronger',
        },
        {
          id: 'r1',
          role: 'rebuttal',
          speaker: 'Association',
          exact: 'open models lower the cost of entry',
        },
      ),
    );
    await session.window.editor.appearance('open models lower the cost of entry', ({ boxes }) =>
      boxes.some(({ style }) => style['border-bottom-style'] === 'dashed'),
    );
    assert.deepEqual(
      (await tree().until((rows) => rows.length === 2)).map(({ label }) => label),
      ['Association', 'Guild'],
    );
  });

  it('edits a field after the other, from the row in the sidebar', async () => {
    await tree().expand('Guild');
    await tree().chooseFromContextMenu(STRONGER, 'Edit Annotation…');
    await pick().opened('Closed models are simply stronger');
    await pick().choose('Stance');
    await pick().choose('against');
    await eventually('the new stance', () => contents().includes('stance: against'));
    await pick().row('Note');
    await pick().choose('Note');
    await eventually('the note’s box', async () =>
      (await pick().message()).startsWith('Note; empty removes it.'),
    );
    await pick().type('他说的 # not YAML: at all');
    await pick().accept();
    await eventually('the note', () => contents().includes('note: "他说的 # not YAML: at all"'));
    await pick().row('Date');
    await pick().cancel();
    await pick().closed();
    await tree().until((rows) =>
      rows.some(({ description }) => description.startsWith('▼ against · ')),
    );
  });

  it('links from the hover: the plausible type first, then the other end', async () => {
    await session.window.editor.hover('open models lower the cost of entry', 'rebuttal');
    await session.window.editor.hoverBox('rebuttal').getByRole('link', { name: 'Link' }).click();
    await eventually(
      'the types',
      async () =>
        (await pick().rows()).map(({ label }) => label).join() === 'rebuts,supports,restates',
    );
    await pick().accept();
    await pick().row('Closed models are simply stronger');
    await pick().accept();
    await pick().closed();
    await eventually('the link', () =>
      contents().includes('    links:\n      - {type: rebuts, target: c1}\n'),
    );
    // The hover that was clicked stays until something else is done.
    await session.window.editor.goTo(1);
    const other = await session.window.editor.hover(
      'Closed models are simply stronger',
      'rebuts this',
    );
    assert.match(other, /Association: “open models lower the cost of entry”/);
    await session.window.editor
      .hoverBox('rebuts this')
      .getByRole('link', { name: /Association/ })
      .click();
    await session.window.editor.status('(35 selected)');
    await session.window.parkMouse();
  });

  it('shows the row of the passage at the cursor', async () => {
    await session.window.command('Claims: Show Annotation in Sidebar');
    await tree().until((rows) => rows.some(({ label, selected }) => selected && label === ENTRY));
  });

  it('deletes from the row in the sidebar, and brings back from the notification', async () => {
    const before = contents();
    await tree().chooseFromContextMenu(ENTRY, 'Delete Annotation');
    await session.window.notifications.shown('Deleted: “open models lower the cost of entry”');
    await eventually('the deletion', () => !contents().includes('r1'));
    await session.window.notifications.press('Deleted', 'Undo');
    await eventually('the undo', () => contents() === before);
  });

  it('walks through the article with the keyboard', async () => {
    await session.window.editor.goTo(1);
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+BracketRight');
    await session.window.editor.status('(33 selected)');
    await session.window.press('Shift+Alt+BracketRight');
    await session.window.editor.status('(35 selected)');
    await session.window.press('Shift+Alt+BracketLeft');
    await session.window.editor.status('(33 selected)');
  });

  it('copies the quotation', async () => {
    await tree().chooseFromContextMenu(STRONGER, 'Copy Quote');
    const clipboard = () => session.window.page.evaluate('navigator.clipboard.readText()');
    await eventually(
      'the quotation',
      async () => (await clipboard()) === 'Closed models are simply stronger',
    );
  });

  it('follows typing at once: beside the passage it moves, inside it goes into the sidecar on saving', async () => {
    const before = contents();
    await session.window.editor.goTo(1);
    await session.window.editor.select('simply');
    await session.window.editor.type('a good deal');
    await session.window.editor.appearance('Closed models are a good deal stronger', ({ boxes }) =>
      boxes.some(({ style }) => style['border-bottom-style'] === 'solid'),
    );
    assert.equal(contents(), before);
    await session.window.editor.focus();
    await session.window.editor.save();
    await eventually(
      'the new words',
      () =>
        contents().includes('exact: "Closed models are a good deal stronger"') ||
        contents().includes('exact: Closed models are a good deal stronger'),
    );
    assert.match(contents(), /original: Closed models are simply stronger/);
  });

  it('hides and shows the highlights', async () => {
    await session.window.command('Claims: Show or Hide Highlights');
    await session.window.editor.appearance('a good deal stronger', ({ boxes }) =>
      boxes.every(({ style }) => style['border-bottom-style'] !== 'solid'),
    );
    await session.window.command('Claims: Show or Hide Highlights');
    await session.window.editor.appearance('a good deal stronger', ({ boxes }) =>
      boxes.some(({ style }) => style['border-bottom-style'] === 'solid'),
    );
  });

  it('offers the sentences around a blank line, and takes the keys that follow', async () => {
    const before = session.files.read(ZH);
    await session.window.openFile(ZH);
    await session.window.editor.goTo(5, 1);
    await session.window.press('Shift+Alt+Digit1');
    await pick().opened(/There are no words here/);
    const rows = await pick().rows();
    assert.deepEqual(
      rows.map(({ label }) => label.slice(0, 8)),
      ['公会认为，闭源模', '对此，开放系统协'],
    );
    await session.window.page.keyboard.type('公会');
    await session.window.press('Escape');
    await pick().closed();
    assert.equal(session.files.read(ZH), before);
    assert.equal(await session.window.page.locator('.tab.dirty').count(), 0);
  });
});
