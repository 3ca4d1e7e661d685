import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  file,
  open,
  rangeOf,
  read,
  rejects,
  type Result,
  run,
  type,
  until,
  write,
} from '../support';

/** A sidecar's entry as a person would write it. */
const entry = (id: string, exact: string, more = '') =>
  `  - id: ${id}\n    role: claim\n    passages:\n      - exact: ${exact}\n${more}`;

describe('nothing is lost or written wrongly', () => {
  afterEach(closeAll);

  it('when a sidecar is open in another encoding', async () => {
    await write('encoded.md', '李某说：“好。”\n');
    await annotate('encoded.md', '好', { speaker: '李某' });
    const before = await read('encoded.md.claims.yaml');
    const document = await vscode.workspace.openTextDocument(file('encoded.md.claims.yaml'), {
      encoding: 'gb18030',
    });
    await vscode.window.showTextDocument(document);
    await rejects(annotate('encoded.md', '李某'), /another encoding than UTF-8/);
    assert.equal(await read('encoded.md.claims.yaml'), before);
  });

  it('when undo is asked for twice at once', async () => {
    await write('twice-undo.md', 'One. Two. Three.\n');
    await annotate('twice-undo.md', 'One');
    await annotate('twice-undo.md', 'Two');
    const three = await annotate('twice-undo.md', 'Three');
    await Promise.all([run('undo'), run('undo')]);
    const left = async () =>
      (await run<Result[]>('list', { uri: file('twice-undo.md') })).map(
        ({ passages }) => passages[0]?.exact,
      );
    assert.deepEqual(await left(), ['One']);
    await Promise.all([run('redo'), run('redo')]);
    assert.deepEqual(await left(), ['One', 'Two', 'Three']);
    assert.deepEqual(await run<object>('delete', { id: three.id }), { id: three.id });
  });

  it('when two links are made at once', async () => {
    await write('links.md', 'A says so. B says no. C says maybe.\n');
    const [a, b, c] = [
      await annotate('links.md', 'A says so'),
      await annotate('links.md', 'B says no'),
      await annotate('links.md', 'C says maybe'),
    ];
    await Promise.all([
      run('link', { from: c.id, type: 'rebuts', to: a.id }),
      run('link', { from: c.id, type: 'supports', to: b.id }),
    ]);
    const linked = (await run<Result[]>('list', { uri: file('links.md') })).find(
      ({ id }) => id === c.id,
    );
    assert.deepEqual(linked?.links, [
      { type: 'rebuts', target: a.id },
      { type: 'supports', target: b.id },
    ]);
  });

  it('when a file has links of a type that the codebook doesn’t know', async () => {
    await write('cites.md', 'First words. Second words.\n');
    await write(
      'cites.md.claims.yaml',
      `version: 1\nannotations:\n${entry('ci1', 'First words', '    links:\n      - {type: cites, target: ci2}\n      - {type: supports, target: ci2}\n')}${entry('ci2', 'Second words')}`,
    );
    const changed = await until('the sidecar', () =>
      run('unlink', { from: 'ci1', type: 'supports', to: 'ci2' }).catch(() => undefined),
    );
    assert.deepEqual(changed.links, [{ type: 'cites', target: 'ci2' }]);
  });

  it('when an id stands twice in a file, and somebody types in one of the passages', async () => {
    await write('double.md', 'First words here. Second words there.\n');
    const sidecar = `version: 1\nannotations:\n${entry('dup1', 'First words here')}${entry('dup1', 'Second words there')}`;
    await write('double.md.claims.yaml', sidecar);
    const editor = await open('double.md');
    await until(
      'the annotations',
      async () => (await run<Result[]>('list', { uri: file('double.md') })).length === 2,
    );
    await type(editor, (edit) => edit.insert(rangeOf(editor.document, 'words here').start, 'new '));
    await editor.document.save();
    await until('the save', () => !editor.document.isDirty);
    await type(editor, (edit) => edit.insert(new vscode.Position(1, 0), 'More.\n'));
    await editor.document.save();
    assert.equal(await read('double.md.claims.yaml'), sidecar);
    await rejects(run('edit', { id: 'dup1', changes: { note: 'x' } }), /more than once/);
  });

  it('when the sidecar can’t be written while words were typed: they are stored once it can', async () => {
    await write('later.md', 'Somebody says something here.\n');
    await annotate('later.md', 'Somebody says something');
    const good = await read('later.md.claims.yaml');
    const editor = await open('later.md');
    await type(editor, (edit) => edit.replace(rangeOf(editor.document, 'says'), 'shouts'));
    await write('later.md.claims.yaml', `${good}  - "broken\n`);
    await editor.document.save();
    // Goes through the same queue: once it was refused, so was the change that saving wanted to
    // store.
    await rejects(annotate('later.md', 'Somebody shouts'), /Not valid YAML/);
    await write('later.md.claims.yaml', good);
    await until(
      'the sidecar',
      async () =>
        (await run<Result[]>('list', { uri: file('later.md') }).catch(() => [])).length === 1,
    );
    await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'Once: '));
    await editor.document.save();
    await until('the words', async () =>
      (await read('later.md.claims.yaml')).includes('exact: Somebody shouts something'),
    );
  });

  it('when fields are no plain data', async () => {
    await write('proto.md', 'Plain words.\n');
    const made = await annotate('proto.md', 'Plain words');
    const before = await read('proto.md.claims.yaml');
    await rejects(
      run('edit', { id: made.id, changes: JSON.parse('{"extra": {"__proto__": 1}}') as object }),
      /__proto__/,
    );
    assert.equal(await read('proto.md.claims.yaml'), before);
    const blank = await run('edit', { id: made.id, changes: { speaker: '   ' } });
    assert.equal(blank.speaker, undefined);
    await rejects(run('edit', { id: made.id, changes: { date: '2024-13-45' } }), /must be a date/);
  });

  it('when the codebook can’t be read', async () => {
    await vscode.workspace.fs.createDirectory(file('claims.codebook.yaml'));
    await until('the problem', () =>
      vscode.languages
        .getDiagnostics(file('claims.codebook.yaml'))
        .some(({ message }) => message.startsWith('Could not be read')),
    );
    await write('without.md', 'No codebook here.\n');
    assert.equal((await annotate('without.md', 'No codebook')).role, 'claim');
    await vscode.workspace.fs.delete(file('claims.codebook.yaml'), { recursive: true });
    await until(
      'no problem',
      () => vscode.languages.getDiagnostics(file('claims.codebook.yaml')).length === 0,
    );
  });

  it('when a folder is renamed', async () => {
    await write('old-folder/moved.md', 'Words that move.\n');
    const made = await annotate('old-folder/moved.md', 'Words that move');
    await closeAll();
    await run('list');
    await vscode.workspace.fs.rename(file('old-folder'), file('new-folder'));
    await until('the new path', async () =>
      (await run<Result[]>('list')).find(
        ({ id, article }) => id === made.id && article === 'new-folder/moved.md',
      ),
    );
    await until(
      'no old path',
      async () =>
        !(await run<Result[]>('list')).some(({ article }) => article === 'old-folder/moved.md'),
    );
  });

  it('when a sidecar is broken, its article is not listed as if it had no annotations', async () => {
    await write('unlisted.md', 'Words.\n');
    await write('unlisted.md.claims.yaml', 'version: 1\nannotations: 5\n');
    await rejects(
      run('list', { uri: file('unlisted.md') }),
      /unlisted\.md\.claims\.yaml:2:14: “annotations” must be a list/,
    );
  });

  it('when a closed article is not UTF-8', async () => {
    await write(
      'closed-gb.txt',
      new Uint8Array([0xb1, 0xd5, 0xd4, 0xb4, 0xb8, 0xfc, 0xc7, 0xbf, 0xa1, 0xa3, 0x0a]),
    );
    await write(
      'closed-gb.txt.claims.yaml',
      `version: 1\narticle:\n  encoding: gb18030\nannotations:\n${entry('gb1', '闭源更强')}`,
    );
    const listed = await until('the annotation', async () =>
      (await run<Result[]>('list')).find(({ id }) => id === 'gb1'),
    );
    assert.deepEqual([listed.state, listed.passages[0]?.start], ['anchored', 0]);
  });
});

describe('the encoding of articles', () => {
  const GB18030 = new Uint8Array([
    0xb1, 0xd5, 0xd4, 0xb4, 0xb8, 0xfc, 0xc7, 0xbf, 0xa1, 0xa3, 0x0a,
  ]);

  it('is the one of files.encoding for closed ones of which the sidecar says nothing', async () => {
    const settings = vscode.workspace.getConfiguration('files', file('by-setting.txt'));
    await settings.update('encoding', 'gb18030', vscode.ConfigurationTarget.WorkspaceFolder);
    try {
      await write('by-setting.txt', GB18030);
      await write(
        'by-setting.txt.claims.yaml',
        `version: 1\nannotations:\n${entry('gb2', '更强')}`,
      );
      const listed = await until('the annotation, found', async () =>
        (await run<Result[]>('list')).find(({ id, state }) => id === 'gb2' && state === 'anchored'),
      );
      assert.deepEqual([listed.passages[0]?.start, listed.passages[0]?.end], [2, 4]);
    } finally {
      await settings.update('encoding', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
  });
});

describe('deciding', () => {
  const TEXT =
    'At first the board called the plan too dear. Later the board called the plan bold.\n';
  afterEach(closeAll);

  it('accepts changed words, and keeps the first ones', async () => {
    await write('accept.md', TEXT);
    const made = await annotate('accept.md', 'the board called the plan too dear');
    await write('accept.md', TEXT.replace('too dear', 'far too dear'));
    const changed = await until('the change', async () =>
      (await run<Result[]>('list', { uri: file('accept.md') })).find(
        ({ state }) => state === 'changed',
      ),
    );
    assert.equal(changed.passages[0]?.found, 'the board called the plan far too dear');
    const accepted = await run('acceptChange', { id: made.id });
    assert.deepEqual(
      [accepted.state, accepted.passages[0]?.exact, accepted.passages[0]?.original],
      ['anchored', 'the board called the plan far too dear', 'the board called the plan too dear'],
    );
    await run('undo');
    assert.ok(!(await read('accept.md.claims.yaml')).includes('far too'));
    await rejects(
      run('detach', { id: (await annotate('accept.md', 'At first')).id }),
      /stands as quoted/,
    );
  });

  it('detaches: the passage is never attached again by itself, until it is by hand', async () => {
    await write('detach.md', TEXT);
    const made = await annotate('detach.md', 'the board called the plan too dear');
    await write('detach.md', TEXT.replace('too dear', 'far too dear'));
    await until('the change', async () =>
      (await run<Result[]>('list', { uri: file('detach.md') })).find(
        ({ state }) => state === 'changed',
      ),
    );
    const detached = await run('detach', { id: made.id });
    assert.equal(detached.state, 'orphaned');
    assert.ok((await read('detach.md.claims.yaml')).includes('detached: true'));
    await write('detach.md', TEXT);
    const document = await vscode.workspace.openTextDocument(file('detach.md'));
    await until('the reload', () => !document.getText().includes('far too'));
    assert.equal((await run<Result[]>('list', { uri: file('detach.md') }))[0]?.state, 'orphaned');
    const start = TEXT.indexOf('the plan bold');
    const attached = await run('reattach', { id: made.id, ranges: [{ start, end: start + 13 }] });
    assert.deepEqual(
      [attached.state, attached.passages[0]?.exact, attached.passages[0]?.original],
      ['anchored', 'the plan bold', 'the board called the plan too dear'],
    );
    assert.ok(!(await read('detach.md.claims.yaml')).includes('detached'));
  });

  it('attaches to the selection', async () => {
    await write('select.md', TEXT);
    const made = await annotate('select.md', 'At first');
    const editor = await open('select.md');
    const range = rangeOf(editor.document, 'Later the board');
    editor.selection = new vscode.Selection(range.start, range.end);
    const attached = await run('reattach', { id: made.id });
    assert.deepEqual(
      attached.passages.map(({ exact }) => exact),
      ['Later the board'],
    );
    await rejects(run('choosePlace', { id: made.id }), /has its place/);
  });

  it('says in Problems what waits for a decision, also of closed articles, and offers what can be done', async () => {
    await write('waiting.md', 'Nothing of that stands here.\n');
    await write(
      'waiting.md.claims.yaml',
      'version: 1\nannotations:\n  - id: w1\n    role: claim\n    passages:\n      - exact: the minister resigned in the morning\n',
    );
    await run('list');
    const uri = file('waiting.md.claims.yaml');
    const problem = await until('the problem', () =>
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'undecided'),
    );
    assert.deepEqual(
      [problem.range.start.line, problem.message.includes('is not found in the article any more')],
      [2, true],
    );
    const document = await vscode.workspace.openTextDocument(uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    assert.deepEqual(
      actions.map(({ command }) => command?.command),
      ['claimAnnotator.choosePlace', 'claimAnnotator.reattach', 'claimAnnotator.delete'],
    );
    await write('waiting.md', 'Yesterday the minister resigned in the morning.\n');
    await until(
      'no problem',
      () => !vscode.languages.getDiagnostics(uri).some(({ code }) => code === 'undecided'),
    );
  });
});
