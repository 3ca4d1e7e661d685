import { DebateTab } from './debateTab';
import { useWindow } from './session';

const WORDS = 'The quay must stay, said the boatmen.';

describe('the debate’s tab without a remote, as on vscode.dev', () => {
  const session = useWindow({ web: true });

  it('opens with its table, and draws', async () => {
    const { window } = session;
    await window.command('File: New Untitled Text File');
    await window.editor.type(WORDS);
    await window.command('File: Save As...');
    await window.quickInput.type('/workspace/quay.md');
    await window.quickInput.accept();
    await window.page.locator('.tab[data-resource-name="quay.md"]').waitFor();
    await window.editor.select('The quay must stay');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await window.quickInput.opened();
    await window.quickInput.type('Boatmen');
    await window.quickInput.row('New speaker: Boatmen');
    await window.quickInput.accept();
    await window.quickInput.row('favor');
    await window.quickInput.accept();
    await window.command('Claims: Show Debate');
    const tab = new DebateTab(window.page);
    await tab.says('1 of 1 annotation');
    await tab.until('speaker', ([speaker]) => speaker === 'Boatmen');
    await tab.frame.locator('#tab-matrix').click();
    await tab.frame.locator('.picture-matrix .cell text', { hasText: '▲1' }).waitFor();
  });
});
