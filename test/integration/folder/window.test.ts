import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('a window on a folder', () => {
  it('shows a copy of the fixture workspace', async () => {
    const files = await vscode.workspace.findFiles('**/*.md');
    const names = files.map((file) => file.path.split('/').at(-1));
    assert.ok(names.includes('open-or-closed.md') && names.includes('开源与闭源.md'));
  });
});
