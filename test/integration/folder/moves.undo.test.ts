import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, closeAll, exists, file, read, run, until, write, type Result } from '../support';
import { TEXT } from './sidecars';

describe('after an article was renamed', () => {
  afterEach(closeAll);

  it('undo changes its sidecar where it is now', async () => {
    await write('before-move.md', TEXT);
    const made = await annotate('before-move.md', 'too dear', { stance: 'against' });
    await run('edit', { id: made.id, changes: { stance: 'favor' } });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file('before-move.md'), file('after-move.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the sidecar', async () =>
      (await run<Result[]>('list')).some(
        ({ id, article }) => id === made.id && article === 'after-move.md',
      ),
    );
    await run('undo');
    assert.match(await read('after-move.md.claims.yaml'), /stance: against/);
    assert.ok(!(await exists('before-move.md.claims.yaml')));
  });
});
