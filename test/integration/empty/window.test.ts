import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { rejects, type Result, run, until } from '../support';

describe('a window without a folder', () => {
  let folder: string;
  let path: string;
  let uri: vscode.Uri;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'claim-annotator-lone-'));
    path = join(folder, 'lone.txt');
    uri = vscode.Uri.file(path);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps a lone article’s sidecar beside it', async () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    writeFileSync(path, 'A lone article says something.\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const made = await run('annotate', {
      uri,
      ranges: [{ start: 2, end: 14 }],
      role: 'claim',
      speaker: 'Nobody',
      stance: null,
    });
    assert.equal(made.article, 'lone.txt');
    assert.match(readFileSync(`${path}.claims.yaml`, 'utf8'), /exact: lone article/);
    assert.deepEqual(
      (await run<Result[]>('list')).map(({ id }) => id),
      [made.id],
    );
  });

  it('follows its sidecar when that changes on the disk', async () => {
    const changed = readFileSync(`${path}.claims.yaml`, 'utf8').replace('Nobody', 'Somebody');
    let times = 0;
    await until('the new speaker', async () => {
      // VS Code begins to watch a folder some time after it was asked to: what was written before
      // is not told.
      writeFileSync(`${path}.claims.yaml`, `${changed}# written ${++times} times\n`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return (await run<Result[]>('list'))[0]?.speaker === 'Somebody';
    });
  });

  it('says what is missing where there is no article at all', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rejects(
      run('annotate', { role: 'claim', speaker: null, stance: null }),
      /Open the article/,
    );
  });
});
