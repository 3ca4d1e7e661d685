import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { file, read, run } from '../support';

describe('the first steps', () => {
  it('copies the example into a folder of its own, whole, and again into another one', async () => {
    await vscode.workspace.fs.createDirectory(file('tries'));
    const first = await run<{ folder: vscode.Uri }>('openExample', { destination: file('tries') });
    const names = await vscode.workspace.fs.readDirectory(first.folder);
    assert.deepEqual(names.map(([name]) => name).sort(), ['articles', 'claims.codebook.yaml']);
    const articles = vscode.Uri.joinPath(first.folder, 'articles');
    assert.equal((await vscode.workspace.fs.readDirectory(articles)).length, 9);
    const second = await run<{ folder: vscode.Uri }>('openExample', { destination: file('tries') });
    assert.notEqual(second.folder.path, first.folder.path);
    await vscode.workspace.fs.delete(file('tries'), { recursive: true });
  });
});

describe('the explorer', () => {
  it('has sidecars nested below their articles by settings of the folder, others kept', async () => {
    const nesting = () => vscode.workspace.getConfiguration('explorer.fileNesting');
    const settings = '.vscode/settings.json';
    await nesting().update('patterns', { '*': 'a.txt' }, vscode.ConfigurationTarget.Workspace);
    await run('nestSidecars', {});
    assert.equal(nesting().get('enabled'), true);
    const patterns = nesting().get<Record<string, string>>('patterns');
    assert.equal(patterns?.['*'], 'a.txt, ${capture}.claims.yaml');
    const written = await read(settings);
    await run('nestSidecars', {});
    assert.equal(await read(settings), written);
    for (const name of ['enabled', 'patterns'])
      await nesting().update(name, undefined, vscode.ConfigurationTarget.Workspace);
  });
});
