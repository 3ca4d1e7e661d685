import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, type Result, run, until } from '../support';

describe('sidecars and codebooks as a language, in several folders', () => {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const [north, south] = folders as [vscode.Uri, vscode.Uri];
  const codebook = (folder: vscode.Uri) => vscode.Uri.joinPath(folder, 'claims.codebook.yaml');
  const write = async (uri: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const topics = (statement: string) =>
    `version: 1\ntopics:\n  - {id: river, statement: ${statement}}\n`;

  after(async () => {
    await closeAll();
    for (const folder of folders) await vscode.workspace.fs.delete(codebook(folder));
  });

  it('take the codebook of the file’s own folder first', async () => {
    await write(codebook(north), topics('It freezes.'));
    await write(codebook(south), topics('It dries up.'));
    const article = vscode.Uri.joinPath(south, 'rivers.md');
    const { id } = await run('annotate', {
      uri: article,
      ranges: [{ start: 0, end: 4 }],
      ...{ role: 'claim', speaker: null, stance: null, topic: 'river' },
    });
    assert.ok((await run<Result[]>('list')).some((one) => one.id === id));
    const sidecar = article.with({ path: `${article.path}.claims.yaml` });
    const document = await vscode.workspace.openTextDocument(sidecar);
    const at = document.positionAt(document.getText().indexOf('topic: river') + 8);
    const hover = await until('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        sidecar,
        at,
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((one) => (one as vscode.MarkdownString).value),
      );
      return texts.find((text) => /It (?:freezes|dries)/.test(text));
    });
    assert.match(hover, /It dries up/);
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      sidecar,
      at,
    );
    assert.deepEqual(
      found.map(({ targetUri }) => targetUri.toString()),
      [codebook(south).toString()],
    );
    await run('delete', { id });
  });
});
