import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  exists,
  file,
  open,
  rangeOf,
  read,
  rejects,
  run,
  type,
  until,
  write,
  type Result,
} from '../support';

/** Each test has words of its own, by its folder: its articles aren't found in those of others. */
const topicOf = (name: string) => name.replace(/\/.*/, '');
const textOf = (name: string) =>
  `# On trains\n\nThe minister said that the ${topicOf(name)} trains would run on time. The union replied that ${topicOf(name)} had never seen them run so late. Nobody asked the passengers.\n`;
const quotesOf = (name: string) =>
  [
    `the ${topicOf(name)} trains would run on time`,
    `${topicOf(name)} had never seen them run so late`,
  ] as const;
const SIDECAR = '.claims.yaml';

/** What VS Code has told of new files. */
const seen = new Set<string>();

/**
 * Writes a file and waits until VS Code has seen it: of what comes and goes at once, nobody is
 * told.
 */
async function establish(name: string, text: string): Promise<void> {
  const folders = name.split('/').slice(0, -1);
  for (const [depth] of folders.entries()) {
    // One after the other: of what is made in a folder before VS Code watches that, nobody is told.
    const folder = file(folders.slice(0, depth + 1).join('/'));
    await vscode.workspace.fs.createDirectory(folder);
    await until(`VS Code to see ${folder.path}`, () => seen.has(folder.path));
  }
  // The first files of a new folder may come unseen.
  await until(`VS Code to see ${name}`, async () => {
    if (!seen.has(file(name).path)) await write(name, text);
    return seen.has(file(name).path);
  });
}

/** An article with two annotations. */
async function tagged(name: string): Promise<readonly Result[]> {
  await establish(name, textOf(name));
  const [first, second] = quotesOf(name);
  return [
    await annotate(name, first, { speaker: 'Minister' }),
    await annotate(name, second, { speaker: 'Union', role: 'rebuttal' }),
  ];
}

/** As another program would: VS Code tells nobody before. */
const move = (from: string, to: string) => vscode.workspace.fs.rename(file(from), file(to));
const remove = (name: string) => vscode.workspace.fs.delete(file(name), { recursive: true });

/** As the explorer and other extensions do. */
async function apply(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the files were changed');
}
const rename = (...pairs: readonly (readonly [string, string])[]) =>
  apply((edit) => {
    for (const [from, to] of pairs) edit.renameFile(file(from), file(to));
  });

/** Where the annotations with these ids are listed, with their states. */
async function whereabouts(ids: readonly { id: string }[]): Promise<string[]> {
  const listed = await run<Result[]>('list');
  return ids.flatMap(({ id }) =>
    listed.filter((one) => one.id === id).map(({ article, state }) => `${article} ${state}`),
  );
}
const listedAt = (article: string, made: readonly { id: string }[], state = 'anchored') =>
  until(
    `the annotations at ${article}`,
    async () => (await whereabouts(made)).join() === made.map(() => `${article} ${state}`).join(),
  );
const isWithoutArticle = (name: string) =>
  vscode.languages
    .getDiagnostics(file(name + SIDECAR))
    .some(({ code }) => code === 'withoutArticle');
const sidecarsIn = async (folder: string) =>
  (await vscode.workspace.fs.readDirectory(file(folder)))
    .map(([name]) => name)
    .filter((name) => name.endsWith(SIDECAR))
    .sort();

/** What notifications said. Each is closed, unless a test has an answer for it. */
const said: string[] = [];
const answers: (readonly [RegExp, string])[] = [];

describe('moving articles', () => {
  const shown = {
    info: vscode.window.showInformationMessage,
    warning: vscode.window.showWarningMessage,
    error: vscode.window.showErrorMessage,
  };
  const heard = (pattern: RegExp) =>
    until(`a notification ${String(pattern)}, not only: ${said.join(' | ')}`, () =>
      said.find((text) => pattern.test(text)),
    );

  let watcher: vscode.FileSystemWatcher | undefined;

  before(async () => {
    watcher = vscode.workspace.createFileSystemWatcher('**/*', false, false, true);
    watcher.onDidCreate(({ path }) => seen.add(path));
    watcher.onDidChange(({ path }) => seen.add(path));
    const answer = (message: string, ...buttons: unknown[]) => {
      said.push(message);
      const button = answers.find(([pattern]) => pattern.test(message))?.[1];
      assert.ok(
        button === undefined || buttons.includes(button),
        `“${button}” is one of ${buttons.join(', ')}`,
      );
      return Promise.resolve(button);
    };
    Object.assign(vscode.window, {
      showInformationMessage: answer,
      showWarningMessage: answer,
      showErrorMessage: answer,
    });
    await run('list');
  });
  after(() => {
    watcher?.dispose();
    Object.assign(vscode.window, {
      showInformationMessage: shown.info,
      showWarningMessage: shown.warning,
      showErrorMessage: shown.error,
    });
  });
  beforeEach(() => {
    said.length = answers.length = 0;
  });
  afterEach(closeAll);

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

  describe('outside of VS Code', () => {
    /**
     * One more lost article, of which the analyst is told in the same round: what was not told by
     * then never will be.
     */
    async function sentinel(name: string): Promise<void> {
      await establish(`${name}-1.md`, `Sentinel words of ${name} that stand nowhere else.\n`);
      await annotate(`${name}-1.md`, `words of ${name} that stand nowhere else`);
      await annotate(`${name}-1.md`, 'Sentinel');
      await remove(`${name}-1.md`);
      await write(`${name}-2.md`, `Other words of ${name} that stand nowhere else.\n`);
      await heard(new RegExp(`${name}-1\\.md is gone`));
    }

    it('follows an article by itself when one new file holds all its passages, and takes that back', async () => {
      const made = await tagged('follow/a.md');
      const before = await read(`follow/a.md${SIDECAR}`);
      await move('follow/a.md', 'follow/b.markdown');
      assert.equal(
        await heard(/went along/),
        'follow/a.md is follow/b.markdown now: its annotations went along.',
      );
      await listedAt('follow/b.markdown', made);
      assert.deepEqual(
        [await sidecarsIn('follow'), await read(`follow/b.markdown${SIDECAR}`)],
        [[`b.markdown${SIDECAR}`], before],
      );
      answers.push([/went along/, 'Undo']);
      await move('follow/b.markdown', 'follow/c.md');
      await until(
        'the undo',
        async () => said.length > 1 && (await exists(`follow/b.markdown${SIDECAR}`)),
      );
      await until('the sidecar without article', () => isWithoutArticle('follow/b.markdown'));
    });

    it('waits until git is done: files that it moves one after the other aren’t where they will be', async () => {
      const made = await tagged('busy/a.md');
      await write('.git/index.lock', '');
      try {
        await move('busy/a.md', 'busy/passing.md');
        // Long enough to follow, if it didn't wait: the test above takes that long.
        await new Promise((resolve) => setTimeout(resolve, 6_000));
        assert.deepEqual(await sidecarsIn('busy'), [`a.md${SIDECAR}`]);
        await move('busy/passing.md', 'busy/b.md');
      } finally {
        await remove('.git');
      }
      assert.equal(
        await heard(/went along/),
        'busy/a.md is busy/b.md now: its annotations went along.',
      );
      await listedAt('busy/b.md', made);
    });

    it('lists what has no article, and offers files that hold its words', async () => {
      const made = await tagged('offer/a.md');
      await write('offer/elsewhere/there.md', textOf('offer'));
      await remove('offer/a.md');
      await until('the sidecar without article', () => isWithoutArticle('offer/a.md'));
      assert.deepEqual(
        vscode.languages.getDiagnostics(file(`offer/a.md${SIDECAR}`)).map(({ message }) => message),
        ['There is no article a.md: was it moved, renamed or deleted? Its annotations are kept.'],
      );
      answers.push([/stand in offer\/elsewhere/, 'Move Annotations There']);
      await until('the move', async () => exists(`offer/elsewhere/there.md${SIDECAR}`));
      await listedAt('offer/elsewhere/there.md', made);
      assert.ok(!(await exists(`offer/a.md${SIDECAR}`)));
    });

    it('doesn’t choose between two files', async () => {
      await tagged('two/a.md');
      await write('two/b.md', textOf('two'));
      await write('two/c.md', textOf('two'));
      await remove('two/a.md');
      await heard(
        /two\/a\.md is gone; quotations that stand in two\/[bc]\.md: 2 of 2, and as many in another file/,
      );
      assert.deepEqual(await sidecarsIn('two'), [`a.md${SIDECAR}`]);
    });

    it('doesn’t follow to a file that lacks one quotation', async () => {
      await tagged('lacks/a.md');
      await write('lacks/b.md', textOf('lacks').replace(/ The union [^.]*\./, ''));
      await remove('lacks/a.md');
      await heard(/lacks\/a\.md is gone; 1 of its 2 quotations stand in lacks\/b\.md/);
      assert.deepEqual(await sidecarsIn('lacks'), [`a.md${SIDECAR}`]);
    });

    it('has nothing to do where the sidecar came along, or the article came back', async () => {
      const [along, back] = [await tagged('along/a.md'), await tagged('along/back.md')];
      await move('along/a.md', 'along/b.md');
      await move(`along/a.md${SIDECAR}`, `along/b.md${SIDECAR}`);
      await remove('along/back.md');
      await write('along/back.md', textOf('along'));
      await sentinel('along/sentinel');
      await listedAt('along/b.md', along);
      await listedAt('along/back.md', back);
      assert.deepEqual(
        said.filter((text) => !text.includes('sentinel')),
        [],
      );
    });

    it('doesn’t follow to a file that has annotations of its own by then', async () => {
      await tagged('own/a.md');
      const theirs =
        'version: 1\nannotations:\n  - id: own1\n    role: claim\n    passages:\n      - exact: Nobody asked the passengers\n';
      await move('own/a.md', 'own/b.md');
      await write(`own/b.md${SIDECAR}`, theirs);
      await sentinel('own/sentinel');
      assert.ok(await exists(`own/a.md${SIDECAR}`));
      assert.equal(await read(`own/b.md${SIDECAR}`), theirs);
      assert.deepEqual(
        said.filter((text) => !text.includes('sentinel')),
        [],
      );
    });

    it('takes an article that is only shown in an editor any more for gone, until it is saved', async () => {
      const made = await tagged('shown/a.md');
      const editor = await open('shown/a.md');
      await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'Typed. '));
      await remove('shown/a.md');
      await until('the sidecar without article', () => isWithoutArticle('shown/a.md'));
      await listedAt('shown/a.md', made);
      await editor.document.save();
      await until('no problem', () => !isWithoutArticle('shown/a.md'));
    });
  });

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
