import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('a window on nothing', () => {
  it('has no folder', () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
  });
});
