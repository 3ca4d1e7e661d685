import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('a window without a remote', () => {
  it('keeps its files in memory', async () => {
    const file = vscode.Uri.parse('tmp:/workspace/a.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('# A\n'));
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(document.getText(), '# A\n');
    assert.equal(document.languageId, 'markdown');
  });
});
