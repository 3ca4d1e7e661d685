import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';
import { Tree } from './tree';

const ARTICLE = '渡口.md';
const OTHER = '渡口二.md';
const TEXT = `# 渡口之争

航运公司总经理林岚在会上表示：“摆渡的成本还会下降，明年票价不会再涨。”会开了两个小时。

专家周建国说：“桥修好了，渡口就该关。”

林岚指出，渡口二十年没有出过事故。周建国认为，老人可以坐公共汽车过桥。
`;

describe('reading mode, in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const sidecar = () => session.files.read(`${ARTICLE}.claims.yaml`) ?? '';
  const exact = () => [...sidecar().matchAll(/exact: (.*)/g)].map((match) => match[1]);
  const start = async () => {
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+Digit9');
    await pick().opened();
  };

  before(async () => {
    session.files.write(ARTICLE, TEXT);
    session.files.write(OTHER, '周建国认为，票价还可以再低一点。今天下雨。\n');
    await session.window.openFile(ARTICLE);
    await session.window.editor.goTo(1, 1);
  });

  it('offers one passage after the other, selected, with who says it', async () => {
    await start();
    await pick().opened('摆渡的成本还会下降，明年票价不会再涨。');
    await pick().row('林岚');
    assert.match(await pick().placeholder(), /Enter: claim · 1 claim, 2 evidence, 3 rebuttal/);
    await session.window.editor.status('(19 selected)');
    await session.window.screenshot('out/reading-mode.png');
  });

  it('moves the edges by clauses with the arrows, and tags with Enter', async () => {
    await session.window.press('ArrowLeft');
    await pick().opened(/^摆渡的成本还会下降$/);
    await session.window.press('ArrowRight');
    await pick().opened('摆渡的成本还会下降，明年票价不会再涨');
    await session.window.press('Shift+ArrowRight');
    await pick().opened(/^明年票价不会再涨/);
    await session.window.press('Shift+ArrowLeft');
    await session.window.press('ArrowLeft');
    await pick().opened(/^摆渡的成本还会下降$/);
    await pick().row('林岚');
    await pick().press('Enter');
    await pick().opened('桥修好了，渡口就该关。');
    await eventually('the annotation', () => exact().length === 1);
    assert.deepEqual(exact(), ['摆渡的成本还会下降']);
    assert.match(sidecar(), /role: claim\n {4}speaker: 林岚\n/);
  });

  it('tags with a number as another role, with a stance if a sign stands before it', async () => {
    await pick().row('周建国');
    await session.window.page.keyboard.type('+3');
    await pick().opened('渡口二十年没有出过事故。');
    await eventually('the rebuttal', () => exact().length === 2);
    assert.match(sidecar(), /role: rebuttal\n {4}speaker: 周建国\n {4}stance: favor\n/);
  });

  it('skips with Tab, and ends with Esc; what was skipped or tagged isn’t offered again', async () => {
    await pick().press('Tab');
    await pick().opened('老人可以坐公共汽车过桥。');
    await pick().row('周建国 · favor');
    await pick().cancel();
    await pick().closed();
    await session.window.editor.goTo(1, 1);
    await start();
    await pick().opened('老人可以坐公共汽车过桥。');
    await session.window.page.keyboard.type('2');
    await pick().closed();
    await session.window.notifications.shown(/Read to the end: 1 tagged, 0 skipped/);
    await eventually('the evidence', () => exact().length === 3);
    assert.match(sidecar(), /role: evidence\n {4}speaker: 周建国\n {4}stance: favor\n/);
    assert.equal(session.files.read(ARTICLE), TEXT);
    assert.equal(await session.window.page.locator('.tab.dirty').count(), 0);
  });

  it('underlines what it would offer, if that is wished for', async () => {
    await session.window.openFile(OTHER);
    await session.window.command('Claims: Show or Hide Suggested Passages');
    const look = await session.window.editor.appearance('票价还可以再低一点', ({ boxes }) =>
      boxes.some(({ style }) => style['border-bottom-style'] === 'dotted'),
    );
    assert.ok(look.boxes.length > 0);
    await session.window.command('Claims: Show or Hide Suggested Passages');
    await session.window.editor.appearance('票价还可以再低一点', ({ boxes }) =>
      boxes.every(({ style }) => style['border-bottom-style'] !== 'dotted'),
    );
  });
});

describe('same statements in Findings', () => {
  const session = useWindow();
  const findings = () => new Tree(session.window.page, 'Findings');
  const words = '渡口不能关，关了谁也过不了河，孩子上不了学';
  const entry = (id: string, said: string) =>
    `  - id: ${id}\n    role: claim\n    speaker: 林岚\n    passages:\n      - exact: ${said}\n`;
  const sidecar = (name: string) => session.files.read(`${name}.claims.yaml`) ?? '';
  const links = () =>
    ['甲.md', '乙.md', '丙.md'].filter((name) => sidecar(name).includes('restates'));

  before(async () => {
    for (const [name, id] of [
      ['甲.md', 'a1'],
      ['乙.md', 'b1'],
      ['丙.md', 'c1'],
    ] as const) {
      session.files.write(name, `林岚说：“${words}。”\n`);
      session.files.write(`${name}.claims.yaml`, `version: 1\nannotations:\n${entry(id, words)}`);
    }
    await session.window.openFile('甲.md');
    await session.window.showContainer('Claim Annotator');
    await session.window.command('Claims: Show What Is Missing');
    await findings().row('Said more than once');
  });

  it('proposes groups, links one in one step, and takes that back', async () => {
    await findings().expand('Said more than once');
    const row = await findings().row(words);
    assert.match(row.description, /^3 · 林岚 · \d+ %$/);
    await findings().pressInline(words, 'Link as the Same Statement');
    await eventually('two links', () => links().length === 2);
    await findings().until((rows) => !rows.some(({ label }) => label === words));
    await session.window.command('Claims: Undo Annotation Change');
    await eventually('no link', () => links().length === 0);
  });

  it('takes one out, and remembers it in the codebook', async () => {
    await findings().row(words);
    await findings().pressInline(words, 'Take One Out…');
    await session.window.quickInput.opened('Which one says something else?');
    await session.window.quickInput.accept();
    const codebook = await eventually('the codebook', () =>
      session.files.read('claims.codebook.yaml')?.includes('kind: same')
        ? session.files.read('claims.codebook.yaml')
        : undefined,
    );
    assert.equal(codebook.match(/kind: same/g)?.length, 2);
    await findings().until((rows) =>
      rows.some(({ label, description }) => label === words && /^2 · /.test(description)),
    );
  });
});
