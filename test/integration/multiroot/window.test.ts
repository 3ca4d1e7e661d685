import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('a window on a multi-root workspace', () => {
  it('has both folders', () => {
    assert.deepEqual(vscode.workspace.workspaceFolders?.map((folder) => folder.name), ['north', 'south']);
  });
});
