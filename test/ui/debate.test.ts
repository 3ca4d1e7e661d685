import { strict as assert } from 'node:assert';
import { DebateTab } from './debateTab';
import { eventually } from './eventually';
import { useWindow } from './session';

const ARTICLE = '码头之争.md';
/** Behind the other one. */
const OTHER = '隔壁.md';
const COUNT = 50;
const HOSTILE = '<img src=x onerror=alert(1)> $(edit) \u202egnp.exe';

const quotes = Array.from({ length: COUNT }, (_, n) => `第${n + 1}位船工说码头不能拆`);

const entry = (id: string, exact: string, fields: Record<string, string>) =>
  `  - id: ${id}\n${Object.entries(fields)
    .map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`)
    .join('')}    passages:\n      - exact: ${JSON.stringify(exact)}\n`;

describe('the debate’s tab', () => {
  const session = useWindow();
  const tab = () => new DebateTab(session.window.page);
  const sidecar = () => session.files.read(`${ARTICLE}.claims.yaml`) ?? '';

  before(async () => {
    const { files, window } = session;
    files.write(ARTICLE, `---\ndate: 2024-05-06\n---\n\n${quotes.join('。\n\n')}。\n`);
    files.write(OTHER, `# The quay\n\n${HOSTILE} said the quay must go.\n`);
    files.write(
      `${ARTICLE}.claims.yaml`,
      `version: 1\nannotations:\n${quotes.map((quote, n) => entry(`q${String(n).padStart(2, '0')}`, quote, { role: 'claim' })).join('')}`,
    );
    files.write(
      `${OTHER}.claims.yaml`,
      `version: 1\nannotations:\n${entry('evil', 'the quay must go', { role: 'rebuttal', speaker: HOSTILE, note: '=1+1' })}`,
    );
    await window.showContainer('Claim Annotator');
    await window.command('Claims: Show Debate');
    await tab().says(`${COUNT + 1} of ${COUNT + 1}`);
  });

  it('shows all annotations, and hostile names as nothing but text', async () => {
    await tab().frame.locator('.filter').fill('role:rebuttal');
    await tab().says(`1 of ${COUNT + 1}`);
    const [speaker] = await tab().until('speaker', (cells) => cells.length === 1);
    assert.equal(speaker, HOSTILE.replace('\u202e', ''));
    assert.equal(await tab().frame.locator('img').count(), 0);
    await tab().frame.locator('.filter').fill('');
    await tab().says(`${COUNT + 1} of`);
  });

  it('is edited cell by cell with the keyboard, as a spreadsheet', async () => {
    await tab().enter('speaker');
    const { keyboard } = session.window.page;
    for (let n = 0; n < COUNT; n += 1) {
      // Some are typed over, some opened first.
      if (n % 2 === 0) await tab().press('F2');
      await keyboard.type(`Boatman ${n + 1}`);
      await tab().press('Enter');
    }
    const written = () =>
      [...sidecar().matchAll(/- id: q(\d+)\n {4}role: "claim"\n {4}speaker: Boatman (\d+)\n/g)].map(
        ([, id, speaker]) => [Number(id), Number(speaker)],
      );
    await eventually('all to be written', () => written().length === COUNT);
    assert.deepEqual(
      written(),
      quotes.map((_, n) => [n, n + 1]),
    );
  });

  it('completes, refuses what is no date, and takes changes back', async () => {
    await tab().enter('stance');
    await tab().press('F2');
    await tab().frame.locator('.choices li', { hasText: 'against' }).waitFor();
    await session.window.page.keyboard.type('aga');
    await tab().press('ArrowDown');
    await tab().press('Tab');
    await session.files.until(`${ARTICLE}.claims.yaml`, /stance: against/);
    await tab().enter('date');
    await session.window.page.keyboard.type('soon');
    await tab().press('Enter');
    await tab().says('Date:');
    assert.doesNotMatch(sidecar(), /soon/);
    await tab().press('Control+Z');
    await session.files.until(`${ARTICLE}.claims.yaml`, (text) => !text.includes('stance:'));
  });

  it('begins to change a cell where an input method composes, and takes what it composed', async () => {
    const { page } = session.window;
    const composing = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      composing.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await tab().enter('speaker');
    await compose('ma');
    const field = tab().frame.locator('.cell-editor');
    await field.waitFor();
    await compose('码头');
    await composing.send('Input.insertText', { text: '码头工人' });
    assert.equal(await field.inputValue(), '码头工人');
    await tab().press('Enter');
    await session.files.until(`${ARTICLE}.claims.yaml`, /speaker: 码头工人\n/);
    // The table has the keys again.
    await page.keyboard.type('Boatman 2');
    await tab().press('Enter');
    await tab().until('speaker', (cells) => cells[1] === 'Boatman 2');
    await tab().press('Control+Z');
    await composing.detach();
  });

  it('shows a passage beside it', async () => {
    await tab().enter('quote');
    await tab().press('Control+Enter');
    await session.window.editor.status(`(${quotes[0]?.length ?? 0} selected)`);
    assert.ok((await session.window.page.locator('.editor-group-container').count()) > 1);
  });

  it('is there again after a reload, with its filter and its order', async () => {
    await tab().frame.locator('.filter').fill('speaker:"Boatman 7"');
    await tab().says(`1 of ${COUNT + 1}`);
    await tab().frame.locator('.head .column-name', { hasText: 'Speaker' }).click();
    await tab().frame.locator('.head[aria-sort="ascending"]').waitFor();
    // VS Code keeps what tabs say when it ends in order.
    await session.window.command('Developer: Reload Window');
    await session.window.ready();
    await tab().restored();
    await tab().says(`1 of ${COUNT + 1}`);
    await tab().frame.locator('.head[aria-sort="ascending"]').waitFor();
    assert.equal(await tab().frame.locator('.filter').inputValue(), 'speaker:"Boatman 7"');
  });

  it('shows one speaker’s timeline from the sidebar, and everybody again by one click', async () => {
    const { window } = session;
    await window.tree('Claim Annotator').chooseFromContextMenu('Boatman 3', 'Show Timeline');
    await tab().frame.locator('#tab-timeline[aria-selected="true"]').waitFor();
    await tab().says(/^1 statement from 2024-05-06/);
    assert.deepEqual(await tab().frame.locator('.picture .row-name').allTextContents(), [
      'Boatman 3 (1)Boatman 3',
    ]);
    const { frame } = tab();
    assert.equal(await frame.locator('.filter').inputValue(), 'speaker:"Boatman 3"');
    await frame.getByRole('button', { name: 'Show all annotations' }).click();
    await tab().says(`${COUNT + 1} statements`);
    assert.equal(await frame.locator('.filter').inputValue(), '');
  });

  for (const theme of ['Light Modern', 'Dark High Contrast'])
    it(`draws every view in ${theme}, each with its table`, async () => {
      const { window } = session;
      await window.command('Preferences: Color Theme');
      await window.quickInput.type(theme);
      await window.quickInput.choose(theme);
      await window.quickInput.closed();
      await tab().frame.locator('.filter').fill('');
      for (const view of ['matrix', 'timeline', 'turns', 'answers', 'networks', 'sameStatement']) {
        await tab().frame.locator(`#tab-${view}`).click();
        await tab().frame.locator('.drawing h2').waitFor();
        const folder = process.env['UI_PICTURES'];
        if (folder) await window.screenshot(`${folder}/debate-${theme}-${view}.png`);
      }
      await tab().frame.locator('#tab-matrix').click();
      await tab().frame.getByRole('button', { name: 'As a table' }).click();
      await tab().frame.locator('table.twin tbody tr').first().waitFor();
      await tab().frame.getByRole('button', { name: 'As a table' }).click();
      await tab().frame.locator('.picture-matrix').waitFor();
      await tab().frame.getByRole('button', { name: 'Copy' }).click();
      await tab().frame.getByRole('button', { name: 'Copy as Markdown' }).click();
      await tab().says(/^Copied rows: \d+$/);
      const copied = String(await window.page.evaluate('navigator.clipboard.readText()'));
      assert.match(copied, /^\| Speaker \| Topic \|/);
    });

  it('has proposed same statements linked, or refused, by a button each', async () => {
    const { files } = session;
    const kept = { 林岚: '摆渡的成本明年还会下降', 周建国: '码头的木板年年都要换新的' };
    const names = ['回声一.md', '回声二.md'];
    for (const [n, name] of names.entries()) {
      const said = Object.entries(kept);
      files.write(name, said.map(([speaker, words]) => `${speaker}说：“${words}”\n\n`).join(''));
      const entries = said.map(([speaker, words], i) =>
        entry(`echo${n}${i}`, words, { role: 'claim', speaker }),
      );
      files.write(`${name}.claims.yaml`, `version: 1\nannotations:\n${entries.join('')}`);
    }
    const sidecars = () => names.map((name) => files.read(`${name}.claims.yaml`)).join('');
    const { frame } = tab();
    const group = (speaker: string, more = '') =>
      frame.locator(`.same-statement${more}`, { hasText: speaker });
    await frame.locator('#tab-sameStatement').click();
    await group('林岚', '.proposed').getByRole('button', { name: 'Accept' }).click();
    await eventually('the link', () => /type: restates, target: echo[01]0/.test(sidecars()));
    await group('林岚', ':not(.proposed)').waitFor();
    await group('周建国').getByRole('button', { name: 'Not the same' }).click();
    await eventually('it to be remembered', () =>
      files.read('claims.codebook.yaml')?.includes('kind: same'),
    );
    await group('周建国').waitFor({ state: 'detached' });
    assert.doesNotMatch(sidecars(), /target: echo[01]1/);
  });
});
