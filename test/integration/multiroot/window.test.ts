import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { rejects, type Result, run, until } from '../support';

describe('a workspace of several folders', () => {
  const [north, south] = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const article = (folder: vscode.Uri | undefined) =>
    vscode.Uri.joinPath(folder as vscode.Uri, 'rivers.md');
  const annotate = async (folder: vscode.Uri | undefined, fields: object = {}) =>
    run('annotate', {
      uri: article(folder),
      ranges: [{ start: 0, end: 4 }],
      role: 'claim',
      speaker: null,
      stance: null,
      ...fields,
    });

  it('puts the folder’s name before the path', async () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['north', 'south'],
    );
    const first = await annotate(north);
    const second = await annotate(south);
    assert.deepEqual([first.article, second.article], ['north/rivers.md', 'south/rivers.md']);
    assert.deepEqual(
      (await run<Result[]>('list')).map(({ id }) => id),
      [first.id, second.id],
    );
    await rejects(run('goTo', { id: 'nowhere' }), /no annotation/);
  });

  it('uses the codebooks of all folders', async () => {
    const codebook = vscode.Uri.joinPath(south as vscode.Uri, 'claims.codebook.yaml');
    await vscode.workspace.fs.writeFile(
      codebook,
      new TextEncoder().encode(
        'version: 1\nroles:\n  - id: question\nspeakers:\n  - name: 河务局\n    aliases: [River Board]\n',
      ),
    );
    const made = await until('the codebook', () =>
      annotate(north, { role: 'question', speaker: 'river board' }).catch(() => undefined),
    );
    assert.equal(made.speaker, '河务局');
    const exported = await run<{ codebook: { roles: { id: string }[] } }>('exportJson', {
      destination: null,
    });
    assert.deepEqual(exported.codebook.roles, [{ id: 'question' }]);
  });

  it('has a codebook for each folder, and writes where an entry is', async () => {
    const bookOf = (folder: vscode.Uri | undefined) =>
      vscode.Uri.joinPath(folder as vscode.Uri, 'claims.codebook.yaml');
    const text = async (folder: vscode.Uri | undefined) =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(bookOf(folder)));
    const before = await text(south);
    assert.deepEqual(await run<object>('makeCodebook', {}), {
      codebook: 'north/claims.codebook.yaml',
    });
    assert.match(await text(north), /- id: question\n[^]*speakers:\n {2}- name: 河务局\n$/);
    assert.equal(await text(south), before);
    await run('undo', {});
    await run('addAlias', { name: '河务局', alias: '河局' });
    assert.equal(await text(south), before.replace('[River Board]', '[River Board, 河局]'));
    const topic = { section: 'topics', name: '修坝', uri: article(north) };
    await run('editCodebook', { ...topic, changes: {} });
    assert.equal(await text(north), 'version: 1\ntopics:\n  - id: 修坝\n');
    await run('undo', {});
    await run('undo', {});
    await rejects(
      run('editCodebook', { ...topic, uri: 'file:///elsewhere/a.md', changes: {} }),
      /no folder/,
    );
  });

  it('takes a sidecar along into another folder, and out of the workspace', async () => {
    const [from, to] = [
      vscode.Uri.joinPath(north as vscode.Uri, 'dams.md'),
      vscode.Uri.joinPath(south as vscode.Uri, 'moved', 'dams.md'),
    ];
    await vscode.workspace.fs.writeFile(from, new TextEncoder().encode('Dams hold water back.\n'));
    const made = await run('annotate', {
      uri: from,
      ranges: [{ start: 0, end: 4 }],
      role: 'claim',
      speaker: null,
      stance: null,
    });
    const rename = async (source: vscode.Uri, target: vscode.Uri) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(source, target);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const places = async () =>
      (await run<Result[]>('list'))
        .filter(({ id }) => id === made.id)
        .map(({ article }) => article)
        .join();
    await rename(from, to);
    await until('the new folder', async () => (await places()) === 'south/moved/dams.md');
    const outside = vscode.Uri.joinPath(north as vscode.Uri, '..', 'dams.md');
    await rename(to, outside);
    await until('nothing in the workspace', async () => (await places()) === '');
    assert.deepEqual(
      (await run<Result[]>('list', { uri: outside })).map(({ id }) => id),
      [made.id],
    );
  });
});
