import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';
import { Tree } from './tree';

const EARLY = '渡口一.md';
const LATE = '渡口二.md';
const ARTICLES = {
  [EARLY]:
    '---\ntitle: 渡口之争\ndate: 2024-07-11\n---\n\n上周五，船工老周说：“渡口不能关。”镇长说：“桥修好了，渡口就该关。”\n\n老周又说：“关了谁也过不了河。”\n',
  [LATE]: '---\ntitle: 渡口关了\ndate: 2025-02-03\n---\n\n船工老周改口说：“渡口可以关。”\n',
};
const TOPIC = '渡口该关';

const entry = (id: string, exact: string, fields: Record<string, string>, links = '') =>
  `  - id: ${id}\n${Object.entries(fields)
    .map(([key, value]) => `    ${key}: ${value}\n`)
    .join('')}    topic: ${TOPIC}\n    passages:\n      - exact: ${exact}\n${links}`;

describe('the analyst’s desk, in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const tree = () => session.window.tree('Claim Annotator');
  const findings = () => new Tree(session.window.page, 'Findings');
  const sidecar = () => session.files.read(`${EARLY}.claims.yaml`) ?? '';
  const group = async (by: string) => {
    await session.window.command('Claims: Group By…');
    await pick().choose(by);
    await pick().closed();
  };

  before(async () => {
    const { files, window } = session;
    for (const [name, text] of Object.entries(ARTICLES)) files.write(name, text);
    files.write(
      `${EARLY}.claims.yaml`,
      `version: 1\nannotations:\n${entry('a1zhou', '渡口不能关', { role: 'claim', speaker: '老周', stance: 'against' })}${entry('a2mayor', '桥修好了，渡口就该关', { role: 'rebuttal', speaker: '镇长', stance: 'favor' }, '    links:\n      - {type: rebuts, target: a1zhou}\n')}`,
    );
    files.write(
      `${LATE}.claims.yaml`,
      `version: 1\nannotations:\n${entry('b1zhou', '渡口可以关', { role: 'claim', speaker: '老周', stance: 'favor' })}`,
    );
    await window.openFile(EARLY);
    await window.showContainer('Claim Annotator');
    await tree().row('老周');
  });

  it('tags a known speaker with topic, stance and date in four keys', async () => {
    const { window } = session;
    await window.command('Claims: Choose Topic…');
    await pick().choose(TOPIC);
    await pick().closed();
    await window.editor.select('关了谁也过不了河');
    // The article's own stance first, each stance on the topic in a row of its own.
    await window.press('Shift+Alt+Digit2');
    await pick().row('老周 · against');
    await pick().row('老周 · favor');
    await pick().accept();
    await pick().closed();
    await eventually('the annotation', () => sidecar().includes('关了谁也过不了河'));
    await window.press('Shift+Alt+Digit6');
    await pick().opened('When was it said?');
    await pick().row('2024-07-05');
    assert.deepEqual(
      (await pick().rows()).map(({ label, description }) => `${label} ${description}`.trim()),
      ['2024-07-05 “上周五”', '2024-07-11 the article’s date', 'Leave the date open'],
    );
    await pick().accept();
    await pick().closed();
    await eventually('the date', () => sidecar().includes('date: "2024-07-05"'));
    assert.match(
      sidecar(),
      /role: evidence\n {4}speaker: 老周\n {4}stance: against\n {4}topic: 渡口该关\n/,
    );
  });

  it('keeps a date that is there at an Enter', async () => {
    const before = sidecar();
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+Digit6');
    await pick().opened('When was it said?');
    await pick().row('2024-07-05');
    const [first] = await pick().rows();
    assert.deepEqual([first?.label, first?.description], ['2024-07-05', 'as it is']);
    await pick().accept();
    await pick().closed();
    assert.equal(sidecar(), before);
  });

  it('says who rebuts whom: rebuttals stand under what they rebut', async () => {
    await group('Argument (evidence and rebuttals under their claims)');
    const rows = await tree().until((all) => all.some(({ level }) => level === 2));
    assert.deepEqual(
      rows
        .filter(({ label }) => label === '渡口不能关' || label.startsWith('桥修好了'))
        .map(({ label, description, level }) => [level, label, description]),
      [
        [1, '渡口不能关', '老周 · ▼ against · (2024-07-11) · ←1 · 渡口之争'],
        [2, '桥修好了，渡口就该关', 'rebuts · 镇长 · ▲ favor · (2024-07-11) · →1 · 渡口之争'],
      ],
    );
  });

  it('says who says what on a topic, and shows only what is asked for', async () => {
    await group('Topic');
    assert.equal((await tree().row(TOPIC)).description, '4');
    await session.window.command('Claims: Show Only…');
    await pick().type('role:rebuttal');
    await pick().accept();
    await pick().closed();
    const rows = await tree().until((all) => all[0]?.label === 'Role: rebuttal');
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} ${description}`),
      ['Role: rebuttal 1', `${TOPIC} 1`],
    );
    await tree().pressInline('Role: rebuttal', 'Clear Filter');
    await tree().until((all) => all.some((row) => row.description === '4'));
    await group('Speaker');
  });

  it('shows who turned, with both statements and whose dates these are', async () => {
    await session.window.command('Claims: Show Who Turned');
    await findings().expand('Changed their stance');
    // Rows come one by one.
    const rows = await findings().until(
      (all) =>
        all.some(({ level }) => level === 2) && all.filter(({ level }) => level === 3).length === 2,
    );
    const at = rows.findIndex(({ level }) => level === 2);
    assert.deepEqual(
      rows.slice(at, at + 3).map(({ label }) => label),
      ['老周 ▼ → ▲', '渡口不能关', '渡口可以关'],
    );
    assert.match(
      rows[at]?.ariaLabel ?? '',
      /against 2024-07-11 \(the article’s date\), then favor/,
    );
    await findings().click('渡口可以关');
    await session.window.editor.status('(5 selected)');
  });

  it('renames a speaker everywhere after showing what changes, and takes it back', async () => {
    await tree().chooseFromContextMenu('老周', 'Rename Everywhere…');
    await pick().type('周大河');
    await pick().accept();
    await pick().row('Rename “老周” to “周大河”');
    await pick().accept();
    await tree().row('周大河');
    assert.ok((session.files.read(`${LATE}.claims.yaml`) ?? '').includes('speaker: 周大河'));
    await session.window.command('Claims: Undo Annotation Change');
    await tree().row('老周');
    assert.ok((session.files.read(`${LATE}.claims.yaml`) ?? '').includes('speaker: 老周'));
  });

  for (const theme of ['Dark Modern', 'Dark High Contrast'])
    it(`can be read in ${theme}`, async () => {
      const { window } = session;
      await window.command('Preferences: Color Theme');
      await pick().type(theme);
      await pick().choose(theme);
      await tree().expand('老周');
      // The mark of the stance is there, however little room the quotation leaves.
      const marks = await window.page.evaluate<string[]>(
        `[...document.querySelectorAll('.monaco-list-row .monaco-icon-label')]
          .map((label) => getComputedStyle(label, '::after').content)`,
      );
      assert.ok(marks.join('').includes('▼') && marks.join('').includes('▲'), marks.join(' '));
      await window.screenshot(`out/desk-${theme.replaceAll(' ', '-')}.png`);
    });
});
