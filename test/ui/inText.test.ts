import { strict as assert } from 'node:assert';
import { eventually, succeeds } from './eventually';
import { useWindow } from './session';

const ARTICLE = '渡口.md';
const PLAIN = 'ferry.txt';
const TEXT = `# 渡口

船工说：“渡口不能关，桥太远，没人走。”

镇长说桥已经修好。渡口每年亏三万，关了才对。
`;

describe('in the text', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const sidecar = (article = ARTICLE) => session.files.read(`${article}.claims.yaml`) ?? '';
  const exacts = () => [...sidecar().matchAll(/exact: (.*)/g)].map((match) => match[1]);
  const status = (text: string | RegExp) =>
    session.window.page.locator('.statusbar-item').filter({ hasText: text });
  const locked = () => status('Reading: 1 claim');
  const isDirty = async () => (await session.window.tabs()).some(({ dirty }) => dirty);
  const tag = async (key: string) => {
    await session.window.press(key);
    await pick().opened();
    await pick().choose('Leave the speaker open');
    await pick().choose('Leave the stance open');
    await pick().closed();
  };

  before(async () => {
    const { files, window } = session;
    files.write(ARTICLE, TEXT);
    files.write(PLAIN, 'Nobody came. The ferry was closed, they said.\n');
    await window.openFile(ARTICLE);
  });

  describe('the reading lock', () => {
    it('tags the selection or the sentence at the cursor by 1, 2 and 3', async () => {
      const { window } = session;
      await window.command('Claims: Lock Articles for Reading');
      await locked().waitFor();
      await window.editor.select('渡口不能关');
      await window.editor.focus();
      await tag('1');
      await eventually('the claim', () => exacts().includes('渡口不能关'));
      await window.editor.goTo(5, 2);
      await tag('2');
      await eventually('the evidence', () => exacts().includes('镇长说桥已经修好。'));
      await window.editor.select('关了才对');
      await window.editor.focus();
      await tag('3');
      await eventually('the rebuttal', () => exacts().includes('关了才对'));
      assert.deepEqual(
        [...sidecar().matchAll(/role: (.*)/g)].map((match) => match[1]),
        ['claim', 'evidence', 'rebuttal'],
      );
    });

    it('goes on by j and k, edits, links and dates by e, l and d', async () => {
      const { window } = session;
      await window.editor.goTo(1);
      await window.press('j');
      await window.editor.status('(5 selected)');
      await window.press('j');
      await window.editor.status('(9 selected)');
      await window.press('k');
      await window.editor.status('(5 selected)');
      for (const [key, title] of [
        ['e', '渡口不能关'],
        ['l', 'Link “渡口不能关”'],
        ['d', 'When was it said?'],
      ] as const) {
        await window.press(key);
        await pick().opened(title);
        await pick().cancel();
        await pick().closed();
      }
    });

    it('deletes by Delete, undoes by u, and says so where there is nothing', async () => {
      const { window } = session;
      await window.press('Delete');
      await eventually('it to go', () => !exacts().includes('渡口不能关'));
      await window.press('u');
      await eventually('it to come back', () => exacts().includes('渡口不能关'));
      await window.editor.goTo(1);
      await window.press('Delete');
      await window.notifications.shown('There is no annotation at the cursor.');
      assert.equal(exacts().length, 3);
    });

    it('lets nothing be typed, by keys or by an input method', async () => {
      const { window } = session;
      await window.editor.goTo(5, 2);
      await window.press('x Enter Backspace Control+Z');
      const devtools = await window.context.newCDPSession(window.page);
      await devtools.send('Input.imeSetComposition', {
        text: 'ni',
        selectionStart: 2,
        selectionEnd: 2,
      });
      await devtools.send('Input.insertText', { text: '你' });
      await devtools.detach();
      await window.editor.contains('镇长说桥已经修好。');
      assert.equal(await isDirty(), false);
      assert.equal(session.files.read(ARTICLE), TEXT);
    });

    it('leaves keys elsewhere alone', async () => {
      const { window } = session;
      await window.press('Control+F');
      const box = window.editor.element.locator('.find-widget.visible').getByRole('textbox', {
        name: 'Find',
      });
      await box.fill('');
      await window.press('1 j u');
      await eventually(
        'the keys in the find widget',
        async () => (await box.inputValue()) === '1ju',
      );
      await window.press('Escape');
      await pick().openWith('Control+P');
      await window.press('1 j u');
      assert.equal(await pick().value(), '1ju');
      await pick().cancel();
      await pick().closed();
      assert.equal(await locked().count(), 1);
    });

    it('locks plain text too, and ends by Esc for all articles', async () => {
      const { window } = session;
      await window.openFile(PLAIN);
      await locked().waitFor();
      await window.press('x');
      await tag('1');
      await eventually('the claim', () => sidecar(PLAIN).includes('exact: Nobody came.'));
      assert.equal(await isDirty(), false);
      await window.editor.focus();
      // The focus may still be on its way back from the quick pick.
      await eventually('the lock to end', async () => {
        await window.press('Escape');
        return succeeds(locked().waitFor({ state: 'detached', timeout: 2_000 }));
      });
      for (const article of [PLAIN, ARTICLE]) {
        await window.openFile(article);
        await eventually('the article to take keys again', async () => {
          await window.editor.focus();
          await window.press('x');
          return isDirty();
        });
        await window.press('Control+Z');
        await window.editor.save();
      }
      assert.equal(session.files.read(ARTICLE), TEXT);
    });

    it('begins by a key, and ends by Esc with a passage selected, or by a click', async () => {
      const { window } = session;
      await window.press('Shift+Alt+L');
      await locked().waitFor();
      await window.press('j');
      await window.editor.status(/selected/);
      await window.press('Escape');
      await locked().waitFor({ state: 'detached' });
      await window.press('Shift+Alt+L');
      await locked().waitFor();
      await locked().click();
      await locked().waitFor({ state: 'detached' });
    });
  });

  describe('boundaries', () => {
    it('extends and shortens a passage by keys', async () => {
      const { window } = session;
      await window.editor.select('渡口不能关');
      await window.editor.focus();
      const id = /id: (\w+)\n {4}role: claim/.exec(sidecar())?.[1];
      await window.press('Shift+Alt+Equal');
      await eventually('a clause more', () => exacts().includes('渡口不能关，桥太远'));
      await window.editor.status('(9 selected)');
      await window.press('Shift+Alt+Equal');
      await eventually('another one', () => exacts().includes('渡口不能关，桥太远，没人走。'));
      await window.press('Control+Shift+Alt+Minus');
      await eventually('one less at the start', () => exacts().includes('桥太远，没人走。'));
      await window.press('Shift+Alt+Minus');
      await eventually('one less at the end', () => exacts().includes('桥太远'));
      assert.match(
        sidecar(),
        new RegExp(`id: ${id}\\n {4}role: claim\\n {4}passages:\\n {6}- exact: 桥太远\\n`),
      );
      assert.doesNotMatch(sidecar(), /original/);
    });

    it('shows each choice of boundaries in the article, and takes one', async () => {
      const { window } = session;
      await window.press('Shift+Alt+B');
      await pick().opened('Boundaries of “桥太远”');
      await pick().row('Extend the start by a clause');
      await window.editor.status('(8 selected)');
      await pick().cancel();
      await pick().closed();
      await window.editor.status('(3 selected)');
      await window.press('Shift+Alt+B');
      await pick().opened('Boundaries of “桥太远”');
      await pick().choose('Extend the start by a clause');
      await pick().closed();
      await eventually('the clause', () => exacts().includes('渡口不能关，桥太远'));
    });
  });

  describe('what stands beside the text', () => {
    it('says who speaks at line ends, above paragraphs and in the outline', async () => {
      const { window } = session;
      session.settings({
        'claimAnnotator.lineHints.enabled': true,
        'claimAnnotator.codeLens.enabled': true,
      });
      await session.reload();
      await window.openFile(ARTICLE);
      const { element } = window.editor;
      await element.locator('.codelens-decoration').first().waitFor();
      const lenses = await element.locator('.codelens-decoration').allInnerTexts();
      assert.deepEqual(
        lenses.map((text) => text.replaceAll(/\s+/g, ' ')),
        ['No speaker · claim', 'No speaker · evidence | No speaker · rebuttal'],
      );
      await window.editor.contains('没人走。”No speaker');
      await window.command('Explorer: Focus on Outline View');
      const outline = window.page.locator('.pane', {
        has: window.page.locator('.pane-header', { hasText: 'Outline' }),
      });
      for (const name of ['Annotations', '渡口', '渡口不能关，桥太远'])
        await outline.locator('.monaco-list-row', { hasText: name }).first().waitFor();
    });
  });
});
