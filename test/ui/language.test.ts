import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const SIDECAR = 'bridge.md.claims.yaml';

describe('typing in a sidecar', () => {
  const session = useWindow();
  const suggestions = async (): Promise<string[]> =>
    session.window.page
      .locator('.suggest-widget.visible .monaco-list-row .label-name')
      .allInnerTexts();
  const offered = async (label: string) =>
    eventually(
      () => `“${label}” to be offered`,
      async () => ((await suggestions())[0] === label ? true : undefined),
    );

  before(async () => {
    session.files.write(
      'claims.codebook.yaml',
      'version: 1\nspeakers:\n  - name: 李彦宏\n    aliases: [Robin Li]\n  - {name: "No", aliases: [nobody]}\n',
    );
    session.files.write('bridge.md', 'The bridge will fall.\n');
    session.files.write(
      SIDECAR,
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages:\n      - exact: The bridge will fall.\n',
    );
    await session.window.openFile(SIDECAR);
    await session.window.editor.goTo(4, 16);
  });

  it('offers keys and values by itself, found by any name, and writes them as YAML wants it', async () => {
    const { page } = session.window;
    await session.window.press('Enter');
    await page.keyboard.type('spea', { delay: 50 });
    await offered('speaker');
    await session.window.press('Enter');
    await page.keyboard.type('rob', { delay: 50 });
    await offered('李彦宏');
    await session.window.press('Enter');
    await session.window.press('Enter');
    await page.keyboard.type('reportedBy: [nobo', { delay: 50 });
    await offered('No');
    await session.window.press('Enter');
    await session.window.editor.save();
    const text = await session.files.until(SIDECAR, /reportedBy/);
    assert.match(text, /\n {4}role: claim\n {4}speaker: 李彦宏\n {4}reportedBy: \["No"\]\n/);
  });
});
