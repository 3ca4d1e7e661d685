import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { rejects, type Result, run, until } from '../support';

describe('a workspace of several folders', () => {
  const [north, south] = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const article = (folder: vscode.Uri | undefined) => vscode.Uri.joinPath(folder as vscode.Uri, 'rivers.md');
  const annotate = async (folder: vscode.Uri | undefined, fields: object = {}) =>
    run('annotate', { uri: article(folder), ranges: [{ start: 0, end: 4 }], role: 'claim', speaker: null, stance: null, ...fields });

  it('puts the folder’s name before the path', async () => {
    assert.deepEqual(vscode.workspace.workspaceFolders?.map((folder) => folder.name), ['north', 'south']);
    const first = await annotate(north);
    const second = await annotate(south);
    assert.deepEqual([first.article, second.article], ['north/rivers.md', 'south/rivers.md']);
    assert.deepEqual((await run<Result[]>('list')).map(({ id }) => id), [first.id, second.id]);
    await rejects(run('goTo', { id: 'nowhere' }), /no annotation/);
  });

  it('uses the codebooks of all folders', async () => {
    const codebook = vscode.Uri.joinPath(south as vscode.Uri, 'claims.codebook.yaml');
    await vscode.workspace.fs.writeFile(codebook, new TextEncoder().encode('version: 1\nroles:\n  - id: question\nspeakers:\n  - name: 河务局\n    aliases: [River Board]\n'));
    const made = await until('the codebook', () => annotate(north, { role: 'question', speaker: 'river board' }).catch(() => undefined));
    assert.equal(made.speaker, '河务局');
    const exported = await run<{ codebook: { roles: { id: string }[] } }>('exportJson', { destination: null });
    assert.deepEqual(exported.codebook.roles, [{ id: 'question' }]);
  });
});
