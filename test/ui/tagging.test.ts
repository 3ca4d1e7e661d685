import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';
import { Tree } from './tree';

const ZH = '开源与闭源.md';
const ZH_TITLE = '开源与闭源之争';
const SIDECAR = `${ZH}.claims.yaml`;

describe('tagging in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const exactLines = () =>
    [...(session.files.read(SIDECAR) ?? '').matchAll(/exact: (.*)/g)].map((match) => match[1]);
  /** Selects words, and presses the key of a role. */
  const start = async (words: string, key: string) => {
    await session.window.editor.select(words);
    await session.window.editor.focus();
    await session.window.press(key);
    await pick().opened();
  };

  it('says in the sidebar how to start', async () => {
    await session.window.showContainer('Claim Annotator');
    const welcome = session.window.page.locator('.welcome-view-content');
    await welcome.waitFor();
    assert.match(await welcome.innerText(), /select the words that matter/);
  });

  it('takes words selected with the keyboard, a typed speaker and a stance', async () => {
    const { window } = session;
    await window.openFile(ZH);
    // VS Code's “Go to Line” counts Han characters as two columns.
    await window.editor.selectFrom(3, 37, 14);
    await window.press('Shift+Alt+Digit1');
    await pick().opened('开源模型其实是一笔急性子税');
    assert.match(await pick().placeholder(), /Who says it\?/);
    await pick().type('模型厂商公会');
    await pick().row('New speaker: 模型厂商公会');
    await pick().accept();
    await eventually('the question for the stance', async () =>
      (await pick().placeholder()).startsWith('Which stance does 模型厂商公会 take?'),
    );
    assert.deepEqual(
      (await pick().rows()).map(({ label }) => label),
      ['favor', 'against', 'neutral', 'Leave the stance open'],
    );
    await pick().accept();
    await pick().closed();
    const sidecar = await eventually('the sidecar', () => session.files.read(SIDECAR));
    assert.match(
      sidecar,
      /role: claim\n {4}speaker: 模型厂商公会\n {4}stance: favor\n {4}passages:\n {6}- exact: 开源模型其实是一笔急性子税。/,
    );
  });

  it('highlights the passage by role and marks its stance', async () => {
    const look = await session.window.editor.appearance(
      '开源模型其实是一笔急性子税。',
      ({ boxes }) => boxes.some(({ style }) => style['border-bottom-style'] === 'solid'),
    );
    assert.ok(look.attachments.includes('▲'), look.attachments.join());
    const ruler = await eventually('the overview ruler', async () => {
      const colours = await session.window.editor.overviewRuler();
      return colours.size > 0 ? colours : undefined;
    });
    assert.ok(ruler.size > 0);
  });

  it('offers the last speaker of the article on top, with the stance: Enter takes both', async () => {
    await start('闭源模型的推理成本更低', 'Shift+Alt+Digit2');
    const [first] = await pick().rows();
    assert.deepEqual([first?.label, first?.focused], ['模型厂商公会 · favor', true]);
    await pick().accept();
    await pick().closed();
    await eventually('the second annotation', () => exactLines().length === 2);
    assert.match(
      session.files.read(SIDECAR) ?? '',
      /role: evidence\n {4}speaker: 模型厂商公会\n {4}stance: favor\n {4}passages:\n {6}- exact: 闭源模型的推理成本更低/,
    );
  });

  it('keeps an Enter out of the article that is pressed for the stance all the same', async () => {
    await start('成本更低', 'Shift+Alt+Digit2');
    await pick().row('模型厂商公会 · favor');
    await pick().press('Enter');
    await session.window.press('Enter');
    await pick().closed();
    await eventually('the annotation', () => exactLines().length === 3);
    const [tab] = await session.window.tabs();
    assert.equal(tab?.dirty, false);
    await session.window.command('Claims: Undo Annotation Change');
    await eventually('it to go', () => exactLines().length === 2);
  });

  it('goes on to the stance on Tab, and back', async () => {
    await start('能力也更强', 'Shift+Alt+Digit1');
    await pick().row('模型厂商公会 · favor');
    await pick().press('Tab');
    await eventually('the stance', async () =>
      (await pick().placeholder()).startsWith('Which stance'),
    );
    assert.deepEqual(
      (await pick().rows()).filter(({ focused }) => focused).map(({ label }) => label),
      ['favor'],
    );
    await pick().box.getByRole('button', { name: 'Back' }).click();
    await pick().row('模型厂商公会 · favor');
    await pick().press('Tab');
    await pick().choose('Leave the stance open');
    await pick().closed();
    await eventually('the third annotation', () => exactLines().length === 3);
    assert.match(
      session.files.read(SIDECAR) ?? '',
      /speaker: 模型厂商公会\n {4}passages:\n {6}- exact: 能力也更强/,
    );
  });

  it('writes nothing after Esc at any question', async () => {
    const before = session.files.read(SIDECAR);
    await start('没有开源，就没有今天的互联网', 'Shift+Alt+Digit0');
    assert.equal(await pick().placeholder(), 'What is this passage?');
    assert.deepEqual(
      (await pick().rows()).map(({ label }) => label),
      ['claim', 'evidence', 'rebuttal'],
    );
    await pick().cancel();
    await pick().closed();
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+Digit3');
    await pick().opened();
    await pick().cancel();
    await pick().closed();
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+Digit3');
    await pick().opened();
    await pick().type('某人');
    await pick().row('New speaker: 某人');
    await pick().accept();
    await eventually('the stance', async () =>
      (await pick().placeholder()).startsWith('Which stance'),
    );
    await pick().cancel();
    await pick().closed();
    assert.equal(session.files.read(SIDECAR), before);
  });

  it('asks for role, speaker and stance from the palette, and can leave them open', async () => {
    await session.window.editor.select('没有开源，就没有今天的互联网');
    await session.window.command('Claims: Annotate…');
    await pick().choose('rebuttal');
    await pick().choose('Leave the speaker open');
    await pick().choose('against');
    await pick().closed();
    await eventually('the fourth annotation', () => exactLines().length === 4);
    assert.match(
      session.files.read(SIDECAR) ?? '',
      /role: rebuttal\n {4}stance: against\n {4}passages:\n {6}- exact: 没有开源，就没有今天的互联网/,
    );
  });

  it('annotates from the context menu, Markdown emphasis inside the quotation', async () => {
    const { editor, page } = session.window;
    await editor.select('**开源模型其实是一笔急性子税，这话说得太绝对了。**');
    const { first, last } = await editor.appearance('这话说得太绝对了');
    await page.mouse.click((first.left + last.right) / 2, first.top + first.height / 2, {
      button: 'right',
    });
    const menu = page.locator('.monaco-menu');
    await menu.getByRole('menuitem', { name: 'Claims' }).hover();
    await eventually('the menu to take the role', async () => {
      await menu
        .getByRole('menuitem', { name: 'Annotate as Rebuttal' })
        .click({ timeout: 1_000 })
        .catch(() => undefined);
      return pick().box.isVisible();
    });
    await pick().type('市信息办');
    await pick().row('New speaker: 市信息办');
    await pick().accept();
    await pick().choose('neutral');
    await pick().closed();
    await eventually('the annotation', () =>
      exactLines().some((line) =>
        line?.includes('**开源模型其实是一笔急性子税，这话说得太绝对了。**'),
      ),
    );
  });

  it('makes one annotation of several cursors', async () => {
    await session.window.openFile('open-or-closed.md');
    await session.window.editor.selectAll('(simply stronger|cheaper to run)', 2);
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+Digit2');
    await pick().opened('simply stronger … cheaper to run');
    await pick().choose('模型厂商公会 · favor');
    await pick().closed();
    const sidecar = await eventually('the sidecar', () =>
      session.files.read('open-or-closed.md.claims.yaml'),
    );
    assert.equal(sidecar.match(/- id:/g)?.length, 1);
    assert.deepEqual(
      [...sidecar.matchAll(/- exact: (.*)/g)].map((match) => match[1]),
      ['simply stronger', 'cheaper to run'],
    );
  });

  it('shows speakers with counts, and their annotations in reading order across articles', async () => {
    await session.window.showContainer('Claim Annotator');
    const tree = new Tree(session.window.page, 'Claim Annotator');
    const rows = await tree.until((all) => all.length === 3);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} ${description}`),
      ['市信息办 1', '模型厂商公会 4', 'No speaker 1'],
    );
    assert.equal(rows[1]?.ariaLabel, '模型厂商公会, 4 annotations');
    await tree.expand('模型厂商公会');
    const children = (await tree.until((all) => all.length === 7)).filter(
      ({ level }) => level === 2,
    );
    assert.deepEqual(
      children.map(({ label }) => label),
      [
        'simply stronger … cheaper to run',
        '开源模型其实是一笔急性子税。',
        '闭源模型的推理成本更低',
        '能力也更强',
      ],
    );
    assert.deepEqual(
      children.map(({ description }) => description),
      [
        '▲ favor · (2024-07-08) · Open or closed?',
        `▲ favor · ${ZH_TITLE}`,
        `▲ favor · ${ZH_TITLE}`,
        ZH_TITLE,
      ],
    );
    await tree.click('闭源模型的推理成本更低');
    await session.window.editor.status('(11 selected)');
  });

  it('tells all in the hover', async () => {
    const text = await session.window.editor.hover('能力也更强', 'claim');
    for (const part of ['claim', '模型厂商公会', 'Added', 'Edit', 'Delete', 'Show in sidebar'])
      assert.ok(text.includes(part), text);
    await session.window.parkMouse();
  });

  it('says what was tagged, and that the same words were tagged before; one click takes it back', async () => {
    const [count] = [exactLines().length];
    for (const times of [1, 2]) {
      await start('没有开源，就没有今天的互联网', 'Shift+Alt+Digit3');
      await pick().choose('Leave the speaker open');
      await pick().opened();
      await pick().choose('Leave the stance open');
      await pick().closed();
      await eventually('the annotation', () => exactLines().length === count + times);
    }
    const told = session.window.page.locator('.statusbar-item', { hasText: 'Tagged: “没有开源' });
    await told.waitFor();
    await session.window.notifications.press(/are tagged twice now/, 'Undo');
    await eventually('the second one gone', () => exactLines().length === count + 1);
    // It would take back the first one too; by itself it goes after ten seconds.
    await told.waitFor({ state: 'detached', timeout: 5_000 });
    await session.window.command('Claims: Undo Annotation Change');
    await eventually('it back', () => exactLines().length === count + 2);
    for (const left of [1, 0]) {
      await session.window.command('Claims: Undo Annotation Change');
      await eventually('one less', () => exactLines().length === count + left);
    }
  });

  it('exports the workspace as JSON', async () => {
    await session.window.command('Claims: Export as JSON…');
    await pick().choose('The whole workspace');
    await eventually('the name of the file', async () =>
      (await pick().value()).endsWith('claims.json'),
    );
    await pick().accept();
    const exported = JSON.parse(
      await eventually('the export', () => session.files.read('claims.json')),
    ) as {
      annotations: {
        article: string;
        passages: { exact: string; start: number; end: number; state: string }[];
      }[];
    };
    assert.equal(exported.annotations.length, 6);
    for (const { article, passages } of exported.annotations) {
      const text = Array.from(session.files.read(article) ?? '');
      for (const { exact, start, end, state } of passages)
        assert.deepEqual([state, text.slice(start, end).join('')], ['anchored', exact]);
    }
    await session.window.notifications.shown(/Exported to claims\.json; annotations: 6/);
  });
});
