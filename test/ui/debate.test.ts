import { strict as assert } from 'node:assert';
import { DebateTab } from './debateTab';
import { eventually } from './eventually';
import { useWindow } from './session';

const ARTICLE = '码头之争.md';
const OTHER = 'the-quay.md';
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
      if (n % 2 === 0) await tab().press('F2');
      await keyboard.type(`船工${n + 1}`);
      await tab().press('Enter');
    }
    await eventually(
      'all to be written',
      () => sidecar().split('speaker: 船工').length - 1 === COUNT,
    );
    const written = [
      ...sidecar().matchAll(/- id: q(\d+)\n {4}role: claim\n {4}speaker: 船工(\d+)\n/g),
    ];
    assert.deepEqual(
      written.map(([, id, speaker]) => [Number(id), Number(speaker)]),
      quotes.map((_, n) => [n, n + 1]),
    );
  });
});
