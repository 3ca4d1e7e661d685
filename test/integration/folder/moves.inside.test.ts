import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  exists,
  file,
  open,
  rangeOf,
  read,
  run,
  type,
  until,
  write,
  type Result,
} from '../support';
import {
  SIDECAR,
  answers,
  apply,
  heard,
  isWithoutArticle,
  listedAt,
  listenToWindow,
  rename,
  said,
  sidecarsIn,
  tagged,
  textOf,
  whereabouts,
} from './articleMoves';

describe('moving articles', () => {
  listenToWindow();

  describe('inside VS Code', () => {
    it('takes the sidecar along, byte for byte; highlights, links and Problems follow', async () => {
      const made = await tagged('in/a.md');
      const [first, second] = made as [Result, Result];
      await write('in/other.md', 'Another article says something else.\n');
      const link = await annotate('in/other.md', 'something else');
      await run('link', { from: link.id, type: 'rebuts', to: first.id });
      await run('link', { from: second.id, type: 'rebuts', to: link.id });
      const before = await read(`in/a.md${SIDECAR}`);
      await open('in/a.md');
      await rename(['in/a.md', 'in/b.txt']);
      assert.equal(await read(`in/b.txt${SIDECAR}`), before);
      assert.ok(!(await exists(`in/a.md${SIDECAR}`)));
      await listedAt('in/b.txt', made);
      const hovers = await until('the hover', async () => {
        const { document } = await open('in/b.txt');
        const found = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          rangeOf(document, 'run on time').start,
        );
        return found.length > 0
          ? found.flatMap(({ contents }) =>
              contents.map((content) => (content as vscode.MarkdownString).value),
            )
          : undefined;
      });
      assert.ok(
        hovers.join().includes(link.id),
        'the link from the other article still leads here',
      );
      await run('goTo', { id: first.id });
      assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/in/b.txt'));
      const exported = await run<{ annotations: Result[] }>('exportJson', { destination: null });
      assert.deepEqual(exported.annotations.find(({ id }) => id === second.id)?.links, [
        { type: 'rebuts', target: link.id },
      ]);
      assert.ok(!isWithoutArticle('in/a.md') && !isWithoutArticle('in/b.txt'));
      assert.deepEqual(said, []);
    });

    it('takes several at once, into other folders, and nothing twice', async () => {
      const [one, two] = [await tagged('several/1.md'), await tagged('several/2.md')];
      await write('several/plain.md', 'Without annotations.\n');
      await rename(
        ['several/1.md', 'several/deep/er/1.md'],
        [`several/1.md${SIDECAR}`, `several/deep/er/1.md${SIDECAR}`],
        ['several/2.md', 'several/deep/二.md'],
        ['several/plain.md', 'several/deep/plain.md'],
      );
      await listedAt('several/deep/er/1.md', one);
      await listedAt('several/deep/二.md', two);
      assert.deepEqual(
        [
          await sidecarsIn('several'),
          await sidecarsIn('several/deep'),
          await sidecarsIn('several/deep/er'),
        ],
        [[], [`二.md${SIDECAR}`], [`1.md${SIDECAR}`]],
      );
      assert.deepEqual(said, []);
    });

    it('changes nothing but the case of a name', async () => {
      const made = await tagged('case/letter.md');
      await rename(['case/letter.md', 'case/Letter.md']);
      await listedAt('case/Letter.md', made);
      assert.deepEqual(await sidecarsIn('case'), [`Letter.md${SIDECAR}`]);
    });

    it('never writes over a sidecar: says so, and moves the annotations in when asked', async () => {
      const made = await tagged('taken/a.md');
      const mine = await read(`taken/a.md${SIDECAR}`);
      const theirs =
        'version: 1 # mine\nannotations:\n  - id: taken1\n    role: claim\n    passages:\n      - exact: Nobody asked the passengers\n';
      await write(`taken/b.md${SIDECAR}`, theirs);
      await rename(['taken/a.md', 'taken/b.md']);
      await heard(
        /b\.md has annotations of its own\. Those of a\.md are kept in a\.md\.claims\.yaml/,
      );
      assert.deepEqual(
        [await read(`taken/a.md${SIDECAR}`), await read(`taken/b.md${SIDECAR}`)],
        [mine, theirs],
      );
      await until('the sidecar without article', () => isWithoutArticle('taken/a.md'));
      assert.deepEqual(
        await run<object>('moveToArticle', { uri: file('taken/a.md'), to: file('taken/b.md') }),
        { from: 'taken/a.md', to: 'taken/b.md', moved: 2 },
      );
      await listedAt('taken/b.md', made);
      const text = await read(`taken/b.md${SIDECAR}`);
      assert.deepEqual(
        [...text.matchAll(/- id: (\w+)/g)].map(([, id]) => id),
        [...made.map(({ id }) => id), 'taken1'],
        'at their reading places',
      );
      assert.ok(
        text.startsWith('version: 1 # mine\n') &&
          text.includes('      - exact: Nobody asked the passengers\n'),
      );
      assert.ok(!(await exists(`taken/a.md${SIDECAR}`)));
      await until('no problem', () => !isWithoutArticle('taken/a.md'));
    });

    it('takes it back when annotations that were moved into another sidecar were meant to stay', async () => {
      await tagged('back/a.md');
      const mine = await read(`back/a.md${SIDECAR}`);
      const theirs =
        'version: 1\nannotations:\n  - id: back1\n    role: claim\n    passages:\n      - exact: Nobody asked the passengers\n';
      await write(`back/b.md${SIDECAR}`, theirs);
      answers.push(
        [/b\.md has annotations of its own/, 'Move Annotations There'],
        [/Annotations moved to back\/b\.md: 2/, 'Undo'],
      );
      await rename(['back/a.md', 'back/b.md']);
      await heard(/Annotations moved/);
      await until(
        'both as before',
        async () =>
          (await read(`back/b.md${SIDECAR}`)) === theirs && (await exists(`back/a.md${SIDECAR}`)),
      );
      assert.equal(await read(`back/a.md${SIDECAR}`), mine);
    });

    it('keeps unsaved typing in the article and in the sidecar', async () => {
      const made = await tagged('dirty/a.md');
      const sidecar = await open(`dirty/a.md${SIDECAR}`);
      await type(sidecar, (edit) => edit.insert(new vscode.Position(1, 0), '# typed here\n'));
      const editor = await open('dirty/a.md');
      await type(editor, (edit) => edit.replace(rangeOf(editor.document, 'on time'), 'in time'));
      await rename(['dirty/a.md', 'dirty/b.md']);
      const moved = await until('the editor under its new name', () =>
        vscode.workspace.textDocuments.find(
          ({ uri, isDirty }) => uri.path.endsWith('/dirty/b.md') && isDirty,
        ),
      );
      assert.ok(moved.getText().includes('would run in time'));
      await until('the sidecar’s editor', () =>
        vscode.workspace.textDocuments.find(
          ({ uri, isDirty }) => uri.path.endsWith(`/dirty/b.md${SIDECAR}`) && isDirty,
        ),
      );
      assert.ok(!(await exists(`dirty/a.md${SIDECAR}`)));
      await until(
        'the annotations',
        async () =>
          (await whereabouts(made)).map((one) => one.split(' ')[0]).join() ===
          'dirty/b.md,dirty/b.md',
      );
    });

    it('stores words that were typed before the move once the article is saved', async () => {
      await tagged('typed/a.md');
      const editor = await open('typed/a.md');
      await type(editor, (edit) => edit.replace(rangeOf(editor.document, 'on time'), 'in time'));
      await rename(['typed/a.md', 'typed/b.md']);
      const { document } = await open('typed/b.md');
      await until(
        'the editor under its new name',
        () => document.isDirty && document.getText().includes('in time'),
      );
      await document.save();
      const text = await until('the words', async () => {
        const now = await read(`typed/b.md${SIDECAR}`);
        return now.includes('exact: the typed trains would run in time') ? now : undefined;
      });
      assert.ok(text.includes('original: the typed trains would run on time'));
      assert.deepEqual(await sidecarsIn('typed'), [`b.md${SIDECAR}`]);
    });

    it('asks before the annotations of a deleted article go', async () => {
      await tagged('delete/kept.md');
      await tagged('delete/gone.md');
      await tagged('delete/whole/a.md');
      answers.push([/kept\.md was deleted/, 'Keep'], [/gone\.md was deleted/, 'Delete Them Too']);
      await apply((edit) => edit.deleteFile(file('delete/kept.md')));
      assert.equal(
        await heard(/was deleted/),
        'kept.md was deleted. Its annotations (2) are kept in kept.md.claims.yaml.',
      );
      await until('the sidecar without article', () => isWithoutArticle('delete/kept.md'));
      assert.ok(await exists(`delete/kept.md${SIDECAR}`));
      await apply((edit) => edit.deleteFile(file('delete/gone.md')));
      await until('the sidecar to go', async () => !(await exists(`delete/gone.md${SIDECAR}`)));
      said.length = 0;
      // Nothing to ask where the sidecar goes too, or has nothing in it.
      await apply((edit) => edit.deleteFile(file('delete/whole'), { recursive: true }));
      await write('delete/empty.md', textOf('delete'));
      await write(`delete/empty.md${SIDECAR}`, 'version: 1\nannotations: []\n');
      await apply((edit) => edit.deleteFile(file('delete/empty.md')));
      await apply((edit) => edit.deleteFile(file('delete/kept.md.claims.yaml')));
      await until('no problem', () => !isWithoutArticle('delete/kept.md'));
      assert.deepEqual(said, []);
    });

    it('gives a sidecar that is renamed by hand to the other article', async () => {
      const made = await tagged('hand/a.md');
      await write('hand/copy.md', textOf('hand'));
      await rename([`hand/a.md${SIDECAR}`, `hand/copy.md${SIDECAR}`]);
      await listedAt('hand/copy.md', made);
      assert.deepEqual(await run<Result[]>('list', { uri: file('hand/a.md') }), []);
    });

    it('has everything of a folder under its new name', async () => {
      const made = await tagged('folder-a/sub/a.md');
      await open('folder-a/sub/a.md');
      await rename(['folder-a', 'folder-b']);
      await listedAt('folder-b/sub/a.md', made);
      assert.equal(
        (await run('edit', { id: made[0]?.id, changes: { note: 'after the move' } })).article,
        'folder-b/sub/a.md',
      );
      assert.ok(!(await exists('folder-a')));
    });
  });
});
