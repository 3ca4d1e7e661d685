import { strict as assert } from 'node:assert';
import { eventually, succeeds } from './eventually';
import { useWindow } from './session';

const FEW = 'few.md';
const MANY = 'many.md';
const LOST = 'changed.md';

const entry = (id: string, exact: string) =>
  `  - id: ${id}\n    role: claim\n    passages:\n      - exact: ${exact}\n`;

describe('the explorer, and the first steps', () => {
  const session = useWindow();
  const tree = () => session.window.tree('Claim Annotator');

  it('says in an empty sidebar what to do, and shows the first steps', async () => {
    const { window } = session;
    await window.showContainer('Claim Annotator');
    const welcome = tree().element.locator('.welcome-view-content');
    await welcome.getByText('Open the Example').waitFor();
    await welcome.getByText('Tag the Sentence at the Cursor').waitFor();
    await welcome.getByText('Show the First Steps').click();
    const page = window.page.locator('.gettingStartedContainer');
    await page.getByText('First Steps with Claim Annotator').first().waitFor();
    const steps = await eventually('five steps', async () => {
      const titles = await page.locator('.getting-started-step .step-title').allInnerTexts();
      return titles.length >= 5 && titles;
    });
    assert.deepEqual(steps.slice(0, 5), [
      'Open the example',
      'Tag a passage',
      'See and group',
      'Link and ask',
      'Export and share',
    ]);
    await window.screenshot('out/walkthrough.png');
    await window.command('View: Close All Editors');
  });

  it('has the numbers of annotations beside articles, from 100 on without a number', async () => {
    const { files, window } = session;
    files.write(FEW, 'The pier must stay open.\n');
    files.write(`${FEW}.claims.yaml`, `version: 1\nannotations:\n${entry('a1', 'stay open')}`);
    const sentences = Array.from({ length: 120 }, (_, i) => `Boat ${i} sails`);
    files.write(MANY, `${sentences.join('. ')}.\n`);
    const entries = sentences.map((words, i) => entry(`b${i}`, words)).join('');
    files.write(`${MANY}.claims.yaml`, `version: 1\nannotations:\n${entries}`);
    files.write(LOST, 'Nothing of it is left.\n');
    files.write(`${LOST}.claims.yaml`, `version: 1\nannotations:\n${entry('c1', 'gone words')}`);
    await tree().until((rows) => rows.some(({ description }) => description === '122'));
    await window.press('Control+Shift+E');
    const badge = (name: string) =>
      window.page.evaluate<string>(
        `[...document.querySelectorAll('.explorer-folders-view .monaco-list-row')]
          .filter((row) => row.querySelector('.label-name')?.textContent === ${JSON.stringify(name)})
          .map((row) => getComputedStyle(row.querySelector('.monaco-icon-label'), '::after').content)
          .join()`,
      );
    const shown: [name: string, badge: string][] = [
      [FEW, '"1"'],
      [MANY, '"∞"'],
      [LOST, '"1"'],
    ];
    for (const [name, sign] of shown)
      await eventually(`${sign} beside ${name}`, async () => (await badge(name)).includes(sign));
    const row = (name: string) =>
      window.page.locator('.explorer-folders-view .monaco-list-row', {
        has: window.page.getByText(name, { exact: true }),
      });
    const hovers = window.page.locator('.monaco-hover:visible');
    const said: [name: string, tooltip: string][] = [
      [MANY, 'Annotations in this article: 120'],
      [LOST, 'Annotations in this article: 1 · To be decided: 1'],
    ];
    for (const [name, tooltip] of said) {
      // VS Code forgets the mouse over a row that it draws again, until the mouse comes anew.
      await eventually(`“${tooltip}” over ${name}`, async () => {
        await window.parkMouse();
        await row(name).locator('.label-name').hover();
        return succeeds(hovers.filter({ hasText: tooltip }).waitFor({ timeout: 2000 }));
      });
    }
    await window.screenshot('out/explorer.png');
  });

  it('offers once to nest sidecars below their articles', async () => {
    const { window } = session;
    const offer = 'Show each sidecar below its article in the explorer?';
    assert.deepEqual(await window.notifications.messages(), []);
    // Nobody decided about nesting.
    session.settings({ 'explorer.fileNesting.enabled': undefined });
    await session.reload();
    await window.showContainer('Claim Annotator');
    await window.notifications.shown(offer);
    await window.notifications.press(offer, 'No');
    await session.reload();
    await window.showContainer('Claim Annotator');
    await tree().until((rows) => rows.length > 0);
    assert.deepEqual(await window.notifications.messages(), []);
    await window.press('Control+Shift+E');
  });

  it('nests sidecars below their articles', async () => {
    const { window } = session;
    assert.ok((await window.explorerRows()).includes(`${FEW}.claims.yaml`));
    await window.command('Claims: Nest Sidecars Below Their Articles');
    await eventually('the sidecars to go below', async () => {
      const rows = await window.explorerRows();
      return rows.includes(FEW) && !rows.some((name) => name.endsWith('.claims.yaml'));
    });
  });
});
