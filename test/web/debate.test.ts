import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/extension';
import { PANELS } from '../../src/contributions';
import { DebateTab } from '../../src/features/debate/debateTab';
import { pageFolder } from '../../src/features/debate/page';
import { annotate, file, run, until, write } from '../integration/support';

describe('the debate’s tab in a browser alone', () => {
  it('gets its script, and draws its table and a picture', async () => {
    await write('quay.md', 'The quay must stay, said the boatmen.\n');
    await annotate('quay.md', 'The quay must stay', { speaker: 'Boatmen', stance: 'favor' });
    const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
    assert.ok(extension);
    const { services } = await extension.activate();
    const panel = vscode.window.createWebviewPanel(PANELS.debate, 'Debate', vscode.ViewColumn.One, {
      enableScripts: true,
      localResourceRoots: [pageFolder(extension.extensionUri)],
    });
    try {
      // The page asks for each thing once it has drawn what that is drawn into.
      const asked: unknown[] = [];
      panel.webview.onDidReceiveMessage(({ name }: { name?: unknown }) => asked.push(name));
      const tab = new DebateTab(services, panel, extension.extensionUri);
      await until('lines to be asked for', () => asked.includes('lines'));
      tab.showOnly('matrix', { speaker: ['Boatmen'] });
      await until('a picture to be asked for', () => asked.includes('picture'));
      tab.dispose();
    } finally {
      panel.dispose();
      // Other tests of this window count what there is.
      for (const name of ['quay.md.claims.yaml', 'quay.md'])
        await vscode.workspace.fs.delete(file(name));
      await until('nothing to be left', async () => (await run<object[]>('list')).length === 0);
    }
  });
});
