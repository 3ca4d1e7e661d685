import { strict as assert } from 'node:assert';
import { useWindow } from './session';

describe('the window', () => {
  const session = useWindow();

  it('lists the articles of the workspace', async () => {
    assert.deepEqual(await session.window.explorerRows(), ['open-or-closed.md', '开源与闭源.md']);
  });

  it('opens an article', async () => {
    await session.window.openFile('open-or-closed.md');
    await session.window.editor.contains('# Open or closed?');
  });

  it('selects words in it', async () => {
    await session.window.editor.select('the open one won. 🚀');
  });
});
