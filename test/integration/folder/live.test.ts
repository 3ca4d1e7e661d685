import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  file,
  open,
  rangeOf,
  read,
  type Result,
  run,
  type,
  until,
  write,
} from '../support';

const TEXT = 'Alpha says one thing. Beta says another thing. Gamma keeps silent.\n';

/** The only annotation of an article, as `list` gives it. */
async function only(name: string): Promise<Result> {
  const [annotation] = await run<Result[]>('list', { uri: file(name) });
  assert.ok(annotation, 'there is an annotation');
  return annotation;
}

describe('an open article', () => {
  afterEach(closeAll);

  it('moves passages along with typing beside them, and leaves the sidecar alone', async () => {
    await write('beside.md', TEXT);
    await annotate('beside.md', 'Beta says another thing');
    const before = await read('beside.md.claims.yaml');
    const editor = await open('beside.md');
    await type(editor, (edit) => {
      edit.insert(new vscode.Position(0, 0), 'Preface 🚀. ');
      edit.replace(rangeOf(editor.document, 'Gamma'), 'Delta');
    });
    const moved = await only('beside.md');
    assert.deepEqual([moved.state, moved.passages[0]?.start], ['anchored', 22 + 11]);
    await editor.document.save();
    assert.equal(await read('beside.md.claims.yaml'), before);
  });

  it('updates the words of a passage that was typed in when the article is saved, and keeps the first ones', async () => {
    await write('inside.md', TEXT);
    const made = await annotate('inside.md', 'Beta says another thing');
    const editor = await open('inside.md');
    await type(editor, (edit) => edit.replace(rangeOf(editor.document, 'another'), 'a third'));
    const typed = await only('inside.md');
    assert.deepEqual(
      [typed.state, typed.passages[0]?.exact, typed.passages[0]?.found],
      ['changed', 'Beta says another thing', 'Beta says a third thing'],
    );
    assert.ok(!(await read('inside.md.claims.yaml')).includes('third'));
    await editor.document.save();
    const text = await until('the new words', async () => {
      const now = await read('inside.md.claims.yaml');
      return now.includes('exact: Beta says a third thing') ? now : undefined;
    });
    assert.ok(text.includes('original: Beta says another thing'));
    assert.equal((await only('inside.md')).state, 'anchored');
    await type(editor, (edit) => edit.replace(rangeOf(editor.document, 'third'), 'fourth'));
    await editor.document.save();
    await until('the newer words', async () =>
      (await read('inside.md.claims.yaml')).includes('fourth'),
    );
    const last = await only('inside.md');
    assert.deepEqual([last.id, last.passages[0]?.original], [made.id, 'Beta says another thing']);
  });

  it('finds passages whole when one edit replaces all of the text, and stores none of them', async () => {
    const before = '晚上8点散会，大家走了。\n工会的Anna说，修桥要花12个月。\n没人买车票。\n';
    const words = '工会的Anna说，修桥要花12个月。';
    const spaced = '工会的 Anna 说，修桥要花 12 个月。';
    await write('replaced.md', before);
    await annotate('replaced.md', words);
    const sidecar = await read('replaced.md.claims.yaml');
    const editor = await open('replaced.md');
    const whole = () => new vscode.Range(0, 0, editor.document.lineCount, 0);
    const after = before.replace('8点', ' 8 点').replace(words, spaced).replace('没人', '没有人');
    await type(editor, (edit) => edit.replace(whole(), after));
    const torn = await only('replaced.md');
    assert.deepEqual([torn.state, torn.passages[0]?.found], ['changed', spaced]);
    await editor.document.save();
    assert.equal(await read('replaced.md.claims.yaml'), sidecar);
    await type(editor, (edit) => edit.replace(whole(), after.split('\n').reverse().join('\n')));
    assert.equal((await only('replaced.md')).passages[0]?.found, spaced);
    await type(editor, (edit) => edit.replace(whole(), before));
    assert.equal((await only('replaced.md')).state, 'anchored');
    await editor.document.save();
    assert.equal(await read('replaced.md.claims.yaml'), sidecar);
  });

  it('looks anew where an event’s changes overlap, as when other line ends are undone', async () => {
    const text = TEXT.replaceAll('. ', '.\n');
    await write('overlapping.md', text);
    await annotate('overlapping.md', 'Beta says another thing');
    const editor = await open('overlapping.md');
    let overlapping = 0;
    const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const whole = contentChanges.some(({ rangeLength }) => rangeLength >= text.length);
      if (document === editor.document && whole && contentChanges.length > 1) overlapping++;
    });
    // Typing, then other line ends by an extension, in one step for undo.
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'X'), {
      undoStopBefore: true,
      undoStopAfter: false,
    });
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF), {
      undoStopBefore: false,
      undoStopAfter: true,
    });
    const shown = () => editor.document.getText().replace(/\r\n/g, '\n');
    await until('the text as it was', async () => {
      if (shown() !== text) await vscode.commands.executeCommand('undo');
      return shown() === text;
    });
    listener.dispose();
    assert.ok(overlapping > 0, 'VS Code sent the changes that this is about');
    const back = await only('overlapping.md');
    assert.deepEqual([back.state, back.passages[0]?.start], ['anchored', text.indexOf('Beta')]);
    await type(editor, (edit) => edit.insert(rangeOf(editor.document, 'another').start, 'quite '));
    await editor.document.save();
    await until('the words typed afterwards', async () =>
      (await read('overlapping.md.claims.yaml')).includes('exact: Beta says quite another thing'),
    );
  });

  it('writes nothing when typing is undone before saving', async () => {
    await write('undone.md', TEXT);
    await annotate('undone.md', 'Beta says another thing');
    const before = await read('undone.md.claims.yaml');
    const editor = await open('undone.md');
    await type(editor, (edit) => edit.insert(rangeOf(editor.document, 'another').start, 'quite '));
    await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'X'));
    await type(editor, (edit) => edit.delete(rangeOf(editor.document, 'quite ')));
    await editor.document.save();
    assert.equal((await only('undone.md')).state, 'anchored');
    assert.equal(await read('undone.md.claims.yaml'), before);
  });

  it('makes an orphan of a deleted passage, which undo brings back; cut and paste takes it along', async () => {
    await write('cut.md', TEXT);
    await annotate('cut.md', 'Beta says another thing');
    const editor = await open('cut.md');
    await type(editor, (edit) =>
      edit.delete(rangeOf(editor.document, 'Beta says another thing. ')),
    );
    assert.equal((await only('cut.md')).state, 'orphaned');
    await vscode.commands.executeCommand('undo');
    await until('the passage', async () => (await only('cut.md')).state === 'anchored');
    await type(editor, (edit) =>
      edit.delete(rangeOf(editor.document, 'Beta says another thing. ')),
    );
    await type(editor, (edit) =>
      edit.insert(new vscode.Position(1, 0), 'In the end: Beta says another thing.'),
    );
    const moved = await until('the passage at its new place', async () => {
      const now = await only('cut.md');
      return now.state === 'anchored' ? now : undefined;
    });
    assert.equal(
      moved.passages[0]?.start,
      editor.document.getText().replace(/\r\n/g, '\n').indexOf('Beta'),
    );
    await editor.document.save();
    assert.ok((await read('cut.md.claims.yaml')).includes('exact: Beta says another thing'));
  });

  it('takes a change from outside for no typing: nothing is written', async () => {
    await write('outside.md', TEXT);
    await annotate('outside.md', 'Beta says another thing');
    const before = await read('outside.md.claims.yaml');
    const editor = await open('outside.md');
    await write(
      'outside.md',
      `A new first line.\n${TEXT.replace('another thing', 'another little thing')}`,
    );
    await until('the reload', () => editor.document.getText().includes('little'));
    const found = await only('outside.md');
    assert.ok(found.state === 'changed' || found.state === 'orphaned', found.state);
    await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), '!'));
    await editor.document.save();
    assert.equal(await read('outside.md.claims.yaml'), before);
  });

  it('keeps places right when line ends change, and in CRLF articles', async () => {
    await write('ends.md', `One.\r\nTwo.\r\n${TEXT.replace('\n', '\r\n')}`);
    const made = await annotate('ends.md', 'Beta says another thing');
    const editor = await open('ends.md');
    await type(editor, (edit) =>
      edit.insert(new vscode.Position(1, 0), 'In between.\r\nAnd more.\r\n'),
    );
    assert.equal((await only('ends.md')).passages[0]?.start, (made.passages[0]?.start ?? 0) + 22);
    await type(editor, (edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'X'));
    const now = await only('ends.md');
    assert.deepEqual(
      [now.state, now.passages[0]?.start],
      ['anchored', (made.passages[0]?.start ?? 0) + 23],
    );
  });

  it('follows the sidecar when it changes on the disk', async () => {
    await write('disk.md', TEXT);
    await open('disk.md');
    const sidecar =
      'version: 1\nannotations:\n  - id: d1\n    role: claim\n    speaker: Beta\n    passages:\n      - exact: Beta says another thing\n';
    await write('disk.md.claims.yaml', sidecar);
    await until(
      'the annotation',
      async () => (await run<Result[]>('list', { uri: file('disk.md') })).length === 1,
    );
    await write('disk.md.claims.yaml', sidecar.replace('speaker: Beta', 'speaker: Gamma'));
    await until('the new speaker', async () => (await only('disk.md')).speaker === 'Gamma');
    await vscode.workspace.fs.delete(file('disk.md.claims.yaml'));
    await until(
      'no annotation',
      async () => (await run<Result[]>('list', { uri: file('disk.md') })).length === 0,
    );
  });
});
