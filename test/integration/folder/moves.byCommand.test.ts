import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { exists, file, open, read, rejects, run, type, until, write } from '../support';
import { SIDECAR, listenToWindow, tagged, textOf } from './articleMoves';

describe('moving articles', () => {
  listenToWindow();

  describe('by command', () => {
    it('says why annotations can’t be moved, and moves nothing', async () => {
      await tagged('refused/a.md');
      const uri = file('refused/a.md');
      await rejects(
        run('moveToArticle', { uri, to: file('refused/none.md') }),
        /There is no article refused\/none\.md/,
      );
      await rejects(run('moveToArticle', { uri, to: uri }), /belong to refused\/a\.md already/);
      await rejects(
        run('moveToArticle', { uri, to: file(`refused/a.md${SIDECAR}`) }),
        /There is no article/,
      );
      await rejects(
        run('moveToArticle', { uri: file('refused/none.md'), to: uri }),
        /has no annotations/,
      );
      await write('refused/b.md', textOf('refused'));
      await write(`refused/b.md${SIDECAR}`, 'version: 1\nannotations: 5\n');
      await rejects(run('moveToArticle', { uri, to: file('refused/b.md') }), /must be a list/);
      await write(`refused/b.md${SIDECAR}`, 'version: 1\nannotations: []\n');
      const partly = `${await read(`refused/a.md${SIDECAR}`)}  - id: broken\n    role: claim\n`;
      await write(`refused/a.md${SIDECAR}`, partly);
      await until(
        'the problem',
        () => vscode.languages.getDiagnostics(file(`refused/a.md${SIDECAR}`)).length > 0,
      );
      await rejects(
        run('moveToArticle', { uri, to: file('refused/b.md') }),
        /would be left behind/,
      );
      assert.equal(await read(`refused/a.md${SIDECAR}`), partly);
    });

    it('moves a sidecar that is open with unsaved typing along with its editor', async () => {
      await tagged('editor/a.md');
      await write('editor/b.md', textOf('editor'));
      const editor = await open(`editor/a.md${SIDECAR}`);
      await type(editor, (edit) => edit.insert(new vscode.Position(1, 0), '# typed here\n'));
      await run('moveToArticle', { uri: file('editor/a.md'), to: file('editor/b.md') });
      const moved = await until('the editor', () =>
        vscode.workspace.textDocuments.find(({ uri }) =>
          uri.path.endsWith(`/editor/b.md${SIDECAR}`),
        ),
      );
      assert.ok(moved.isDirty && moved.getText().includes('# typed here'));
    });

    it('deletes the annotations of an article, and opens a sidecar at an entry', async () => {
      const [, second] = await tagged('delete-by-command/a.md');
      await run('openSidecar', { uri: file('delete-by-command/a.md'), id: second?.id });
      const editor = vscode.window.activeTextEditor;
      assert.ok(
        editor?.document.lineAt(editor.selection.start.line).text.includes(second?.id ?? '-'),
      );
      assert.deepEqual(
        await run<object>('deleteAnnotations', { uri: file('delete-by-command/a.md') }),
        { article: 'delete-by-command/a.md', deleted: 2 },
      );
      assert.ok(!(await exists(`delete-by-command/a.md${SIDECAR}`)));
    });
  });
});
