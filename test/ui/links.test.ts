import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const ARTICLE = '渡口.md';
const CLAIM = '渡口不能关';
const REBUTTAL = '桥修好了，渡口就该关';
const TEXT = `船工老周4月11日说：“${CLAIM}。”\n\n据《江报》报道，镇长表示：“${REBUTTAL}。”\n\n天黑以后没有船。\n`;

const entry = (id: string, role: string, speaker: string, stance: string, exact: string) =>
  `  - id: ${id}\n    role: ${role}\n    speaker: ${speaker}\n    stance: ${stance}\n    passages:\n      - exact: ${exact}\n`;

describe('links and what stands around a passage, in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const tree = () => session.window.tree('Claim Annotator');
  const sidecar = () => session.files.read(`${ARTICLE}.claims.yaml`) ?? '';
  const written = (words: string) => eventually(`“${words}”`, () => sidecar().includes(words));
  const selectedRow = (label: string) =>
    tree().until((rows) => rows.some((row) => row.label === label && row.selected));
  const editField = async (field: string) => {
    await session.window.command('Claims: Edit Annotation…');
    await pick().choose(field);
    await pick().opened(field);
  };

  before(async () => {
    const { files, window } = session;
    files.write(ARTICLE, TEXT);
    files.write(
      `${ARTICLE}.claims.yaml`,
      `version: 1\nannotations:\n${entry('a1zhou', 'claim', '老周', 'against', CLAIM)}${entry('a2mayor', 'rebuttal', '镇长', 'favor', REBUTTAL)}`,
    );
    await window.openFile(ARTICLE);
    await window.showContainer('Claim Annotator');
    await tree().expand('老周');
    await tree().expand('镇长');
  });

  it('a row dropped on another one with the mouse is linked to it', async () => {
    await tree().rowElement(REBUTTAL).dragTo(tree().rowElement(CLAIM));
    await pick().opened(`Link “${REBUTTAL}”`);
    await pick().accept();
    await pick().closed();
    await written('links:\n      - {type: rebuts, target: a1zhou}\n');
    const row = await tree()
      .until((rows) => rows.some(({ description }) => description.includes('→1')))
      .then((rows) => rows.find(({ label }) => label === REBUTTAL));
    // What a screen reader says: quote, speaker, stance, links in words.
    assert.match(
      row?.ariaLabel ?? '',
      new RegExp(`^rebuttal, ${REBUTTAL}, 镇长, favor, Links from it: 1, ${ARTICLE}`),
    );
  });

  it('peeks at the other end below the passage', async () => {
    const { window } = session;
    await tree().chooseFromContextMenu(CLAIM, 'Peek Linked Annotations');
    const peek = window.page.locator('.peekview-widget');
    await peek.waitFor();
    await eventually('the other passage in the inset', async () =>
      (await peek.locator('.ref-tree').innerText()).replaceAll('\u00a0', ' ').includes('镇长'),
    );
    await window.press('Escape');
    await peek.waitFor({ state: 'hidden' });
  });

  it('goes to the other end', async () => {
    await session.window.editor.select(CLAIM);
    await session.window.command('Claims: Go to Linked Annotation…');
    await session.window.editor.status(`(${REBUTTAL.length} selected)`);
  });

  it('selects the annotation at the cursor in the sidebar, with the focus in the article', async () => {
    const { window } = session;
    await window.command('Claims: Follow the Cursor');
    await window.editor.select(CLAIM);
    await selectedRow(CLAIM);
    await window.editor.select(REBUTTAL);
    await selectedRow(REBUTTAL);
    const isTyping = `document.activeElement?.closest('.editor-instance') !== null`;
    assert.equal(await window.page.evaluate(isTyping), true);
    // Where there is no annotation, what was selected stays.
    await window.editor.select('天黑以后');
    await selectedRow(REBUTTAL);
  });

  it('remembers that for the next window, until it is ended', async () => {
    const { window } = session;
    await session.reload();
    const hasRows = async () => (await tree().rows()).length > 0;
    await eventually('the rows, in a new window', hasRows, 40_000);
    await window.editor.select(CLAIM);
    await selectedRow(CLAIM);
    await window.command('Claims: Stop Following the Cursor');
    await window.editor.select(REBUTTAL);
    await window.editor.select(CLAIM);
    const rows = await selectedRow(CLAIM);
    assert.ok(!rows.some(({ label, selected }) => label === REBUTTAL && selected));
  });

  it('offers the words that attribute a passage, and who passes it on', async () => {
    await session.window.editor.select(REBUTTAL);
    await editField('Reported by');
    await pick().row('江报');
    await pick().cancel();
    await editField('Kind of quotation');
    const kinds = await pick().rows();
    const focused = kinds.find((row) => row.focused);
    assert.deepEqual([focused?.label, focused?.description], ['direct', 'as the text has it']);
    await pick().accept();
    await written('quoteType: direct');
    await pick().choose('Cue');
    await pick().opened('Cue');
    const [cue] = await pick().rows();
    assert.match(cue?.label ?? '', /表示/);
    await pick().accept();
    await written(`cue: ${cue?.label}`);
    // The list of fields is back.
    await pick().row('Reported by');
    await pick().cancel();
    await pick().closed();
  });

  it('offers a day without a year with likely years, and asks for another one', async () => {
    await session.window.editor.select(CLAIM);
    await session.window.command('Claims: Set Date…');
    const thisYear = `${new Date().getFullYear()}-04-11`;
    await pick().row(thisYear);
    const [first] = await pick().rows();
    assert.deepEqual(
      [first?.label, first?.description],
      [thisYear, '“4月11日”, if it was that year'],
    );
    await pick().choose('“4月11日” of another year …');
    await pick().type('2023');
    await pick().accept();
    await written('date: "2023-04-11"');
    // The year that a statement of this article has comes first from now on.
    await session.window.editor.select(REBUTTAL);
    await session.window.command('Claims: Set Date…');
    await pick().type('April 12');
    await pick().row('2023-04-12');
    assert.equal((await pick().rows())[0]?.label, '2023-04-12');
    await pick().accept();
    await written('date: "2023-04-12"');
  });
});
