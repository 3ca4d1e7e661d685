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
  run,
  type,
  until,
  write,
  type Result,
} from '../support';
import { entry } from './sidecars';

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
